"""Open or closed at a given moment, and when it opens next."""

import pytest

from bot.content.opening import Opening, opening_at
from tests.unit.bot.content.hours import HELPLINE, at, fact


@pytest.mark.parametrize(
    ("moment", "is_open", "next_opening"),
    [
        ("2026-11-23 11:59", False, "i dag klockan 12"),  # a Monday
        ("2026-11-23 12:00", True, "på torsdag klockan 9"),
        ("2026-11-23 17:59", True, "på torsdag klockan 9"),
        ("2026-11-23 18:00", False, "på torsdag klockan 9"),
        ("2026-11-25 23:59", False, "i morgon klockan 9"),
        ("2026-11-26 09:00", True, "på måndag klockan 12"),
        ("2026-11-26 13:00", False, "på måndag klockan 12"),
        ("2026-11-28 03:00", False, "på måndag klockan 12"),  # a Saturday night
        ("2026-12-24 10:00", False, "på måndag klockan 12"),  # Christmas Eve is a Thursday
        ("2026-12-31 10:00", False, "på måndag klockan 12"),  # New Year's Eve is a Thursday
        ("2026-05-14 10:00", False, "på måndag klockan 12"),  # Ascension Day is a Thursday
        ("2026-04-06 13:00", False, "på torsdag klockan 9"),  # Easter Monday
        ("2027-05-06 10:00", False, "på måndag klockan 12"),  # Ascension Day again
        ("2026-06-18 10:00", True, "på måndag klockan 12"),  # the day before Midsummer Eve: a half day at most
    ],
)
def test_the_helpline_is_open_at_its_hours_and_closed_on_red_days(
    moment: str, is_open: bool, next_opening: str
) -> None:
    assert opening_at(fact(HELPLINE), at(moment)) == Opening(True, is_open, next_opening)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-03-29 01:59", False),  # the night the clock jumps from 2 to 3
        ("2026-03-29 03:00", True),
        ("2026-03-29 03:59", True),
        ("2026-03-29 04:00", False),
        ("2026-10-25 02:30", False),  # the night 2.30 comes twice
        ("2026-10-25 03:00", True),
    ],
)
def test_hours_follow_the_clock_on_the_wall_when_it_is_changed(moment: str, is_open: bool) -> None:
    assert opening_at(fact({"alla": "3–4"}, red_days=True), at(moment)).is_open is is_open


def test_the_hour_that_comes_twice_is_open_both_times() -> None:
    twice = fact({"söndag": "2–3"}, red_days=True)
    assert [opening_at(twice, at("2026-10-25 02:30").replace(fold=fold)).is_open for fold in (0, 1)] == [True, True]


@pytest.mark.parametrize("moment", ["2026-12-24 00:00", "2026-06-19 12:00", "2026-11-23 23:59", "2026-03-29 02:30"])
def test_a_line_open_round_the_clock_is_always_open(moment: str) -> None:
    assert opening_at(fact({"alla": "dygnet runt"}, red_days=True), at(moment)).is_open
