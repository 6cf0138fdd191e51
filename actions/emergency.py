"""Emergencies come before everything else."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import understood
from actions.languages import tell_in_other_language

MAX_CARDS = 2
# Worn out with worry about somebody, or in danger oneself: the card first, and then both are met.
OWN_LIFE, WORN_OUT, SUPPORT = "egen_sjalvmordstanke", "utter_akut_och_oro", "stod_till_anhorig"
SWEDISH, ENGLISH = "kort", "kort_en"


class ShowEmergencyCards(Action):
    """Show the card of each emergency that was recognised, and nothing that could replace the call."""

    def name(self) -> str:
        return "action_kris"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        language = understood(tracker).get("language")
        topics = understood(tracker).get("emergencies", [])[:MAX_CARDS]
        for topic in topics:
            for part in _wordings(language):
                dispatcher.utter_message(response=f"utter_{topic}", part=part)
        if OWN_LIFE in topics and understood(tracker).get("person"):
            meet_worry(dispatcher)
        tell_in_other_language(dispatcher, understood(tracker))
        return []


def meet_worry(dispatcher: CollectingDispatcher) -> None:
    """Under the card, meet whoever is worn out with worry: what helps them waits until they say that it was not so."""
    dispatcher.utter_message(response=WORN_OUT, choices=["nej"], held=SUPPORT)


def _wordings(language: str | None) -> list[str]:
    """Return the wordings of a card: Swedish, English, or both for a reader of neither."""
    if language in (None, "sv"):
        return [SWEDISH]
    return [ENGLISH] if language == "en" else [ENGLISH, SWEDISH]
