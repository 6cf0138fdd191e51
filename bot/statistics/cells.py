"""What one number counts: one thing, in a day or a month. No topic has an hour, and no day has hours."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

# The parts of the day, by the hour at which each begins; the night goes on after midnight.
PARTS_OF_DAY = {0: "night", 6: "morning", 10: "day", 17: "evening", 22: "night"}
# How long an answer took: at most so many seconds.
STEPS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 4.0)
LONGER = "longer"
WHOLE = ""  # no part of the day: all of it


class Cell(NamedTuple):
    """One number's name. `period` is a day (2026-11-24) or a month (2026-11); `hours` a part of the day."""

    period: str
    hours: str
    measure: str
    name: str


def cells(replies: Sequence[dict[str, Any]], *, at: datetime, seconds: float, is_first: bool) -> Iterator[Cell]:
    """Yield the cells that a turn adds one to."""
    day, month = at.date().isoformat(), month_of(at.date())
    outcomes = [*_outcomes(replies), *(["start"] if is_first else [])]
    yield from (Cell(day, WHOLE, "outcome", outcome) for outcome in outcomes)
    yield from (Cell(month, part_of_day(at), "outcome", outcome) for outcome in outcomes)
    yield from (Cell(day, WHOLE, "topic", topic) for topic in _topics(replies))
    yield from (Cell(day, WHOLE, "unsure", topic) for topic in _nearest(replies))
    yield Cell(month, WHOLE, "seconds", step(seconds))


def month_of(day: date) -> str:
    """Return the month of a day as a period."""
    return day.isoformat()[:7]


def part_of_day(at: datetime) -> str:
    """Return the part of the day of a time."""
    return next(name for hour, name in reversed(PARTS_OF_DAY.items()) if at.hour >= hour)


def step(seconds: float) -> str:
    """Return the least step that a time fits within."""
    return next((str(limit) for limit in STEPS if seconds <= limit), LONGER)


def _outcomes(replies: Sequence[dict[str, Any]]) -> list[str]:
    """Return what a turn was: «turn» always, each kind of reply that says something, and the way to a human."""
    kinds = {reply["kind"] for reply in replies if reply["kind"] not in ("answer", "notice") or _is_answer(reply)}
    # The number under an answer; «handoff» is the answer that is nothing but the way to a human.
    offered = {"human"} if any(reply["human"] for reply in replies) else set()
    return ["turn", *sorted(kinds - {"notice"} | offered)]


def _is_answer(reply: dict[str, Any]) -> bool:
    return bool(reply["kind"] == "answer" and reply["topic"])


def _topics(replies: Sequence[dict[str, Any]]) -> list[str]:
    return sorted({str(reply["topic"]) for reply in replies if reply["topic"] and reply["kind"] != "unknown"})


def _nearest(replies: Sequence[dict[str, Any]]) -> list[str]:
    """Return the topic that was likeliest where the bot asked which one was meant."""
    return [str(reply["choices"][0]["id"]) for reply in replies if reply["kind"] == "clarify" and reply["choices"]][:1]
