"""What a visitor who opens with a message would be served."""

from dataclasses import dataclass
from typing import Any, Literal

from bot.answers.choices import choices_after
from bot.content.library import Library

Outcome = Literal["answer", "clarify", "crisis", "handoff", "unknown", "language"]

BY_INTENT: dict[str, Outcome] = {
    "kris": "crisis",
    "oklart": "clarify",
    "okant": "unknown",
    "utanfor": "unknown",
    "annat_sprak": "language",
    "prata_med_manniska": "handoff",
}


@dataclass(frozen=True)
class Served:
    """The outcome, the topic answered (or the card shown), and the topics offered, at most four."""

    outcome: Outcome
    topic: str | None
    offered: tuple[str, ...]
    confidence: float
    why: dict[str, Any]


def served(parse: dict[str, Any], library: Library) -> Served:
    """Return what the visitor is served for what the understanding made of a message."""
    intent, understanding = parse["intent"], parse["understanding"]
    # What is no topic («min dotter» and no more) is answered with a question.
    outcome = BY_INTENT.get(intent["name"]) or ("answer" if intent["name"] in library.topics else "clarify")
    return Served(
        outcome=outcome,
        topic=_topic(outcome, intent["name"], understanding),
        offered=_offered(outcome, intent["name"], understanding, library),
        confidence=round(float(intent["confidence"]), 4),
        why={"reason": understanding.get("reason"), "words": understanding.get("words"), **_ranking(parse)},
    )


def _topic(outcome: Outcome, intent: str, understanding: dict[str, Any]) -> str | None:
    if outcome == "crisis":
        return str(understanding["emergencies"][0])
    if understanding.get("both"):
        return str(understanding["both"][0])
    return intent if outcome in ("answer", "handoff") or intent == "utanfor" else None


def _offered(outcome: Outcome, intent: str, understanding: dict[str, Any], library: Library) -> tuple[str, ...]:
    if outcome in ("clarify", "unknown"):
        return tuple(understanding["offered"])
    if outcome == "answer":
        return tuple(choices_after(library, intent, understanding)) if not understanding.get("both") else ()
    return ()


def _ranking(parse: dict[str, Any]) -> dict[str, Any]:
    return {"ranking": [[entry["name"], round(entry["confidence"], 3)] for entry in parse["intent_ranking"][:5]]}
