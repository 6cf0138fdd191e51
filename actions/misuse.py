"""Abuse, provocation and dangerous requests: one calm line, no lecture, and a human all the same."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import turns

MISUSE = ("farlig_begaran", "skallsord")
MANY = 3


class StayCalm(Action):
    """Decline once calmly; after three times shorter."""

    def name(self) -> str:
        return "action_lugnt_svar"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        kind = tracker.latest_message["intent"]["name"]
        before = sum((parsed.get("intent") or {}).get("name") in MISUSE for parsed, _ in turns(tracker))
        dispatcher.utter_message(response="utter_kort_svar" if before >= MANY else f"utter_{kind}")
        return []
