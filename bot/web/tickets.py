"""Tickets for the first message: proof that our own page sent it, good for one use.

A conversation starts with the visitor's first action, not with opening the page, so the page holds no token yet.
A used ticket is refused: «Back» and «send the form again» after the exit must not bring the question back.
"""

import hashlib
import hmac
import secrets

from cachetools import TTLCache

USED_SECONDS = 24 * 3600
MAX_USED = 20_000


class Tickets:
    """Makes tickets and takes each once. The key lives in this process only."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._used: TTLCache[str, bool] = TTLCache(MAX_USED, USED_SECONDS)

    def make(self) -> str:
        """Return a new ticket."""
        number = secrets.token_urlsafe(9)
        return f"{number}.{self._sign(number)}"

    def take(self, ticket: str) -> bool:
        """Return whether the ticket is ours and unused; from now on it is used."""
        number, _, signature = ticket.partition(".")
        if not hmac.compare_digest(signature.encode(), self._sign(number).encode()) or number in self._used:
            return False
        self._used[number] = True
        return True

    def _sign(self, number: str) -> str:
        return hmac.new(self._key, number.encode(), hashlib.sha256).hexdigest()[:22]
