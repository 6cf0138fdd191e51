"""Yes, no, and not sure: about what was offered, or about the emergency card that is up."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import card_was_latest, latest_reply, offered, reader, replies, understood, waiting
from actions.starting_points import starting_points
from bot.content.cards import card_is_up

CALL_FIRST, DENY = "utter_akut_forst", ["nej"]


class AcceptOffer(Action):
    """Answer what was offered: the one topic, or a choice among several."""

    def name(self) -> str:
        return "action_ja"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        choices = offered(tracker)
        if latest_reply(tracker).get("held") or choices == DENY or card_was_latest(tracker):
            dispatcher.utter_message(response=CALL_FIRST, choices=DENY)
        elif len(choices) == 1:
            dispatcher.utter_message(response=f"utter_{choices[0]}")
        else:
            dispatcher.utter_message(response="utter_ja", choices=choices or starting_points(reader(tracker)))
        return []


class DeclineOffer(Action):
    """Accept a no: an emergency card lowers its voice but keeps the number, and what waited for it is answered."""

    def name(self) -> str:
        return "action_nej"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if not card_is_up(replies(tracker)):
            dispatcher.utter_message(response="utter_nej")
        elif _is_about_card(tracker):
            _lower_card(dispatcher, tracker)
        else:
            dispatcher.utter_message(response=CALL_FIRST, choices=DENY)
        return []


class KeepCard(Action):
    """Not being sure lowers no card: it is fine to call then, and one may still say that it was not so."""

    def name(self) -> str:
        return "action_osaker"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if _in_english(tracker):
            dispatcher.utter_message(response="utter_osaker_en")
        else:
            dispatcher.utter_message(response="utter_akut_osaker", choices=DENY)
        return []


def _is_about_card(tracker: Tracker) -> bool:
    """Return whether a no is meant for the card: it says so itself, it was chosen, or the card was just spoken of."""
    return bool(understood(tracker).get("denied")) or DENY[0] in offered(tracker) or card_was_latest(tracker)


def _lower_card(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    held = waiting(tracker)
    dispatcher.utter_message(response="utter_lugnare_en" if _in_english(tracker) else "utter_kort_lugnare")
    if held:
        topic, person = held
        dispatcher.utter_message(response=f"utter_{topic}", about=person)


def _in_english(tracker: Tracker) -> bool:
    return understood(tracker).get("language") == "en"
