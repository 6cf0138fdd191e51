"""The visitor says who it is about, who writes, or that something else was meant."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.emergency import OWN_LIFE, meet_worry
from actions.guide import ask_next
from actions.history import latest_topic, reader, replies, understood
from actions.offer import DENY
from actions.starting_points import AT_WORK, DUTY, starting_points
from bot.content.cards import card_is_up

THANKS = "utter_jag_hor_ihop"


class TakeWho(Action):
    """Answer the latest question again for the person or the reader that was named; without one, begin."""

    def name(self) -> str:
        return "action_vem"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        topic = latest_topic(tracker)
        if card_is_up(replies(tracker)) and topic == OWN_LIFE and understood(tracker).get("person"):
            meet_worry(dispatcher)
        elif card_is_up(replies(tracker)):
            dispatcher.utter_message(response=THANKS, choices=DENY)
        elif topic:
            dispatcher.utter_message(response=THANKS)
            dispatcher.utter_message(response=f"utter_{topic}")
        elif reader(tracker) in AT_WORK:
            dispatcher.utter_message(response=f"utter_{DUTY}", choices=starting_points(reader(tracker)))
        elif reader(tracker) in (None, "anhorig"):
            ask_next(dispatcher, tracker)
        else:
            dispatcher.utter_message(response="utter_vad_kan_du", choices=starting_points(reader(tracker)))
        return []


class TakeCorrection(Action):
    """Offer what belongs to the field that was meant instead."""

    def name(self) -> str:
        return "action_rattelse"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response=THANKS, choices=understood(tracker).get("area", []))
        return []
