"""What is counted waits in memory, bounded."""

from dataclasses import asdict
from zoneinfo import ZoneInfo

import pytest

from bot.answers.reply import Reply
from bot.statistics import counts
from bot.statistics.counts import Counts

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MISS, CARD, ANSWER = Reply("a", kind="unknown"), Reply("b", kind="crisis"), Reply("c", topic="kostnad")


def counted(*replies: Reply, keep: bool = True, is_first: bool = True, words: str = "Var är toaletten?") -> Counts:
    held = Counts(STOCKHOLM, keep_unrecognised=keep)
    held.add([asdict(reply) for reply in replies], seconds=0.2, is_first=is_first, words=words)
    return held


def test_what_could_not_be_written_is_added_to_what_came_after() -> None:
    held = counted(ANSWER)
    batch = held.take()
    assert batch and not held.take()
    held.put_back(batch)
    held.add([asdict(ANSWER)], seconds=0.2, is_first=True)
    assert set(held.take().numbers.values()) == {2}


def test_what_waits_is_bounded_and_what_is_known_goes_on_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    held = counted(ANSWER)
    cells = held.take()
    monkeypatch.setattr(counts, "MAX_CELLS", len(cells.numbers))
    held.put_back(cells)
    for topic in ("tecken", "kostnad"):
        held.add([asdict(Reply("x", topic=topic))], seconds=0.2, is_first=True)
    numbers = held.take().numbers
    assert set(numbers) == set(cells.numbers) and {cell.name for cell in numbers if cell.measure == "topic"} == {
        "kostnad"
    }


def test_a_question_that_was_not_understood_waits_once_and_never_longer() -> None:
    held = counted(MISS)
    batch = held.take()
    assert [words for _, words in batch.questions] == ["var är toaletten"]
    held.put_back(batch)
    assert not held.take().questions, "somebody's words wait for a database"


@pytest.mark.parametrize(
    "left_out",
    [
        counted(MISS, keep=False),
        counted(MISS, is_first=False),
        counted(ANSWER),
        counted(CARD, MISS),
        counted(MISS, words="jag " * 100),
        counted(MISS, words="?!"),
        counted(MISS, words=""),
    ],
    ids=["off", "later", "understood", "danger", "a story", "no words", "a choice"],
)
def test_everything_else_is_never_held(left_out: Counts) -> None:
    assert not left_out.take().questions
