"""How often: limits for a conversation and for a network, counted in this process's memory only."""

import hashlib
import ipaddress
import secrets
from dataclasses import dataclass

from cachetools import TTLCache
from sanic import Request

from bot.channel.requests import BadRequest
from bot.settings import Settings

WINDOW_SECONDS = 60
PREFIX_BITS = {4: 24, 6: 48}
WRONG_PASSWORDS_A_MINUTE = 10
# How many conversations and networks are counted at once; then whoever has been quiet the longest is forgotten.
MOST_COUNTED = 100_000


class TooOften(BadRequest):
    """More than the limits allow; `retry_seconds` is when to try again."""

    retry_seconds = WINDOW_SECONDS

    def __init__(self) -> None:
        super().__init__("Too many messages in a short time. Wait a minute, or call.", status=429)


def retry_after(error: Exception) -> dict[str, str]:
    """Return the header that says when to try again, for an error that passes by itself."""
    return {"Retry-After": str(error.retry_seconds)} if isinstance(error, TooOften) else {}


@dataclass
class Sent:
    """What somebody has sent since their minute began."""

    times: int = 0


class Limits:
    """Counts turns a conversation, starts and messages a network. Addresses are hashed with a key of the process."""

    def __init__(self, settings: Settings) -> None:
        self._key = secrets.token_bytes(32)
        self._sent: TTLCache[tuple[str, str], Sent] = TTLCache(MOST_COUNTED, WINDOW_SECONDS)
        self._allowed = {
            "turn": settings.turns_a_minute,
            "start": settings.starts_a_minute,
            "message": settings.messages_a_minute,
            "password": WRONG_PASSWORDS_A_MINUTE,
        }

    def count_start(self, request: Request) -> None:
        """Count a new conversation. Raise TooOften if its network has started too many."""
        self._count("start", self._network(request))

    def count_message(self, request: Request) -> None:
        """Count a message, accepted or not. Raise TooOften if its network has sent too many."""
        self._count("message", self._network(request))

    def count_turn(self, sender_id: str) -> None:
        """Count a turn. Raise TooOften if the conversation has had too many."""
        self._count("turn", sender_id)

    def refuse_guessing(self, request: Request) -> None:
        """Raise TooOften if the network has sent too many wrong passwords; then not even a right one helps."""
        if self._of("password", self._network(request)).times >= self._allowed["password"]:
            raise TooOften()

    def count_wrong_password(self, request: Request) -> None:
        """Count a password that was wrong."""
        self._of("password", self._network(request)).times += 1

    def _count(self, what: str, who: str) -> None:
        sent = self._of(what, who)
        sent.times += 1
        if sent.times > self._allowed[what]:
            raise TooOften()

    def _of(self, what: str, who: str) -> Sent:
        """Return what has been counted; the minute begins with the first, and is not drawn out by the next."""
        return self._sent.setdefault((what, who), Sent())

    def _network(self, request: Request) -> str:
        """Return a name for the visitor's network that cannot be turned back into an address."""
        # Sanic takes the address from a proxy's header only where proxies are configured.
        return hashlib.blake2b(_prefix(request.client_ip).encode(), key=self._key, digest_size=16).hexdigest()


def _prefix(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return "unknown"
    # A server that listens on IPv6 sees IPv4 visitors as ::ffff:192.0.2.1: one /48 for all of them.
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    return str(ipaddress.ip_network(f"{parsed}/{PREFIX_BITS[parsed.version]}", strict=False))
