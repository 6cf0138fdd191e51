"""Memory that forgets: conversations in this process only, bounded in number and age."""

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
