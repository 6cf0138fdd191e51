"""Read the conversation so far from its events; nothing is kept in slots that could outlive its question."""

from collections.abc import Iterator
from typing import Any

from rasa_sdk import Tracker

MISS = "unknown"


def replies(tracker: Tracker) -> Iterator[dict[str, Any]]:
    """Yield what the bot has said, the latest first, as the answer generator made it."""
    for event in reversed(tracker.events):
        if event.get("event") == "bot":
            custom = (event.get("data") or {}).get("custom")
            if custom:
                yield custom


def latest_reply(tracker: Tracker) -> dict[str, Any]:
    """Return the latest thing the bot said, or an empty reply."""
    return next(replies(tracker), {})


def latest_topic(tracker: Tracker) -> str | None:
    """Return the topic that was last answered."""
    return next((reply["topic"] for reply in replies(tracker) if reply.get("topic")), None)


def offered(tracker: Tracker) -> list[str]:
    """Return the ids of the topics that the latest reply offered."""
    return [choice["id"] for choice in latest_reply(tracker).get("choices", ())]


def misses_in_a_row(tracker: Tracker) -> int:
    """Return how many of the latest replies in a row did not answer anything."""
    count = 0
    for reply in replies(tracker):
        if reply["kind"] != MISS:
            break
        count += 1
    return count


def understood(tracker: Tracker) -> dict[str, Any]:
    """Return what the understanding found in the latest message (see bot/nlu/decision.py)."""
    return tracker.latest_message.get("understanding") or {}
