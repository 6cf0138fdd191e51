"""Whether a line is open now, and when it opens next: Swedish time, red days and all."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from holidays.countries import Sweden

from bot.content.facts import Fact

WEEKDAYS = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
ENGLISH = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# The days of the week, the two nearest days, and the words before a day and before its date.
_DAY_WORDS = {
    "sv": (WEEKDAYS, ("i dag", "i morgon"), "på", " den"),
    "en": (ENGLISH, ("today", "tomorrow"), "on", ""),
}
LOOK_AHEAD_DAYS = 21
HALF_DAY = "(from "
ROUND_THE_CLOCK = "dygnet runt"


@dataclass(frozen=True)
class Opening:
    """Open now or not, and the next opening in words («på torsdag klockan 9»). Both unknown past valid-until."""

    known: bool
    is_open: bool = False
    next_opening: str = ""

    @property
    def phrase(self) -> str:
        """Return the name of the phrase that says it."""
        if not self.known or not (self.is_open or self.next_opening):
            return "overlamning_okant"
        return "overlamning_oppet" if self.is_open else "overlamning_stangt"


def opening_at(fact: Fact, now: datetime, *, language: str = "sv") -> Opening:
    """Return whether the hours of a fact include `now` (aware, in the line's own time zone), worded in sv or en."""
    if not fact.hours or (fact.valid_until and now.date() > fact.valid_until):
        return Opening(known=False)
    is_open = any(start <= now.time() < end for start, end in _spans(fact, now.date()))
    return Opening(known=True, is_open=is_open, next_opening=_next_opening(fact, now, language))


def is_red_day(day: date) -> bool:
    """Return whether the day is a Swedish public holiday, or an eve on which offices are closed all day."""
    return day in _red_days(day.year)


@cache
def _red_days(year: int) -> frozenset[date]:
    days = Sweden(years=year, categories=("public", "bank"), include_sundays=False, language="en_US")
    return frozenset(day for day, name in days.items() if HALF_DAY not in name)


def _spans(fact: Fact, day: date) -> list[tuple[time, time]]:
    """Return the open spans of a day; a span past midnight is open until midnight and from midnight the day after."""
    own = _opened_on(fact, day)
    from_yesterday = [(time.min, end) for start, end in _opened_on(fact, day - timedelta(days=1)) if end <= start]
    return from_yesterday + [(start, end if start < end else time.max) for start, end in own]


def _opened_on(fact: Fact, day: date) -> list[tuple[time, time]]:
    if not fact.open_on_holidays and is_red_day(day):
        return []
    return [_span(text) for name, text in (fact.hours or {}).items() if _covers(name, day)]


def _covers(name: str, day: date) -> bool:
    weekday = day.weekday()
    if name in ("alla", "vardagar", "helger"):
        return {"alla": True, "vardagar": weekday < 5, "helger": weekday >= 5}[name]
    first, _, last = name.partition("–")
    return WEEKDAYS.index(first) <= weekday <= WEEKDAYS.index(last or first)


def _span(text: str) -> tuple[time, time]:
    if text == ROUND_THE_CLOCK:
        return time.min, time.max
    start, end = (_clock(part) for part in text.split("–"))
    return start, end


def _clock(text: str) -> time:
    hour, _, minute = text.partition(".")
    return time.max if hour == "24" else time(int(hour), int(minute or 0))


def _next_opening(fact: Fact, now: datetime, language: str) -> str:
    for ahead in range(LOOK_AHEAD_DAYS):
        day = now.date() + timedelta(days=ahead)
        starts = sorted(start for start, _ in _opened_on(fact, day) if ahead or start > now.time())
        if starts:
            at = "klockan" if language == "sv" else "at"
            return f"{_day_in_words(day, ahead, language)} {at} {_clock_in_words(starts[0])}"
    return ""


def _day_in_words(day: date, ahead: int, language: str) -> str:
    days, near, on, the = _DAY_WORDS[language]
    if ahead < 2:
        return near[ahead]
    if ahead < 7:
        return f"{on} {days[day.weekday()]}"
    return f"{days[day.weekday()]}{the} {day.day}/{day.month}"


def _clock_in_words(start: time) -> str:
    return f"{start.hour}.{start.minute:02}" if start.minute else str(start.hour)
