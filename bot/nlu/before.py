"""The turn before a message: what was offered and asked, what was understood, and whether a card is up."""

from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.content.cards import card_is_up
from bot.content.topics import READER_SLOT


@dataclass(frozen=True)
class Turn:
    """The turn before: what was offered (id, title), the guide's open question, what was understood, and who reads.

    `pending` is a question of the guide that the visitor answered with a question; `card` whether a card is up.
    """

    offered: tuple[tuple[str, str], ...] = ()
    question: str | None = None
    understanding: dict[str, Any] = field(default_factory=dict)
    reader: str | None = None
    card: bool = False

    @property
    def pending(self) -> str | None:
        found: str | None = self.question or self.understanding.get("pending")
        return found


def turn_before(tracker: DialogueStateTracker | None) -> Turn:
    """Return the latest turn of a conversation; an empty one at its start."""
    offered: list[tuple[str, str]] = []
    question: str | None = None
    understanding: dict[str, Any] = {}
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, UserUttered):
            understanding = (event.parse_data or {}).get("understanding") or {}
            break
        reply = (event.data or {}).get("custom") if isinstance(event, BotUttered) else None
        if reply:
            offered = [*((choice["id"], choice["title"]) for choice in reply["choices"]), *offered]
            question = question or reply.get("question")
    reader = understanding.get("reader") or (tracker.get_slot(READER_SLOT) if tracker else None)
    return Turn(tuple(dict.fromkeys(offered)), question, understanding, reader, _card_is_up(tracker))


def _card_is_up(tracker: DialogueStateTracker | None) -> bool:
    said = (
        (event.data or {}).get("custom")
        for event in reversed(tracker.events if tracker else ())
        if isinstance(event, BotUttered)
    )
    return card_is_up(reply for reply in said if reply)
