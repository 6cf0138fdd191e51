"""docs/sakerhet.md, docs/sarbarheter.md and docs/dataskydd.md say what is so."""

import re

import pytest
from packaging.requirements import Requirement

from bot.settings import Settings
from tests.conftest import ROOT

SECURITY = (ROOT / "docs" / "sakerhet.md").read_text(encoding="utf-8")
PACKAGES = (ROOT / "docs" / "sarbarheter.md").read_text(encoding="utf-8")
DATA = (ROOT / "docs" / "dataskydd.md").read_text(encoding="utf-8")
TESTS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"(?m)^(?:async )?def (test_\w+)", path.read_text(encoding="utf-8"))
}
HERE = {
    "python_version": "3.10",
    "python_full_version": "3.10.13",
    "sys_platform": "linux",
    "platform_machine": "x86_64",
}
PAGES = {"sakerhet": SECURITY, "sarbarheter": PACKAGES, "dataskydd": DATA}


def pinned() -> dict[str, str]:
    """Return every package that runs where the bot is served, with its version."""
    lines = (ROOT / "requirements" / "base.txt").read_text().splitlines()
    found = [Requirement(line.rstrip("\\ ")) for line in lines if re.match(r"[a-z]", line)]
    return {one.name: str(one.specifier)[2:] for one in found if one.marker is None or one.marker.evaluate(HERE)}


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_page_names_exists(page: str) -> None:
    named = re.findall(r"`(test_\w+)`", PAGES[page])
    assert named or page == "sarbarheter"
    assert [name for name in named if name not in TESTS] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_exists(page: str) -> None:
    folder = ROOT / "docs"
    linked = [folder / link for link in re.findall(r"\]\(([\w./-]+)\)", PAGES[page])]
    named = [ROOT / path for path in re.findall(r"`((?:tests|deploy|docs|bot|requirements)/[\w./]+)`", PAGES[page])]
    assert [path for path in [*linked, *named] if not path.exists()] == []


def test_every_threat_has_a_test_that_holds_it() -> None:
    table = SECURITY.split("## Hoten")[1].split("\n## ")[0]
    rows = [row for row in table.splitlines() if row.startswith("| ") and not row.startswith("| hot |")]
    assert len(rows) > 40
    assert [row for row in rows if not re.search(r"\| (`t|samma)", row)] == []


def test_every_package_that_runs_is_assessed() -> None:
    assessed = set(re.findall(r"(?m)^\| `([\w.-]+)` \| ([\w.]+) \| (?:ja|nej) \|", PACKAGES))
    assert assessed == set(pinned().items()), "run the audit of docs/sarbarheter.md again, and write down what it found"


@pytest.mark.parametrize(
    ("setting", "told"), [("idle_seconds", "30 minuter"), ("max_age_seconds", "två timmar"), ("max_turns", "100 turer")]
)
def test_the_times_told_are_the_defaults(setting: str, told: str) -> None:
    default = {"idle_seconds": 30 * 60, "max_age_seconds": 2 * 3600, "max_turns": 100}
    assert getattr(Settings(), setting) == default[setting] and told in DATA
