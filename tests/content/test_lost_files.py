"""Files that nobody reads."""

import pytest

from tests.content.conftest import SmallProject


@pytest.mark.parametrize(
    ("place", "gist"),
    [
        ("data/samtal/blir_arg.yaml", "heta något på .yml"),
        ("data/samtal/gammalt/blir_ledsen.yml", "Flytta den en mapp upp"),
        ("data/blir_ledsen.yml", "Direkt i data/ läses bara fakta.yml"),
        ("data/fakta2.yml", "Direkt i data/ läses bara fakta.yml"),
        ("data/samtal/blir_arg.yml.bak", "heta något på .yml"),
    ],
)
def test_a_file_that_is_never_read_is_caught(project: SmallProject, place: str, gist: str) -> None:
    project.append(place, "version: x\n")
    project.expect(place, "", "läses aldrig", gist)


@pytest.mark.parametrize("name", ["mer.yml", "conversation_mer.yml", "test_mer.yaml", "extra/test_mer2.yml"])
def test_a_file_of_test_stories_with_the_wrong_name_is_caught(project: SmallProject, name: str) -> None:
    project.append(f"tests/conversations/{name}", 'version: "3.1"\n')
    project.expect(f"tests/conversations/{name}", "", "läses aldrig", "test_")
