"""Rasa's way to the memory: a tracker store that keeps nothing itself."""

from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.trackers import as_text, events_in, from_text
from bot.memory import LocalMemory, Memory
from bot.settings import Settings


class ForgettingTrackerStore(TrackerStore):
    """Keep trackers in the memory for as long as their conversation lasts. Nothing is written anywhere else."""

    def __init__(
        self,
        domain: Domain | None,
        event_broker: EventBroker | None = None,
        memory: Memory | None = None,
        **_: Any,
    ) -> None:
        super().__init__(domain, event_broker)
        self.memory: Memory = memory or LocalMemory(Settings.from_environment())

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the tracker, unless its conversation is over."""
        await self.memory.keep_tracker(tracker.sender_id, as_text(tracker) if self.memory.is_shared else tracker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return what was said, or None if nothing was or the conversation is over."""
        kept = await self.memory.tracker(sender_id)
        if not isinstance(kept, str):
            return kept
        return from_text(sender_id, kept, self.domain.slots)

    async def events(self, sender_id: str) -> list[dict[str, Any]]:
        """Return the events of a conversation as Rasa writes them, without making a tracker."""
        kept = await self.memory.tracker(sender_id)
        if isinstance(kept, str):
            return events_in(kept)
        return [event.as_dict() for event in kept.events] if kept else []

    async def keys(self) -> Iterable[str]:
        """Return nothing: only Rasa's own HTTP API asks, and it is not served."""
        return ()
