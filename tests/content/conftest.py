"""A small valid project to break one thing in."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.content.check.fault import Fault
from bot.content.check.run import check_content

SMALL_PROJECT = Path(__file__).parent / "small_project"
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class SmallProject:
    """A copy of small_project/, cut down from real files so that no edit of the real ones can break a test."""

    root: Path

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the first place where a text stands in a file; it must stand there."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Add a text at the end of a file, new or old."""
        path = self.root / file
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(before + text, encoding="utf-8")

    def move(self, old: str, new: str) -> None:
        """Move a file."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)

    def line(self, file: str, needle: str) -> int:
        """Return the first line of a file that holds the text."""
        lines = (self.root / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if needle in line)

    def faults(self, today: date = TODAY) -> list[Fault]:
        """Return what the checks find."""
        return check_content(self.root, today=today)

    def expect(self, file: str, at: str, *gist: str, today: date = TODAY) -> None:
        """Assert that there is one fault: in this file, on the line that holds `at`, saying all of `gist`."""
        found = [str(fault) for fault in self.faults(today)]
        assert len(found) == 1, "\n".join(found) or "no fault was found"
        assert found[0].startswith(f"{file}:{self.line(file, at) if at else 1}: "), found[0]
        for part in gist:
            assert part.casefold() in found[0].casefold(), found[0]

    def expect_among(self, file: str, at: str, *gist: str) -> None:
        """Assert the same of one fault among several: some mistakes cannot be made alone."""
        where = f"{file}:{self.line(file, at) if at else 1}: "
        found = [str(fault) for fault in self.faults()]
        assert any(
            fault.startswith(where) and all(part.casefold() in fault.casefold() for part in gist) for fault in found
        ), "\n".join(found)


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    """Return a copy of the small project that a test may break."""
    shutil.copytree(SMALL_PROJECT, tmp_path / "project", ignore=shutil.ignore_patterns("__pycache__"))
    return SmallProject(tmp_path / "project")
