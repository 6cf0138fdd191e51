"""Read the conversation so far from its events; nothing is kept in slots that could outlive its question."""

from collections.abc import Iterator
from typing import Any

from rasa_sdk import Tracker

from bot.content.live import live_library
from bot.content.topics import READER_SLOT
from bot.settings import Settings

MISSES = {"unknown", "clarify"}
SMALL_TALK = "samspel"
Replies = list[dict[str, Any]]


def turns(tracker: Tracker) -> Iterator[tuple[dict[str, Any], Replies]]:
    """Yield the turns that are over, the latest first: what was understood, and the replies in their order."""
    said: Replies = []
    current = True
    for event in reversed(tracker.events):
        if event.get("event") == "bot" and (custom := (event.get("data") or {}).get("custom")):
            said.insert(0, custom)
        elif event.get("event") == "user":
            if not current:
                yield event.get("parse_data") or {}, said
            said, current = [], False


def replies(tracker: Tracker) -> Iterator[dict[str, Any]]:
    """Yield what the bot has said, the latest first, as the answer generator made it."""
    for _, said in turns(tracker):
        yield from reversed(said)


def latest_replies(tracker: Tracker) -> Replies:
    """Return everything the bot said in the latest turn."""
    return next((said for _, said in turns(tracker)), [])


def latest_reply(tracker: Tracker) -> dict[str, Any]:
    """Return the latest thing the bot said, or an empty reply."""
    return next(replies(tracker), {})


def answered(tracker: Tracker) -> Iterator[str]:
    """Yield the topics that were answered, the latest first; small talk is no topic to come back to."""
    library = live_library(Settings.from_environment().data).get()
    topics = (reply["topic"] for reply in replies(tracker) if reply.get("topic") and reply["kind"] != "unknown")
    return (topic for topic in topics if library.topics[topic].group != SMALL_TALK)


def latest_topic(tracker: Tracker) -> str | None:
    """Return the topic that was last answered."""
    return next(answered(tracker), None)


def offered(tracker: Tracker) -> list[str]:
    """Return the ids of the topics that the latest turn offered."""
    return [choice["id"] for reply in latest_replies(tracker) for choice in reply.get("choices", ())]


def misses_in_a_row(tracker: Tracker) -> int:
    """Return how many of the latest turns in a row did not answer anything."""
    count = 0
    for _, said in turns(tracker):
        if not any(reply["kind"] in MISSES for reply in said):
            break
        count += 1
    return count


def understood(tracker: Tracker) -> dict[str, Any]:
    """Return what the understanding found in the latest message (see bot/nlu/decision.py and turn_reader.py)."""
    return tracker.latest_message.get("understanding") or {}


def reader(tracker: Tracker) -> str | None:
    """Return who reads: as they said it, or else as they chose it."""
    said: str | None = understood(tracker).get("reader") or tracker.get_slot(READER_SLOT)
    return said
