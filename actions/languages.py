"""Readers of other languages get the numbers in English and Swedish."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import understood


class AnswerInOtherLanguage(Action):
    """Give the numbers in English, or in Swedish and English to a reader of any other language."""

    def name(self) -> str:
        return "action_annat_sprak"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        tell_in_other_language(dispatcher, understood(tracker).get("language"))
        return []


def tell_in_other_language(dispatcher: CollectingDispatcher, language: str | None) -> None:
    """Say what the bot has for a reader of another language than Swedish; nothing for a reader of Swedish."""
    if language not in (None, "sv"):
        dispatcher.utter_message(response="utter_engelska" if language == "en" else "utter_annat_sprak")
