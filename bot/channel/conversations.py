"""Who is talking: unguessable tokens made here, kept as hashes, gone when idle."""

import hashlib
import secrets
from dataclasses import dataclass, field

from cachetools import TTLCache

from bot.channel.requests import BadRequest

TOKEN_BYTES = 32


@dataclass
class Conversation:
    """One visitor's conversation. `sender_id` is Rasa's name for it and cannot be derived from the token."""

    sender_id: str = field(default_factory=lambda: secrets.token_hex(16))
    reader: str | None = None
    busy: bool = False
    turns: int = 0
    told_of_masking: bool = False


class Conversations:
    """Every open conversation, at most `limit`, each for `idle_seconds` after its latest turn."""

    def __init__(self, *, limit: int, idle_seconds: float) -> None:
        self._open: TTLCache[str, Conversation] = TTLCache(limit, idle_seconds)

    def start(self, reader: str | None = None) -> str:
        """Open a conversation and return its token: 256 random bits. Raise BadRequest (503) if there is no room.

        A newcomer never pushes out a conversation under way.
        """
        if len(self._open) >= self._open.maxsize:
            raise BadRequest("Too many are talking just now. Try again in a while, or call.", status=503)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._open[_hash(token)] = Conversation(reader=reader)
        return token

    def find(self, token: str) -> Conversation | None:
        """Return the conversation of a token and give it a new half-hour, or None if it is over."""
        key = _hash(token)
        conversation = self._open.get(key)
        if conversation is not None:
            self._open[key] = conversation
        return conversation

    def end(self, token: str) -> Conversation | None:
        """Close a conversation and return it, or None if there was none."""
        found: Conversation | None = self._open.pop(_hash(token), None)
        return found

    def __len__(self) -> int:
        return len(self._open)

    def end_idle(self) -> list[Conversation]:
        """Close what has been idle too long, and return it."""
        return [conversation for _, conversation in self._open.expire()]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
