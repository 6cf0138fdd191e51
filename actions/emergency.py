"""Emergencies come before everything else."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import understood
from actions.languages import tell_in_other_language

MAX_CARDS = 2
SWEDISH, ENGLISH = "kort", "kort_en"


class ShowEmergencyCards(Action):
    """Show the card of each emergency that was recognised, and nothing that could replace the call."""

    def name(self) -> str:
        return "action_kris"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        language = understood(tracker).get("language")
        for topic in understood(tracker).get("emergencies", [])[:MAX_CARDS]:
            for part in _wordings(language):
                dispatcher.utter_message(response=f"utter_{topic}", part=part)
        tell_in_other_language(dispatcher, understood(tracker))
        return []


def _wordings(language: str | None) -> list[str]:
    """Return the wordings of a card: Swedish, English, or both for a reader of neither."""
    if language in (None, "sv"):
        return [SWEDISH]
    return [ENGLISH] if language == "en" else [ENGLISH, SWEDISH]
