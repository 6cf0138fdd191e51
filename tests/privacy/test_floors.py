"""Personal details are found and nothing else: floors on a set that nothing was tuned on, a line a kind."""

import pytest

from tests.privacy.measure import Result, measure

MIN_RECALL = 0.95
MIN_PRECISION = 0.98
MIN_RECALL_A_KIND = 0.8
MIN_SIZE = 250


@pytest.fixture(scope="module", params=["dev", "test"])
def result(request: pytest.FixtureRequest) -> Result:
    return measure(request.param)


def test_the_set_is_large_enough_to_say_something(result: Result) -> None:
    assert sum(kind.total for kind in result.kinds) >= MIN_SIZE and result.kept >= MIN_SIZE


def test_recall_and_precision_hold_their_floors(result: Result) -> None:
    print(f"\n{result.as_text()}")
    assert result.recall >= MIN_RECALL, result.as_text()
    assert result.precision >= MIN_PRECISION, result.as_text()
    assert all(kind.recall >= MIN_RECALL_A_KIND for kind in result.kinds), result.as_text()


def test_the_halves_share_no_message() -> None:
    from tests.privacy.measure import HERE

    for name in ("personal.tsv", "keep.txt"):
        halves = [set((HERE / half / name).read_text(encoding="utf-8").splitlines()[1:]) for half in ("dev", "test")]
        # A year or an age is a message of one word in both.
        shared = {line for line in halves[0] & halves[1] if len(line.split()) > 2}
        assert not shared, shared
