"""What to do when the bot is unsure, or does not understand."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hand_over import hand_over
from actions.history import misses_in_a_row, understood

STARTING_POINTS = ["tecken", "stod_till_anhorig", "skolans_ansvar", "vill_lamna"]


class OfferChoices(Action):
    """Offer the topics that the message may be about, instead of guessing."""

    def name(self) -> str:
        return "action_erbjud_val"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_oklart", choices=understood(tracker).get("offered", []))
        return []


class AdmitNotUnderstanding(Action):
    """Say so once, with ways on; hand over to a human the second time."""

    def name(self) -> str:
        return "action_okant"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if misses_in_a_row(tracker):
            dispatcher.utter_message(response="utter_okant_igen", choices=STARTING_POINTS)
            hand_over(dispatcher)
            return []
        offered = understood(tracker).get("offered") or STARTING_POINTS
        dispatcher.utter_message(response="utter_okant", choices=offered)
        return []


class SayOutsideTheField(Action):
    """Say that this is outside the field; hand over if nothing was answered before either."""

    def name(self) -> str:
        return "action_utanfor"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_utanfor", choices=STARTING_POINTS)
        if misses_in_a_row(tracker):
            hand_over(dispatcher)
        return []


class AnswerBoth(Action):
    """Answer both questions of a message that holds two."""

    def name(self) -> str:
        return "action_svara_pa_bada"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_tva_fragor")
        for topic in understood(tracker).get("both", []):
            dispatcher.utter_message(response=f"utter_{topic}")
        return []
