"""Trackers as text."""

from rasa.shared.core.events import ActionExecuted, BotUttered, Restarted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.trackers import as_text, from_text

SLOTS = [TextSlot("lasare", mappings=[{}])]
EVENTS = [
    ActionExecuted("action_session_start"),
    SessionStarted(),
    ActionExecuted("action_listen"),
    SlotSet("lasare", "ung"),
    UserUttered("min bror är arg", {"name": "blir_arg", "confidence": 0.9}, parse_data={"understanding": {"both": []}}),
    BotUttered("Ring 112.", {"custom": {"text": "Ring 112.", "kind": "crisis"}}),
]


def test_a_tracker_is_the_same_after_it_has_been_text() -> None:
    tracker = DialogueStateTracker.from_events("a", EVENTS, SLOTS)
    read = from_text("a", as_text(tracker), SLOTS)
    assert read == tracker and as_text(read) == as_text(tracker)
    assert read.get_slot("lasare") == "ung" and read.latest_message.text == "min bror är arg"


def test_it_is_read_as_rasa_itself_reads_it() -> None:
    tracker = DialogueStateTracker.from_events("a", [*EVENTS, Restarted(), *EVENTS], SLOTS)
    rasas = DialogueStateTracker.from_dict("a", [event.as_dict() for event in tracker.events], SLOTS)
    assert from_text("a", as_text(tracker), SLOTS) == rasas
