"""What staff may read of a month: no number that could point somebody out, today or by watching it grow."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.statistics.cells import LONGER, PARTS_OF_DAY, STEPS, Cell, month_of
from bot.statistics.store import FEWEST

OUTCOMES = (
    "turn",
    "start",
    "answer",
    "question",
    "clarify",
    "unknown",
    "handoff",
    "human",
    "crisis",
    "language",
    "fault",
)
STEP_NAMES = (*(str(step) for step in STEPS), LONGER)
# None is a number between nought and five.
Told = int | None


@dataclass(frozen=True)
class Report:
    """One month. In one that goes on, the sums are rounded down to whole fives, and today is not among the days."""

    month: str
    days: dict[str, dict[str, Told]]
    sums: dict[str, Told]
    hours: dict[str, dict[str, Told]]
    topics: list[tuple[str, Told]]
    unsure: list[tuple[str, Told]]
    seconds: dict[str, Told]


def make_report(numbers: dict[Cell, int], month: str, today: date) -> Report:
    """Return the report of a month (2026-11) from what is written about it."""
    goes_on = month == month_of(today)
    days = [day for day in _days_of(month) if day < today]
    return Report(
        month=month,
        days={day.isoformat(): _day(numbers, day.isoformat()) for day in days},
        sums=dict(_sums(numbers, "outcome", goes_on)),
        hours={outcome: _hours(numbers, month, outcome, goes_on) for outcome in OUTCOMES},
        topics=_sums(numbers, "topic", goes_on),
        unsure=_sums(numbers, "unsure", goes_on),
        seconds={name: _told(numbers.get(Cell(month, "", "seconds", name)), goes_on) for name in STEP_NAMES},
    )


def _told(count: int | None, goes_on: bool = False) -> Told:
    """Return a number as it may be told. None as given is no row at all: nothing happened."""
    if count is None:
        return 0
    if count < FEWEST:
        return None
    return count - count % FEWEST if goes_on else count


def _day(numbers: dict[Cell, int], day: str) -> dict[str, Told]:
    return {outcome: _told(numbers.get(Cell(day, "", "outcome", outcome))) for outcome in OUTCOMES}


def _hours(numbers: dict[Cell, int], month: str, outcome: str, goes_on: bool) -> dict[str, Told]:
    parts = dict.fromkeys(PARTS_OF_DAY.values())
    return {part: _told(numbers.get(Cell(month, part, "outcome", outcome)), goes_on) for part in parts}


def _sums(numbers: dict[Cell, int], measure: str, goes_on: bool) -> list[tuple[str, Told]]:
    """Return each name with its sum of the days and what the days left to the month, the most first."""
    sums: Counter[str] = Counter()
    for cell, count in numbers.items():
        if cell.measure == measure and not cell.hours:
            sums[cell.name] += count
    told = [(name, _told(count, goes_on)) for name, count in sums.items()]
    return sorted(told, key=lambda pair: (-(pair[1] or 0), pair[0]))


def _days_of(month: str) -> Iterable[date]:
    day = date.fromisoformat(f"{month}-01")
    while month_of(day) == month:
        yield day
        day += timedelta(days=1)
