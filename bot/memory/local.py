"""The memory of one process: nothing is written anywhere, and a restart forgets all of it."""

import gc
import time
from dataclasses import dataclass
from typing import Any

from cachetools import TTLCache

from bot.errors import MemoryFull
from bot.memory.conversation import Conversation
from bot.memory.leftovers import Leftovers
from bot.settings import Settings

# How long a used ticket is refused, and how many are remembered.
TICKET_SECONDS = 24 * 3600
MAX_TICKETS = 20_000
# A sweep comes every ten seconds; what is this much older than allowed is a fault.
GRACE_SECONDS = 60


@dataclass
class _Held:
    conversation: Conversation
    tracker: Any = None
    busy: bool = False


class LocalMemory:
    """Keeps conversations in this process, by the clock that no one can set."""

    is_shared = False

    def __init__(self, settings: Settings) -> None:
        self._limit, self._idle_seconds = settings.max_conversations, settings.idle_seconds
        self._max_age_seconds = settings.max_age_seconds
        # Room for one more than is ever there: a full cache would push out the oldest.
        self._held: TTLCache[str, _Held] = TTLCache(self._limit + 1, self._idle_seconds)
        self._tickets: TTLCache[str, bool] = TTLCache(MAX_TICKETS, TICKET_SECONDS)
        self._leftovers = Leftovers()

    async def start(self, conversation: Conversation) -> None:
        """Open a conversation. Raise MemoryFull if there is no room."""
        if await self.count() >= self._limit:
            raise MemoryFull()
        conversation.ends = time.monotonic() + self._max_age_seconds
        self._held[conversation.sender_id] = _Held(conversation)

    async def find(self, sender_id: str) -> Conversation | None:
        """Return an open conversation and let it live on, or None if it is over."""
        held = self._open(sender_id)
        if held is None:
            return None
        self._held[sender_id] = held
        return held.conversation

    async def forget(self, sender_id: str) -> None:
        """Drop all of a conversation now."""
        self._held.pop(sender_id, None)

    async def forget_words(self, conversation: Conversation) -> None:
        """Drop what was said, and let the conversation go on from nothing."""
        conversation.start_anew()
        if held := self._open(conversation.sender_id):
            held.tracker = None

    async def tracker(self, sender_id: str) -> Any | None:
        """Return the tracker kept last, or None."""
        held = self._open(sender_id)
        return held.tracker if held else None

    async def keep_tracker(self, sender_id: str, tracker: Any) -> None:
        """Keep the tracker, unless the conversation is over."""
        if held := self._open(sender_id):
            held.tracker = tracker
            self._leftovers.note(tracker)

    async def begin_turn(self, sender_id: str) -> bool:
        """Claim the conversation for a turn; return whether it was free."""
        held = self._open(sender_id)
        free = held is None or not held.busy
        if held:
            held.busy = True
        return free

    async def end_turn(self, conversation: Conversation) -> None:
        """Free the conversation, and count the turn."""
        conversation.turns += 1
        if held := self._open(conversation.sender_id):
            held.busy = False

    async def use_once(self, ticket: str) -> bool:
        """Return whether this is the ticket's first use."""
        if ticket in self._tickets:
            return False
        self._tickets[ticket] = True
        return True

    async def count(self) -> int:
        """Return how many conversations are open."""
        self._held.expire()
        return len(self._held)

    async def sweep(self) -> int:
        """Drop what is over, and return how many trackers live on that should be gone."""
        await self.count()
        for sender_id in [id_ for id_ in list(self._held) if self._open(id_) is None]:
            await self.forget(sender_id)
        if self._leftovers.number() > sum(self._has_words(id_) for id_ in list(self._held)):
            gc.collect()  # trackers stand in circles: one that has been dropped, in whatever way, is still there
        return self._leftovers.older_than(self._idle_seconds + GRACE_SECONDS)

    async def check(self) -> None:
        """Return: memory in this process always answers."""

    def _open(self, sender_id: str) -> _Held | None:
        held: _Held | None = self._held.get(sender_id)
        return held if held and held.conversation.ends > time.monotonic() else None

    def _has_words(self, sender_id: str) -> bool:
        held = self._open(sender_id)
        return held is not None and held.tracker is not None
