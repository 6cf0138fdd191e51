"""Short follow-ups are about what was just said: «mer», «va?», «ja», «nej», «det hjälpte inte»."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.emergency import card_in_view
from actions.hand_over import hand_over
from actions.history import latest_reply, latest_topic, offered

NOTHING_YET = "utter_inget_att_upprepa"
GROUPS = ["tecken", "prata_vid_middagsbordet", "stod_till_anhorig", "skolans_ansvar"]


class TellMore(Action):
    """Tell the longer part of the latest answer, or say where else to go."""

    def name(self) -> str:
        return "action_mer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        topic = latest_topic(tracker)
        if topic is None:
            dispatcher.utter_message(response=NOTHING_YET, choices=GROUPS)
        elif latest_reply(tracker).get("more"):
            dispatcher.utter_message(response=f"utter_{topic}", part="las_mer")
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
            dispatcher.utter_message(response=NOTHING_YET, choices=GROUPS)
        else:
            dispatcher.utter_message(response=f"utter_{topic}", part="lattlast", choices=offered(tracker))
        return []


class AcceptOffer(Action):
    """Answer what was offered: the one topic, or a choice among several."""

    def name(self) -> str:
        return "action_ja"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        choices = offered(tracker)
        if len(choices) == 1:
            dispatcher.utter_message(response=f"utter_{choices[0]}")
        else:
            dispatcher.utter_message(response="utter_ja", choices=choices or GROUPS)
        return []


class DeclineOffer(Action):
    """Accept a no: an emergency card lowers its voice but keeps the number; an offer is not repeated."""

    def name(self) -> str:
        return "action_nej"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_kort_lugnare" if card_in_view(tracker) else "utter_nej")
        return []


class TryAnotherReading(Action):
    """Apologise once, offer what else the question may have been about, then the human."""

    def name(self) -> str:
        return "action_inte_hjalpt"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_inte_hjalpt", choices=offered(tracker) or GROUPS)
        hand_over(dispatcher)
        return []


class OfferGroups(Action):
    """Say what the bot can help with, with a starting point for each kind of reader."""

    def name(self) -> str:
        return "action_vad_kan_du"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        dispatcher.utter_message(response="utter_vad_kan_du", choices=GROUPS)
        return []
