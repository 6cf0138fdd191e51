"""Who is talking: unguessable tokens made here, of which only the hash is kept."""

import hashlib
import secrets

from bot.channel.requests import BadRequest
from bot.errors import MemoryFull
from bot.memory import Conversation, Memory

TOKEN_BYTES = 32


class Conversations:
    """Opens, finds and ends conversations by their tokens."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def start(self, reader: str | None = None) -> str:
        """Open a conversation and return its token: 256 random bits. Raise BadRequest (503) if there is no room."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        try:
            await self._memory.start(Conversation(_sender_id(token), reader))
        except MemoryFull as error:
            raise BadRequest("Too many are talking just now. Try again in a while, or call.", status=503) from error
        return token

    async def find(self, token: str) -> Conversation | None:
        """Return the conversation of a token and give it a new half-hour, or None if it is over."""
        return await self._memory.find(_sender_id(token))

    async def end(self, token: str) -> None:
        """End a conversation, and drop all of it."""
        await self._memory.forget(_sender_id(token))


def _sender_id(token: str) -> str:
    # A header may hold anything, half a character too.
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
