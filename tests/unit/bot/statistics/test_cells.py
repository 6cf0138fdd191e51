"""What a turn adds to."""

from dataclasses import asdict
from datetime import datetime

import pytest

from bot.answers.reply import Choice, Human, Reply
from bot.statistics.cells import cells, part_of_day, step

AT = datetime(2026, 11, 24, 23, 30)


def names(*replies: Reply, measure: str = "outcome", is_first: bool = False) -> list[str]:
    found = cells([asdict(reply) for reply in replies], at=AT, seconds=0.2, is_first=is_first)
    return [cell.name for cell in found if cell.measure == measure and len(cell.period) == 10]


@pytest.mark.parametrize(
    ("hour", "part"),
    [(0, "night"), (5, "night"), (6, "morning"), (10, "day"), (16, "day"), (17, "evening"), (22, "night")],
)
def test_the_day_has_four_parts_and_the_night_goes_over_midnight(hour: int, part: str) -> None:
    assert part_of_day(datetime(2026, 11, 24, hour)) == part


@pytest.mark.parametrize(
    ("seconds", "name"), [(0.0, "0.01"), (0.1, "0.1"), (0.11, "0.25"), (4.0, "4.0"), (4.1, "longer")]
)
def test_a_time_is_counted_at_the_least_step_it_fits_within(seconds: float, name: str) -> None:
    assert step(seconds) == name


def test_a_turn_with_two_of_a_kind_counts_once() -> None:
    answers = [Reply("a", topic="kostnad"), Reply("b", topic="tecken")]
    assert names(*answers) == ["turn", "answer"] and names(*answers, measure="topic") == ["kostnad", "tecken"]


def test_a_miss_that_hands_over_is_both_and_no_answer() -> None:
    replies = [Reply("a", kind="unknown"), Reply("b", kind="handoff"), Reply("c", kind="notice"), Reply("d")]
    assert names(*replies) == ["turn", "handoff", "unknown"] and names(*replies, measure="topic") == []


def test_the_number_under_an_answer_is_counted_apart() -> None:
    assert names(Reply("a", topic="tecken", human=Human("", ""))) == ["turn", "answer", "human"]


def test_only_the_first_turn_starts_a_conversation() -> None:
    assert "start" in names(Reply("a"), is_first=True) and "start" not in names(Reply("a"))


def test_where_the_bot_was_unsure_the_likeliest_topic_is_counted() -> None:
    choices = (Choice("tecken", ""), Choice("kostnad", ""))
    assert names(Reply("a", kind="clarify", choices=choices), measure="unsure") == ["tecken"]
    assert names(Reply("a", kind="unknown", choices=choices), measure="unsure") == []
