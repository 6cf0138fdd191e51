"""Read the conversation so far from its events; nothing is kept in slots that could outlive its question."""

from collections.abc import Iterator
from typing import Any

from rasa_sdk import Tracker

from bot.content.cards import CARD
from bot.content.live import live_library
from bot.content.topics import READER_SLOT
from bot.settings import Settings

MISSES = {"unknown", "clarify"}
SMALL_TALK = "samspel"
HAND_OVER = "overlamning"
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
    return (topic for _, said in turns(tracker) for topic in reversed(answers_in(said)))


def answers_in(said: Replies) -> list[str]:
    """Return the topics that a turn answered, in its order."""
    library = live_library(Settings.from_environment().data).get()
    topics = (reply["topic"] for reply in said if reply.get("topic") and reply["kind"] != "unknown")
    return [topic for topic in topics if library.topics[topic].group != SMALL_TALK]


def latest_told(tracker: Tracker) -> str | None:
    """Return the topic that was last answered, or the hand-over to a human; None where nothing was told yet."""
    for _, said in turns(tracker):
        if answers := answers_in(said):
            return answers[-1]
        if any(map(_hands_over, said)):
            return HAND_OVER
    return None


def untold(tracker: Tracker) -> str | None:
    """Return what was last told, if its longer part is still to be told."""
    latest, since = latest_told(tracker), ""
    for reply in replies(tracker):
        about = HAND_OVER if _hands_over(reply) else next(iter(answers_in([reply])), None)
        if about not in (None, latest, HAND_OVER):
            return None
        if about == latest and reply["more"]:
            return None if reply["more"] in since else latest
        since += reply["text"]
    return None


def _hands_over(reply: dict[str, Any]) -> bool:
    return (reply["kind"], reply["language"]) == ("handoff", "sv")


def latest_topic(tracker: Tracker) -> str | None:
    """Return the topic that was last answered."""
    return next(answered(tracker), None)


def offered(tracker: Tracker) -> list[str]:
    """Return the ids of the topics that the latest turn offered."""
    return [choice["id"] for reply in latest_replies(tracker) for choice in reply.get("choices", ())]


def card_was_latest(tracker: Tracker) -> bool:
    """Return whether the latest turn showed an emergency card."""
    return any(reply["kind"] == CARD and reply["topic"] for reply in latest_replies(tracker))


def waiting(tracker: Tracker) -> tuple[str, str | None] | None:
    """Return the topic that waits until the danger is over, and who it was asked about."""
    for parsed, said in turns(tracker):
        if held := next((reply["held"] for reply in said if reply.get("held")), None):
            return held, (parsed.get("understanding") or {}).get("person")
        if any(reply["kind"] == CARD and not reply["topic"] for reply in said):
            break
    return None


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
