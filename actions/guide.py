"""A guided talk for a relative who does not know what to ask: at most four questions, no score, no verdict."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hand_over import hand_over
from actions.history import latest_topic, reader, replies, turns, understood
from actions.starting_points import AT_WORK, DUTY, starting_points
from bot.content.cards import card_is_up
from bot.content.live import live_library
from bot.settings import Settings

START = "hjalp_mig_borja"
DANGER, WHO, NOTICED, NEED = QUESTIONS = ("fraga_fara", "fraga_vem", "fraga_markt", "fraga_behov")
IN_DANGER, TALK_TO_A_HUMAN = "fara_ja", "behov_manniska"
HUMAN = "prata_med_manniska"
CARD = "akut_planerat_vald"
# Emergencies and small talk are not offered as something to begin with.
NOT_ADVICE = ("akut", "samspel")
Answers = dict[str, dict[str, Any]]


class StartGuide(Action):
    """Ask the first question; at work, the duty comes first."""

    def name(self) -> str:
        return "action_borja"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        if card_is_up(replies(tracker)):
            dispatcher.utter_message(response="utter_akut_forst", choices=["nej"])
        elif reader(tracker) in AT_WORK:
            first = DUTY if latest_topic(tracker) != DUTY else "vad_kan_du"
            dispatcher.utter_message(response=f"utter_{first}", choices=starting_points(reader(tracker)))
        else:
            ask_next(dispatcher, tracker)
        return []


class TakeReply(Action):
    """Take the reply to a question: danger gets its card, then the next question, at last what fits and a human."""

    def name(self) -> str:
        return "action_svar"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        answers = _answers(tracker)
        if understood(tracker).get("again"):
            ask_next(dispatcher, tracker)
        elif understood(tracker).get("answer") == IN_DANGER:
            dispatcher.utter_message(response=f"utter_{CARD}", part="kort")
        elif understood(tracker).get("answer") == TALK_TO_A_HUMAN:
            hand_over(dispatcher)
        elif NEED in answers:
            _conclude(dispatcher, answers)
        else:
            ask_next(dispatcher, tracker)
        return []


def ask_next(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """Ask the first question that has no reply yet; not who it is about where that has been said."""
    answers = _answers(tracker)
    known = {WHO} if understood(tracker).get("known") else set()
    left = [question for question in QUESTIONS if question not in answers and question not in known]
    dispatcher.utter_message(response=f"utter_{left[0] if left else NEED}")


def _answers(tracker: Tracker) -> Answers:
    """Return what was understood of the reply to each question since the guide began, this turn's among them."""
    found: Answers = {}
    reply = understood(tracker)
    for parsed, said in turns(tracker):
        question = next((r["question"] for r in said if r.get("question")), None)
        understanding = parsed.get("understanding") or {}
        if question is None and understanding.get("pending"):
            continue  # The visitor asked something in between.
        if question is None:
            break
        # Who it is about is no reply to whether somebody is in danger.
        if not reply.get("again") and not (question == DANGER and reply.get("named")):
            found[question] = reply
        reply = understanding
        if (parsed.get("intent") or {}).get("name") == START:
            break
    return found


def _conclude(dispatcher: CollectingDispatcher, answers: Answers) -> None:
    topics = [topic for question in (NEED, NOTICED, WHO) for topic in _fitting(answers.get(question, {}), question)]
    first, *others = list(dict.fromkeys(topics)) or ["stod_till_anhorig"]
    dispatcher.utter_message(response="utter_guide_klar")
    dispatcher.utter_message(response=f"utter_{first}", choices=others or [HUMAN])
    hand_over(dispatcher)


def _fitting(reply: dict[str, Any], question: str) -> list[str]:
    """Return the topics that fit a reply: those of the choice, or what the free words may be about."""
    library = live_library(Settings.from_environment().data).get()
    option = library.options().get(reply.get("answer") or "")
    if option:
        return list(option.topics)
    likely = [] if question == WHO or reply.get("skipped") else reply.get("offered") or []
    return [topic for topic in likely if library.topics[topic].group not in NOT_ADVICE][:2]
