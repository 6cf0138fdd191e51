"""YAML is read fast, and what cannot be read is named by file and line."""

from pathlib import Path

import pytest

from bot.content.yaml_file import read_yaml
from bot.errors import ContentError

TEXT = """\
fakta:
  sos_telefon:
    varde: "112"
svar:
- text: |
    Hej.
- text: Då.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "fil.yml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_is_read_as_it_stands(path: Path) -> None:
    assert read_yaml(path) == {
        "fakta": {"sos_telefon": {"varde": "112"}},
        "svar": [{"text": "Hej.\n"}, {"text": "Då."}],
    }


def test_an_empty_file_is_nothing(path: Path) -> None:
    path.write_text("")
    assert read_yaml(path) is None


def test_a_file_that_is_not_yaml_is_named_with_its_line(path: Path) -> None:
    path.write_text('fakta:\n  a: "b\n  c: d"e\n')
    with pytest.raises(ContentError, match=rf"{path}:3: filen går inte att läsa som YAML"):
        read_yaml(path)


def test_a_file_in_another_encoding_is_named(path: Path) -> None:
    path.write_bytes("åäö".encode("latin-1"))
    with pytest.raises(ContentError, match="UTF-8"):
        read_yaml(path)


def test_no_yaml_file_can_run_code(path: Path) -> None:
    path.write_text("a: !!python/object/apply:os.getcwd []\n")
    with pytest.raises(ContentError):
        read_yaml(path)
