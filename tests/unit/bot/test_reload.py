"""Content that follows the files."""

import logging
import shutil
import time
from pathlib import Path

import pytest

from bot.content import live
from bot.content.live import LiveLibrary

ROOT = Path(__file__).resolve().parents[3]
TOPIC = Path("orostelefonen/kostnad.yml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


@pytest.fixture
def library(data: Path, monkeypatch: pytest.MonkeyPatch) -> LiveLibrary:
    monkeypatch.setattr(live, "CHECK_EVERY_SECONDS", 0.0)
    return LiveLibrary(data)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    time.sleep(0.01)


def test_an_edited_answer_is_live(data: Path, library: LiveLibrary) -> None:
    edit(data / TOPIC, "- text: |\n", "- text: |\n      Ny första rad.\n\n")
    assert library.get().topics["kostnad"].answers[0].text.startswith("Ny första rad.")


def test_an_edited_fact_is_live(data: Path, library: LiveLibrary) -> None:
    edit(data / "fakta.yml", '"114 14"', '"999 99"')
    assert library.get().facts["polisen_telefon"].value == "999 99"


@pytest.mark.parametrize("broken", ["- text: [", "- text: |\n      {finns_inte}\n"])
def test_a_broken_edit_never_replaces_what_is_live(
    data: Path, library: LiveLibrary, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = library.get().topics["kostnad"].answers[0].text
    edit(data / TOPIC, "- text: |\n", broken)
    with caplog.at_level(logging.ERROR, "bot"):
        assert library.get().topics["kostnad"].answers[0].text == before
    assert "kostnad.yml" in caplog.text


def test_a_mended_file_is_live_again(data: Path, library: LiveLibrary) -> None:
    original = (data / TOPIC).read_text(encoding="utf-8")
    (data / TOPIC).write_text("- text: [", encoding="utf-8")
    library.get()
    (data / TOPIC).write_text(original.replace("- text: |\n", "- text: |\n      Lagad.\n\n", 1), encoding="utf-8")
    assert library.get().topics["kostnad"].answers[0].text.startswith("Lagad.")
