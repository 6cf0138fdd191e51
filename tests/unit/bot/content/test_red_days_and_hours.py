"""Red days, last days, and hours in every form."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.content.opening import Opening, is_red_day, opening_at
from tests.unit.bot.content.hours import HELPLINE, at, fact

ROOT = Path(__file__).resolve().parents[4]


@pytest.mark.parametrize(
    ("day", "is_red"),
    [
        (date(2026, 12, 24), True),  # Christmas Eve: no holiday by law, closed all the same
        (date(2026, 12, 31), True),
        (date(2026, 6, 19), True),  # Midsummer Eve
        (date(2026, 6, 20), True),
        (date(2027, 6, 25), True),  # Midsummer Eve, another date
        (date(2026, 6, 6), True),
        (date(2026, 4, 3), True),
        (date(2026, 11, 22), False),  # an ordinary Sunday is no red day here: `helger` says it
        (date(2026, 11, 23), False),
        (date(2026, 12, 23), False),  # half days are not closed all day
        (date(2026, 4, 2), False),
    ],
)
def test_red_days_are_the_days_when_offices_are_closed_all_day(day: date, is_red: bool) -> None:
    assert is_red_day(day) is is_red


def test_half_days_do_not_depend_on_the_language_of_the_machine() -> None:
    code = (
        "from datetime import date; from bot.content.opening import is_red_day; print(is_red_day(date(2026, 12, 23)))"
    )
    environment = {**os.environ, "LANG": "sv_SE.UTF-8", "LANGUAGE": "sv", "LC_ALL": "sv_SE.UTF-8"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout.decode().strip() == "False"


@pytest.mark.parametrize(("until", "known"), [(date(2026, 11, 23), True), (date(2026, 11, 22), False)])
def test_nothing_is_said_to_be_open_or_closed_past_valid_until(until: date, known: bool) -> None:
    opening = opening_at(fact(HELPLINE, until=until), at("2026-11-23 13:00"))
    assert opening.known is known
    assert opening.is_open is known


def test_a_fact_without_hours_is_neither_open_nor_closed() -> None:
    assert opening_at(fact({}), at("2026-11-23 13:00")) == Opening(known=False)


@pytest.mark.parametrize(
    ("hours", "moment", "is_open"),
    [
        ({"vardagar": "9.30–12"}, "2026-11-23 09:29", False),
        ({"vardagar": "9.30–12"}, "2026-11-23 09:30", True),
        ({"vardagar": "9–15"}, "2026-11-28 10:00", False),
        ({"helger": "9–15"}, "2026-11-28 10:00", True),
        ({"måndag–torsdag": "20–24"}, "2026-11-26 23:59", True),
        ({"måndag–torsdag": "20–24"}, "2026-11-27 23:59", False),
    ],
)
def test_half_hours_day_spans_and_midnight_are_read(hours: dict[str, str], moment: str, is_open: bool) -> None:
    assert opening_at(fact(hours), at(moment)).is_open is is_open


@pytest.mark.parametrize("moment", ["2026-11-23 23:00", "2026-11-24 05:59"])
def test_hours_that_pass_midnight_are_open_at_night(moment: str) -> None:
    assert opening_at(fact({"alla": "21–06"}, red_days=True), at(moment)).is_open


def test_an_opening_at_half_past_is_said_with_its_minutes() -> None:
    assert opening_at(fact({"vardagar": "9.30–12"}), at("2026-11-23 08:00")).next_opening == "i dag klockan 9.30"


def test_an_opening_more_than_a_week_ahead_is_said_with_its_date() -> None:
    # The Thursday is Christmas Eve, so the next is New Year's Eve, which is red too.
    assert opening_at(fact({"torsdag": "9–13"}), at("2026-12-23 10:00")).next_opening == "torsdag den 7/1 klockan 9"
