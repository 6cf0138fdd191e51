"""The way back through the answers, one at a time."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.history import answers_in, reader, turns
from actions.starting_points import starting_points

BACK = "tillbaka"
# What stands on the page without being an answer: a hand-over, a miss.
NO_ANSWER: tuple[str, str | None] = ("", None)
NOTHING_YET, FIRST = "utter_inget_att_upprepa", "utter_forsta_svaret"


class GoBack(Action):
    """Show the answer before the one that is shown; say so where there is none."""

    def name(self) -> str:
        return "action_tillbaka"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        shown = _shown(tracker)
        if len(shown) > 1:
            topic, person = shown[-2]
            dispatcher.utter_message(response=f"utter_{topic}", about=person)
        else:
            choices = starting_points(reader(tracker))
            dispatcher.utter_message(response=FIRST if shown else NOTHING_YET, choices=choices)
        return []


def _shown(tracker: Tracker) -> list[tuple[str, str | None]]:
    """Return the answers that lead to the one that is shown, it last, and who each was about."""
    shown: list[tuple[str, str | None]] = []
    for parsed, said in reversed(list(turns(tracker))):
        if (parsed.get("intent") or {}).get("name") == BACK:
            del shown[max(1, len(shown) - 1) :]
            continue
        if shown and shown[-1] == NO_ANSWER:
            shown.pop()
        person = (parsed.get("understanding") or {}).get("person")
        answers = [(topic, person) for topic in answers_in(said)]
        shown += [answer for answer in answers or [NO_ANSWER] if answer[0] != (shown or [NO_ANSWER])[-1][0]]
    return shown
