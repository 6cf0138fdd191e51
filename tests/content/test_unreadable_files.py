"""Files that are not YAML, not UTF-8, not there, or say a thing twice."""

import pytest

from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
FACTS = "data/fakta.yml"
SOURCES = "data/kallor.yml"
CRISIS = "data/kris.yml"
WORDS = "data/lexikon/fara.yml"


@pytest.mark.parametrize(
    ("old", "new", "gist"),
    [
        ('titel: "Han', "titel: Han: ", "går inte att läsa som YAML"),
        ("      kallor: [gnosjo", "\tkallor: [gnosjo", "tabb"),
    ],
)
def test_a_file_that_is_not_yaml_is_named_with_the_line(project: SmallProject, old: str, new: str, gist: str) -> None:
    project.replace(ARG, old, new)
    project.expect_among(ARG, new.strip(), gist)


def test_a_file_in_another_encoding_is_named(project: SmallProject) -> None:
    path = project.root / ARG
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1", "replace"))
    faults = [str(fault) for fault in project.faults()]
    assert len(faults) == 1 and faults[0].startswith(f"{ARG}:1: ") and "UTF-8" in faults[0], faults


def test_a_key_written_twice_is_caught_since_the_last_would_win(project: SmallProject) -> None:
    project.append(
        FACTS, '  exit:\n    namn: "A"\n    for: "B"\n    kalla: orosboten\n    kontrollerad: "2026-11-22"\n'
    )
    project.append(FACTS, "    tillit: H\n    malgrupp: [alla]\n    malgrupp: [ung]\n")
    project.expect(FACTS, "malgrupp: [ung]", "'malgrupp' står redan på rad", "bara den sista gäller")


@pytest.mark.parametrize("file", [FACTS, SOURCES, CRISIS, "domain.yml"])
def test_a_register_that_is_gone_is_missed(project: SmallProject, file: str) -> None:
    (project.root / file).unlink()
    assert any(str(fault).startswith(f"{file}:1: Filen saknas") for fault in project.faults())


def test_an_empty_file_is_caught(project: SmallProject) -> None:
    (project.root / ARG).write_text("")
    assert any(str(fault).startswith(f"{ARG}:1: Filen är tom") for fault in project.faults())
