"""Facts: filled into texts, put in words, and never shown past their last day."""

from datetime import date
from pathlib import Path

import pytest

from bot.content.facts import Fact, date_in_words, fill, hours_in_words, load_facts, unknown_facts
from bot.errors import ContentError

BEFORE, LAST, AFTER = date(2027, 2, 19), date(2027, 2, 20), date(2027, 2, 21)
COMMON = {"about": "om", "source": "kalla", "checked": date(2026, 11, 22), "trust": "H"}
NUMBER = Fact(id="sos_telefon", value="112", **COMMON)
HOURS = Fact(
    id="tider",
    hours={"måndag": "12–18", "torsdag": "9–13"},
    stated="2024-07-08",
    valid_until=LAST,
    afterwards="Tiderna kan ha ändrats.",
    **COMMON,
)
FACTS = {fact.id: fact for fact in (NUMBER, HOURS)}


def test_a_fact_is_filled_in_by_its_name() -> None:
    assert fill("Ring {sos_telefon} nu.", FACTS, BEFORE) == "Ring 112 nu."


def test_the_date_of_a_fact_is_that_of_the_source_itself() -> None:
    assert fill("Uppgift från {tider_datum}.", FACTS, BEFORE) == "Uppgift från 8 juli 2024."


def test_the_date_of_a_fact_without_a_dated_source_is_the_day_it_was_read() -> None:
    assert fill("{sos_telefon_datum}", FACTS, BEFORE) == "22 november 2026"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (BEFORE, "måndag 12–18 och torsdag 9–13"),
        (LAST, "måndag 12–18 och torsdag 9–13"),
        (AFTER, "Tiderna kan ha ändrats."),
    ],
)
def test_hours_are_shown_until_their_last_day_and_not_after(day: date, shown: str) -> None:
    assert fill("{tider}", FACTS, day) == shown


def test_an_unknown_fact_cannot_be_filled_in() -> None:
    with pytest.raises(KeyError, match="sos_telefn"):
        fill("Ring {sos_telefn}.", FACTS, BEFORE)


def test_unknown_facts_are_those_that_nobody_fills_in() -> None:
    assert unknown_facts("{sos_telefon} {tider_datum} {nasta_tid} {annat} {annat_datum}", FACTS) == [
        "annat",
        "annat_datum",
    ]


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({"alla": "dygnet runt"}, "dygnet runt"),
        ({"alla": "7–21"}, "7–21"),
        ({"vardagar": "9–15"}, "vardagar 9–15"),
        ({"måndag": "9–12", "onsdag": "9–12", "fredag": "9–12"}, "måndag 9–12, onsdag 9–12 och fredag 9–12"),
    ],
)
def test_hours_are_put_as_they_are_read_aloud(hours: dict[str, str], words: str) -> None:
    assert hours_in_words(hours) == words


@pytest.mark.parametrize(
    ("iso", "words"), [("2024-07-08", "8 juli 2024"), ("2024-12", "december 2024"), ("2017", "2017")]
)
def test_a_date_is_put_in_words_as_far_as_it_is_known(iso: str, words: str) -> None:
    assert date_in_words(iso) == words


def test_the_facts_of_a_file_are_loaded_by_name(tmp_path: Path) -> None:
    path = tmp_path / "fakta.yml"
    path.write_text(
        'fakta:\n  a:\n    varde: "1"\n    om: x\n    kalla: y\n    kontrollerad: "2026-11-22"\n    tillit: H\n'
    )
    assert load_facts(path)["a"].text(BEFORE) == "1"


def test_a_fact_that_cannot_be_used_names_itself_and_the_check(tmp_path: Path) -> None:
    path = tmp_path / "fakta.yml"
    path.write_text('fakta:\n  a:\n    varde: "1"\n')
    with pytest.raises(ContentError, match=r"'a' går inte att använda.*make check"):
        load_facts(path)
