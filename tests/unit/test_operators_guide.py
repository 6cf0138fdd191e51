"""docs/drift.md says what is so."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import Settings, variable
from bot.web.web_settings import WebSettings

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")
TABLE = GUIDE.split("## Settings")[1].split("\n## ")[0]
SETTINGS = {variable(field.name): field.default for kind in (Settings, WebSettings) for field in fields(kind)}


def test_every_setting_is_in_the_table_and_none_that_does_not_exist() -> None:
    assert set(re.findall(r"`(OROSBOTEN_[A-Z_]+)`", TABLE)) == set(SETTINGS)


def test_every_setting_that_the_code_reads_is_a_setting() -> None:
    read = {
        name
        for path in (ROOT / "bot").rglob("*.py")
        for name in re.findall(r"OROSBOTEN_[A-Z_]+[A-Z]", path.read_text())
    }
    assert read <= set(SETTINGS)


@pytest.mark.parametrize("row", [row for row in TABLE.splitlines() if row.startswith("| `")])
def test_the_defaults_are_the_ones_told(row: str) -> None:
    _, names, told, *_ = (cell.strip() for cell in row.split("|"))
    defaults = [SETTINGS[name] for name in re.findall(r"OROSBOTEN_[A-Z_]+", names)]
    if told != "–" and "TIME_ZONE" not in names:
        assert told.split(", ") == [str(value).lower() if isinstance(value, bool) else str(value) for value in defaults]


def test_every_setting_in_the_deployment_exists() -> None:
    files = [path for path in (ROOT / "deploy").rglob("*") if path.is_file()]
    named = {name for path in files for name in re.findall(r"OROSBOTEN_[A-Z_]+[A-Z]", path.read_text(encoding="utf-8"))}
    assert named and named <= set(SETTINGS)


def test_every_file_and_module_it_names_exists() -> None:
    for module in re.findall(r"python -m (bench[\w.]+)", GUIDE):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module
    for path in re.findall(r"`((?:deploy|tests|docs)/[\w./]+)`", GUIDE):
        assert (ROOT / path).exists(), path
