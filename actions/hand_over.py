"""The way to a human: the number, whether somebody answers now, and what else is open."""

from datetime import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import replies
from bot.content.cards import card_is_up
from bot.content.live import live_library
from bot.content.opening import Opening, opening_at
from bot.settings import Settings

HOURS = "orostelefonen_tider"


class HandOver(Action):
    """Give the helpline's number, open or closed now, what happens when one calls, and other ways."""

    def name(self) -> str:
        return "action_overlamning"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        hand_over(dispatcher)
        return []


class SayCallYourself(Action):
    """Say that nobody can call the visitor, then how to call; while a card is up that number only."""

    def name(self) -> str:
        return "action_ring_sjalv"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_ring_sjalv")
        if card_is_up(replies(tracker)):
            dispatcher.utter_message(response="utter_akut_forst", choices=["nej"])
        else:
            hand_over(dispatcher)
        return []


def hand_over(dispatcher: CollectingDispatcher) -> None:
    """Say whether the line is open now, then how to reach a human."""
    opening = opening_now()
    dispatcher.utter_message(response=f"utter_{opening.phrase}", values={"nasta_tid": opening.next_opening})
    dispatcher.utter_message(response="utter_overlamning")


def opening_now(language: str = "sv") -> Opening:
    """Return whether the helpline is open now, and its next opening in words of the language (sv or en)."""
    settings = Settings.from_environment()
    hours = live_library(settings.data).get().facts[HOURS]
    return opening_at(hours, datetime.now(settings.time_zone), language=language)
