"""Understanding does not get worse: the figures reached on the test half, less two points for chance."""

from pathlib import Path

import pytest

from bot.evaluation.table import Measure, evaluate_folder

HERE = Path(__file__).parent
REACHED = {
    "answered right at once": 0.767,
    "right within one tap": 0.884,
    "answered wrong": 0.149,
    "emergencies recognised": 0.952,
    "false alarms, hard negatives": 0.116,
    "outside the field, not answered": 0.923,
    "loss without å ä ö, one typo each": 0.05,
}


@pytest.fixture(scope="session")
def measures(model: Path) -> dict[str, Measure]:
    return {measure.name: measure for measure in evaluate_folder(HERE / "test")}


@pytest.mark.parametrize("name", sorted(REACHED))
def test_a_figure_reached_is_held(measures: dict[str, Measure], name: str) -> None:
    measure = measures[name]
    assert measure.share <= REACHED[name] if measure.at_most else measure.share >= REACHED[name]


def test_no_message_stands_in_both_halves() -> None:
    halves = [
        {line for path in (HERE / half).glob("*.jsonl") for line in path.read_text().splitlines()}
        for half in ("dev", "test")
    ]
    assert not halves[0] & halves[1]
