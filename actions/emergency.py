"""Emergencies come before everything else."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import replies, understood
from actions.languages import tell_in_other_language

MAX_CARDS = 2


class ShowEmergencyCards(Action):
    """Show the card of each emergency that was recognised, and nothing that could replace the call."""

    def name(self) -> str:
        return "action_kris"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        for topic in understood(tracker).get("emergencies", [])[:MAX_CARDS]:
            dispatcher.utter_message(response=f"utter_{topic}", part="kort")
        tell_in_other_language(dispatcher, understood(tracker).get("language"))
        return []


def card_in_view(tracker: Tracker) -> bool:
    """Return whether an emergency card was the last thing shown."""
    return next((reply["kind"] == "crisis" for reply in replies(tracker)), False)
