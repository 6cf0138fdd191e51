"""What to do when the bot is unsure, or does not understand: at the second miss a human, never a third apology."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hand_over import hand_over
from actions.history import latest_topic, misses_in_a_row, reader, replies, understood
from actions.starting_points import AT_WORK, DUTY, starting_points
from bot.content.cards import card_is_up


class OfferChoices(Action):
    """Offer the topics that the message may be about, instead of guessing."""

    def name(self) -> str:
        return "action_erbjud_val"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        offered = understood(tracker).get("offered", [])
        if reader(tracker) in AT_WORK and latest_topic(tracker) is None:
            dispatcher.utter_message(response=f"utter_{DUTY}", choices=offered)
            return []
        missed(dispatcher, tracker, first="utter_oklart", choices=offered)
        return []


class AdmitNotUnderstanding(Action):
    """Say so once, with ways on; hand over to a human the second time."""

    def name(self) -> str:
        return "action_okant"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        missed(dispatcher, tracker, first="utter_okant", choices=understood(tracker).get("offered", []))
        return []


class SayOutsideTheField(Action):
    """Say that this is outside the field; hand over if nothing was answered before either."""

    def name(self) -> str:
        return "action_utanfor"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        missed(dispatcher, tracker, first="utter_utanfor", choices=[])
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


def missed(dispatcher: CollectingDispatcher, tracker: Tracker, *, first: str, choices: list[str]) -> None:
    """Say `first` with ways on at the first miss in a row; from the second on that a human can help better.

    While a card is up, whatever is not understood may belong to the danger: then the call comes first.
    """
    if card_is_up(replies(tracker)):
        dispatcher.utter_message(response="utter_akut_forst", choices=["nej"])
        return
    misses = misses_in_a_row(tracker)
    ways_on = choices or starting_points(reader(tracker))
    dispatcher.utter_message(response="utter_okant_igen" if misses else first, choices=ways_on)
    if misses == 1:
        hand_over(dispatcher)
