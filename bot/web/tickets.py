"""Tickets for the first message: proof that our own page sent it, good for one use.

A conversation starts with the visitor's first action, not with opening the page, so the page holds no token yet.
A used ticket is refused: «Back» and «send the form again» after the exit must not bring the question back.
"""

import hashlib
import hmac
import secrets

from bot.memory import Memory
from bot.settings import Settings


class Tickets:
    """Makes tickets and takes each once. Processes that share a memory take each other's tickets."""

    def __init__(self, memory: Memory, settings: Settings) -> None:
        self._memory = memory
        shared = settings.redis_url.encode()
        self._key = hashlib.sha256(shared).digest() if shared else secrets.token_bytes(32)

    def make(self) -> str:
        """Return a new ticket."""
        number = secrets.token_urlsafe(9)
        return f"{number}.{self._sign(number)}"

    async def take(self, ticket: str) -> bool:
        """Return whether the ticket is ours and unused; from now on it is used."""
        number, _, signature = ticket.partition(".")
        if not hmac.compare_digest(signature.encode(), self._sign(number).encode()):
            return False
        return await self._memory.use_once(number)

    def _sign(self, number: str) -> str:
        return hmac.new(self._key, number.encode(), hashlib.sha256).hexdigest()[:22]
