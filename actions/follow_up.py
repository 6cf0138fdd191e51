"""Short follow-ups are about what was just said: «mer», «va?», «ja», «nej», «tillbaka», «och på kvällen då?»."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hand_over import hand_over
from actions.history import (
    answered,
    latest_replies,
    latest_reply,
    latest_topic,
    misses_in_a_row,
    offered,
    reader,
    understood,
)
from actions.starting_points import starting_points
from bot.content.cards import CARD

NOTHING_YET = "utter_inget_att_upprepa"
HOURS, HUMAN = "oppettider", "prata_med_manniska"


class TellMore(Action):
    """Tell the longer part of the latest answer, or say where else to go."""

    def name(self) -> str:
        return "action_mer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        told = next((reply for reply in latest_replies(tracker) if reply["more"]), None)
        topic = latest_topic(tracker)
        if told:
            dispatcher.utter_message(response=f"utter_{told['topic'] or 'overlamning'}", part="las_mer")
        elif topic is None or misses_in_a_row(tracker):
            dispatcher.utter_message(response=NOTHING_YET, choices=offered(tracker) or starting_points(reader(tracker)))
        else:
            dispatcher.utter_message(response="utter_det_var_allt", choices=offered(tracker))
        return []


class SayPlainly(Action):
    """Say the latest answer in plainer words."""

    def name(self) -> str:
        return "action_enklare"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        topic = latest_topic(tracker)
        if topic is None:
            dispatcher.utter_message(response=NOTHING_YET, choices=starting_points(reader(tracker)))
        else:
            dispatcher.utter_message(response=f"utter_{topic}", part="lattlast", choices=offered(tracker))
        return []


class GoBack(Action):
    """Show the answer before the latest one again."""

    def name(self) -> str:
        return "action_tillbaka"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        topics = list(dict.fromkeys(answered(tracker)))
        if not topics:
            dispatcher.utter_message(response=NOTHING_YET, choices=starting_points(reader(tracker)))
        else:
            dispatcher.utter_message(response=f"utter_{topics[1] if len(topics) > 1 else topics[0]}")
        return []


class TellHours(Action):
    """Say who answers then: the helpline's hours, and who else is open."""

    def name(self) -> str:
        return "action_tid"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if latest_topic(tracker) == HOURS:
            hand_over(dispatcher)
        else:
            dispatcher.utter_message(response=f"utter_{HOURS}", choices=[HUMAN, *offered(tracker)])
        return []


class AcceptOffer(Action):
    """Answer what was offered: the one topic, or a choice among several."""

    def name(self) -> str:
        return "action_ja"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        choices = offered(tracker)
        if latest_reply(tracker).get("held") or _card_was_latest(tracker):
            dispatcher.utter_message(response="utter_akut_forst", choices=["nej"])
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
        held = latest_reply(tracker).get("held")
        if held or _card_was_latest(tracker):
            calmer = "utter_lugnare_en" if understood(tracker).get("language") == "en" else "utter_kort_lugnare"
            dispatcher.utter_message(response=calmer)
        else:
            dispatcher.utter_message(response="utter_nej")
        if held:
            dispatcher.utter_message(response=f"utter_{held}")
        return []


class TryAnotherReading(Action):
    """Apologise once, offer what else the question may have been about, then the human."""

    def name(self) -> str:
        return "action_inte_hjalpt"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        choices = offered(tracker) or starting_points(reader(tracker))
        dispatcher.utter_message(response="utter_inte_hjalpt", choices=choices)
        hand_over(dispatcher)
        return []


class OfferGroups(Action):
    """Say what the bot can help with, with a starting point for each kind of reader."""

    def name(self) -> str:
        return "action_vad_kan_du"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_vad_kan_du", choices=starting_points(reader(tracker)))
        return []


def _card_was_latest(tracker: Tracker) -> bool:
    return any(reply["kind"] == CARD and reply["topic"] for reply in latest_replies(tracker))
