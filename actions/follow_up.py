"""Short follow-ups are about what was just said: «mer», «va?», «och på kvällen då?», «det hjälpte inte»."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hand_over import hand_over
from actions.history import card_was_latest, latest_told, latest_topic, misses_in_a_row, offered, reader, untold
from actions.starting_points import starting_points

NOTHING_YET, CALL_FIRST, DENY = "utter_inget_att_upprepa", "utter_akut_forst", "nej"
HOURS, HUMAN = "oppettider", "prata_med_manniska"


class TellMore(Action):
    """Tell the longer part of the latest answer, or say where else to go."""

    def name(self) -> str:
        return "action_mer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        told, topic = untold(tracker), latest_told(tracker)
        if told:
            dispatcher.utter_message(response=f"utter_{told}", part="las_mer")
        elif card_was_latest(tracker):
            dispatcher.utter_message(response=f"utter_{topic}", part="las_mer")
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
        topic = latest_told(tracker)
        if topic is None:
            dispatcher.utter_message(response=NOTHING_YET, choices=starting_points(reader(tracker)))
        else:
            dispatcher.utter_message(response=f"utter_{topic}", part="lattlast", choices=offered(tracker))
        return []


class TellHours(Action):
    """Say who answers then: the helpline's hours, and who else is open."""

    def name(self) -> str:
        return "action_tid"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if card_was_latest(tracker):
            dispatcher.utter_message(response=CALL_FIRST, choices=[DENY])
        elif latest_topic(tracker) == HOURS:
            hand_over(dispatcher)
        else:
            dispatcher.utter_message(response=f"utter_{HOURS}", choices=[HUMAN, *offered(tracker)])
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
