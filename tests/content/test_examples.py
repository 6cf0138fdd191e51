"""Examples that teach nothing, teach two things, or make a measurement false."""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bot.content.check.examples import check
from bot.content.check.project import read_project
from tests.content.conftest import TODAY, SmallProject

ARG = "data/samtal/blir_arg.yml"
HOURS = "data/orostelefonen/oppettider.yml"
FIRST = "    - han exploderar direkt\n"


def add(project: SmallProject, line: str, file: str = ARG) -> None:
    project.replace(file, "rules:", f"    - {line}\nrules:")


@pytest.mark.parametrize(
    "line", ["han exploderar direkt", "HAN EXPLODERAR, DIREKT!", "gar i taket", "smäller i dorrar"]
)
def test_an_example_written_twice_is_caught_whatever_its_case_points_and_dots(project: SmallProject, line: str) -> None:
    add(project, line)
    last = project.line(ARG, "rules:") - 1
    assert [(fault.path, fault.line, "finns redan" in str(fault)) for fault in project.faults()] == [(ARG, last, True)]


def test_an_example_in_two_topics_is_caught_though_validate_passes_it(project: SmallProject) -> None:
    add(project, "Går i taket", HOURS)
    project.expect(ARG, "går i taket", "finns redan", f"{HOURS}:")


@pytest.mark.parametrize(
    "line",
    [
        "vi gick på tå hela veckan för att inte reta upp henne",
        "vi gick på tå hela helgen för att inte alls reta upp henne",
        "för att inte reta upp henne gick vi på tå hela helgen",
    ],
)
def test_a_long_example_alike_but_for_one_word_or_the_order_is_caught(project: SmallProject, line: str) -> None:
    add(project, line)
    project.expect(ARG, line, "nästan likadant som data/samtal/blir_arg.yml:")


def test_examples_of_two_topics_with_the_same_words_in_another_order_are_caught(project: SmallProject) -> None:
    line = "för att inte reta upp henne gick vi på tå hela helgen"
    add(project, line, HOURS)
    project.expect(ARG, "vi gick på tå hela helgen", "nästan likadant som", HOURS)


def test_one_word_may_make_the_difference_between_two_topics(project: SmallProject) -> None:
    add(project, "vi gick på tå hela dagen för att inte reta upp henne", HOURS)
    assert project.faults() == []


def test_short_examples_that_differ_in_one_word_are_let_be(project: SmallProject) -> None:
    add(project, "hon exploderar direkt")
    assert project.faults() == []


def test_an_example_that_stands_in_a_test_set_is_caught(project: SmallProject) -> None:
    add(project, "vilken dag lyfter ni luren", HOURS)
    project.expect(HOURS, "lyfter ni luren", "mäter redan boten", "tests/nlu/test/topics.jsonl:1")


def test_a_broken_line_in_a_test_set_is_named(project: SmallProject) -> None:
    project.append("tests/nlu/test/topics.jsonl", "{text: hej}\n")
    project.expect("tests/nlu/test/topics.jsonl", "{text: hej}", "går inte att läsa")


@pytest.mark.parametrize("line", ["/blir_arg", "han blir [arg](humor) nu", "han blir {arg} nu"])
def test_an_example_that_rasa_would_read_as_markup_is_caught(project: SmallProject, line: str) -> None:
    add(project, line)
    project.expect(ARG, line, "Rasa läser")


@pytest.mark.parametrize(
    ("line", "gist"), [("    - \n", "är tomt"), ("    -\n", "är tomt"), ("    han skrek\n", "streck")]
)
def test_a_line_that_would_be_dropped_from_the_examples_is_caught(project: SmallProject, line: str, gist: str) -> None:
    project.replace(ARG, FIRST, FIRST + line)
    number = project.line(ARG, FIRST.strip()) + 1
    assert [(fault.line, gist in str(fault)) for fault in project.faults()] == [(number, True)]


def test_a_topic_with_too_few_examples_is_caught(project: SmallProject) -> None:
    for line in ("han exploderar direkt", "går i taket", "smäller i dörrar"):
        project.replace(ARG, f"    - {line}\n", "")
    project.expect(ARG, "nlu:", "bara 19 exempel", "minst 20")


def test_a_topic_without_examples_is_caught(project: SmallProject) -> None:
    text = (project.root / ARG).read_text(encoding="utf-8")
    project.replace(ARG, text[text.index("nlu:") : text.index("rules:")], "")
    project.expect(ARG, "version:", "'nlu' saknas i filen")


def test_twice_the_examples_are_at_most_twice_the_work(project: SmallProject) -> None:
    def work(examples: range) -> int:
        for number in examples:
            add(project, "han " + " ".join(f"{letter}{number:03}" for letter in "abcdef"))
        return steps_of_the_check(project.root)

    before, few, many = work(range(0)), work(range(200)), work(range(200, 400))
    assert 0 < many - few <= 1.1 * (few - before)


def steps_of_the_check(root: Path) -> int:
    """Return how many lines of code the check of examples runs through, a line in a loop each time."""
    steps = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    read, tracing = read_project(root, TODAY), sys.gettrace()
    sys.settrace(count)
    try:
        assert list(check(read)) == []
    finally:
        sys.settrace(tracing)
    return steps
