"""Memory that forgets: conversations in this process only, bounded in number and age."""

import gc
import time
from collections.abc import Iterable
from typing import Any

from cachetools import TTLCache
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

IDLE_SECONDS = 30 * 60
MAX_CONVERSATIONS = 2_000


class ForgettingTrackerStore(TrackerStore):
    """Keep trackers for `idle_seconds` after the latest turn. Nothing is written anywhere."""

    def __init__(
        self,
        domain: Domain | None,
        event_broker: EventBroker | None = None,
        idle_seconds: float = IDLE_SECONDS,
        max_conversations: int = MAX_CONVERSATIONS,
        **_: Any,
    ) -> None:
        super().__init__(domain, event_broker)
        self._trackers: TTLCache[str, DialogueStateTracker] = TTLCache(max_conversations, idle_seconds)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the tracker, and forget the one longest idle if there are too many."""
        self._trackers[tracker.sender_id] = tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the conversation, or None if it is over."""
        return self._trackers.get(sender_id)

    async def keys(self) -> Iterable[str]:
        """Return the ids of the conversations that are held."""
        return list(self._trackers)

    def forget(self, sender_id: str) -> None:
        """Drop a conversation now."""
        self._trackers.pop(sender_id, None)

    def forget_expired(self) -> int:
        """Drop what has been idle too long, and return how many that was."""
        return len(self._trackers.expire())


def overdue_conversations(seconds: float) -> int:
    """Return how many conversations this process still holds whose latest turn is older than that.

    Asks the garbage collector, not the store: it also sees what the store believes it has dropped.
    """
    held = [thing for thing in gc.get_objects() if type(thing) is DialogueStateTracker]
    return sum(time.time() - tracker.events[-1].timestamp > seconds for tracker in held if tracker.events)
