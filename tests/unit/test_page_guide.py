"""What docs/webb.md says of the page's 104 points rests on tests and files that exist."""

import re

from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "webb.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| (\d+) \| (.+) \|$", GUIDE, re.MULTILINE))
BY_PEOPLE = GUIDE[GUIDE.index("### Så provar människor") :]


def defined() -> set[str]:
    """Return the name of every test, without its «test_»."""
    files = (ROOT / "tests").rglob("test_*.py")
    return {name for file in files for name in re.findall(r"def test_(\w+)", file.read_text(encoding="utf-8"))}


def test_every_point_has_one_row() -> None:
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", GUIDE, re.MULTILINE)] == list(range(1, 105))


def test_every_test_that_is_named_exists() -> None:
    named = set(re.findall(r"`([a-z0-9]+(?:_[a-z0-9]+)+)`", GUIDE))
    assert len(named) > 60 and named - defined() == set()


def test_every_test_file_that_is_named_exists() -> None:
    for file in re.findall(r"`(tests/[\w/]+\.py)`", GUIDE):
        assert (ROOT / file).is_file(), file


def test_what_people_are_to_try_is_told() -> None:
    told = {int(number) for span in re.findall(r"\(([\d, –]+)\)", BY_PEOPLE) for number in _numbers(span)}
    left = {int(number) for number, row in ROWS.items() if "människor" in row.split("|")[0]}
    assert left - told == set()


def _numbers(span: str) -> list[int]:
    """Return the numbers of «10, 33–35»."""
    found: list[int] = []
    for part in span.split(", "):
        first, _, last = part.partition("–")
        found += range(int(first), int(last or first) + 1)
    return found
