"""Trackers as text, for a memory that processes share: the JSON of their events, as Rasa's own stores write it."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, cast

from rasa.shared.core.events import Event
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.utils.common import all_subclasses


def as_text(tracker: DialogueStateTracker) -> str:
    """Return the tracker as JSON."""
    return json.dumps([event.as_dict() for event in tracker.events])


def from_text(sender_id: str, text: str, slots: Iterable[Slot]) -> DialogueStateTracker:
    """Return the tracker that was written as text."""
    return DialogueStateTracker.from_events(sender_id, [_event(fields) for fields in events_in(text)], slots)


def events_in(text: str) -> list[dict[str, Any]]:
    """Return the events that were written as text."""
    return cast(list[dict[str, Any]], json.loads(text))


def _event(fields: dict[str, Any]) -> Event:
    return _classes()[fields["event"]]._from_parameters(fields)


@cache
def _classes() -> dict[str, type[Event]]:
    """Return every kind of event by name: Rasa looks through all of them for each event that it reads."""
    return {kind.type_name: kind for kind in all_subclasses(Event) if hasattr(kind, "type_name")}
