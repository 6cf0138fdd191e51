"""Content that follows the files."""

import logging
import shutil
import time
from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.live import LiveLibrary

ROOT = Path(__file__).resolve().parents[3]
TOPIC = Path("orostelefonen/kostnad.yml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


@pytest.fixture
def library(data: Path) -> LiveLibrary:
    return LiveLibrary(data)


def seen(library: LiveLibrary) -> Library:
    """Return the content after a look at the files."""
    library.refresh()
    return library.get()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    time.sleep(0.01)


def test_an_edited_answer_is_live(data: Path, library: LiveLibrary) -> None:
    edit(data / TOPIC, "- text: |\n", "- text: |\n      Ny första rad.\n\n")
    assert seen(library).topics["kostnad"].answers[0].text.startswith("Ny första rad.")


def test_an_edited_fact_is_live(data: Path, library: LiveLibrary) -> None:
    edit(data / "fakta.yml", '"114 14"', '"999 99"')
    assert seen(library).facts["polisen_telefon"].value == "999 99"


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("- text: [", 4),
        ("- text: |\n      {finns_inte}\n", 5),
        ("- text: |\n      Ring 020-100 200.\n\n", 5),
        ("- txt: |\n", 4),
    ],
)
def test_a_broken_edit_never_replaces_what_is_live(
    data: Path, library: LiveLibrary, broken: str, line: int, caplog: pytest.LogCaptureFixture
) -> None:
    before = seen(library).topics["kostnad"].answers[0].text
    edit(data / TOPIC, "- text: |\n", broken)
    with caplog.at_level(logging.ERROR, "bot"):
        assert seen(library).topics["kostnad"].answers[0].text == before
    assert f"data/{TOPIC}:{line}" in caplog.text and not library.is_current


def test_a_mended_file_is_live_again(data: Path, library: LiveLibrary) -> None:
    original = (data / TOPIC).read_text(encoding="utf-8")
    (data / TOPIC).write_text("- text: [", encoding="utf-8")
    library.refresh()
    (data / TOPIC).write_text(original.replace("- text: |\n", "- text: |\n      Lagad.\n\n", 1), encoding="utf-8")
    assert seen(library).topics["kostnad"].answers[0].text.startswith("Lagad.")


def test_a_file_that_is_gone_is_told_once_and_leaves_the_rest(
    data: Path, library: LiveLibrary, caplog: pytest.LogCaptureFixture
) -> None:
    (data / "fakta.yml").rename(data.parent / "borta")
    with caplog.at_level(logging.ERROR, "bot"):
        assert seen(library).facts and seen(library).topics["kostnad"]
    assert (
        caplog.text.count("data/fakta.yml:1: Filen saknas.") == caplog.text.count("ERROR") == 1
        and not library.is_current
    )
    (data.parent / "borta").rename(data / "fakta.yml")
    library.refresh()
    assert library.is_current
