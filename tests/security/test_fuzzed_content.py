"""Editors' mistakes by the thousand: whatever is done to a file of data/, the check names faults and never breaks."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, note
from hypothesis import strategies as st

from bot.content.check.fault import Fault
from bot.content.check.run import check_answers, check_content
from bot.content.live import LiveLibrary
from bot.errors import ContentError
from tests.content.conftest import SMALL_PROJECT, TODAY
from tests.security.thoroughness import tries

FILES = sorted(path.relative_to(SMALL_PROJECT) for path in [*SMALL_PROJECT.rglob("*.yml")])
ODD = [None, True, 0, -1.5, "", " ", [], {}, [[]], [None], {"a": None}, {"text": 1}, {1: 2}, {None: []}, "a" * 3_000]
ODD += ["{", "{}", "{finns_inte}", "2026-13-45", "\u202e\x07", float("nan"), float("inf"), 10**30, ["a"] * 50]
MARKS = ["\t", ":", ": ", "- ", "\n", "'", '"', "{", "}", "[", "]", "#", "&a", "*a", "|", ">", "%", "?", "~", "0x"]
MARKS += [
    "!!python/object:x",
    "\x00",
    "\ud800",
    "\ufeff",
    "å",
    "2026-02-30",
    "---\n",
    "<<: *a",
    "1_000",
    "yes",
    " " * 9,
]


class Mistake:
    """One thing done to one file: `place` chooses where."""

    def __init__(self, file: Path, how: Callable[[Any, random.Random], Any], place: int) -> None:
        self.file, self._how, self._random = file, how, random.Random(place)
        self._told = f"{how.__name__} in {file}, {place}"

    def __repr__(self) -> str:
        return self._told

    def make(self, path: Path) -> None:
        """Do it."""
        path.write_bytes(self._how(path.read_bytes(), self._random))


def marked(text: bytes, chance: random.Random) -> bytes:
    """Put something that means something in YAML somewhere."""
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(MARKS).encode("utf-8", "surrogatepass") + text[place:]


def cut(text: bytes, chance: random.Random) -> bytes:
    """Take away a stretch."""
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.choice([1, 2, 7, 80, 10_000]) :]


def flipped(text: bytes, chance: random.Random) -> bytes:
    """Change some bytes to any others."""
    changed = bytearray(text)
    for _ in range(chance.choice([1, 3, 20])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def shuffled(text: bytes, chance: random.Random) -> bytes:
    """Move a line, or write it twice."""
    lines = text.splitlines(keepends=True)
    line = chance.choice(lines) if chance.random() < 0.5 else lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return b"".join(lines)


def reshaped(text: bytes, chance: random.Random) -> bytes:
    """Put something of another kind in the place of a value, take it away, or give it another name."""
    content = yaml.safe_load(text)
    holder, key = chance.choice(list(_places(content)))
    act = chance.choice(["replace", "replace", "drop", "rename"])
    value = holder.pop(key)
    if act == "replace":
        _put(holder, key, chance.choice(ODD))
    elif act == "rename":
        _put(holder, chance.choice(["x", 1, None, "text", True]) if isinstance(holder, dict) else key, value)
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield value, key
        yield from _places(child)


def _put(holder: Any, key: Any, value: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, value)
    else:
        holder[key] = value


MISTAKES = st.builds(
    Mistake,
    st.sampled_from(FILES),
    st.sampled_from([marked, cut, flipped, shuffled, reshaped, reshaped, reshaped]),
    st.integers(0, 2**32),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the small project, in which each mistake is made and undone."""
    folder = tmp_path_factory.mktemp("content") / "project"
    return Path(shutil.copytree(SMALL_PROJECT, folder, ignore=shutil.ignore_patterns("__pycache__")))


@given(mistakes=st.lists(MISTAKES, min_size=1, max_size=3, unique_by=lambda mistake: mistake.file))
@tries(quick=150, thorough=5_000)
def test_whatever_is_wrong_in_a_file_is_told_as_faults_of_ours(root: Path, mistakes: list[Mistake]) -> None:
    note(f"{mistakes}")
    before = {mistake.file: (root / mistake.file).read_bytes() for mistake in mistakes}
    try:
        for mistake in mistakes:
            mistake.make(root / mistake.file)
        found = [*check_content(root, today=TODAY), *check_answers(root / "data")]
        assert all(isinstance(fault, Fault) and fault.line >= 1 and fault.mend for fault in found)
        if not check_answers(root / "data"):
            LiveLibrary(root / "data").get()
    except ContentError as error:
        pytest.fail(f"it passed the check, and cannot be shown: {error}")
    finally:
        for file, content in before.items():
            (root / file).write_bytes(content)
