"""Readers of other languages get the numbers in English and Swedish, and what else there is."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hand_over import opening_now
from actions.history import understood


class AnswerInOtherLanguage(Action):
    """Give the way to a human in English, or in Swedish and English to a reader of any other language."""

    def name(self) -> str:
        return "action_annat_sprak"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        tell_in_other_language(dispatcher, understood(tracker))
        return []


def tell_in_other_language(dispatcher: CollectingDispatcher, understanding: dict[str, Any]) -> None:
    """Say what the bot has for a reader of another language than Swedish; nothing for a reader of Swedish."""
    language = understanding.get("language")
    if language in (None, "sv"):
        return
    if language != "en":
        dispatcher.utter_message(response="utter_annat_sprak")
    opening = opening_now("en")
    phrase = {"overlamning_oppet": "utter_oppet_en", "overlamning_stangt": "utter_stangt_en"}.get(opening.phrase)
    dispatcher.utter_message(response=phrase or "utter_okant_en", values={"nasta_tid": opening.next_opening})
    dispatcher.utter_message(response="utter_engelska")
