"""Every answer rests on a page that somebody has read lately."""

from datetime import date

import pytest

from bot.content.check.dates import due, due_as_text
from tests.content.conftest import TODAY, SmallProject

ARG = "data/samtal/blir_arg.yml"
HOURS = "data/orostelefonen/oppettider.yml"
SCHOOL = "data/skola/skolans_ansvar.yml"
FACTS = "data/fakta.yml"


def test_an_answer_without_a_source_is_caught(project: SmallProject) -> None:
    project.replace(ARG, "kallor: [gnosjo_2024, orosboten]", "kallor: []")
    project.expect(ARG, "kallor: []", "ingen källa")


def test_an_unknown_source_is_caught_with_the_nearest(project: SmallProject) -> None:
    project.replace(ARG, "kallor: [gnosjo_2024, orosboten]", "kallor: [gnosjo_2023]")
    project.expect(ARG, "kallor:", "'gnosjo_2023' finns inte", "Menade du 'gnosjo_2024'?")


def test_an_unknown_source_in_a_variant_is_caught(project: SmallProject) -> None:
    project.replace(ARG, "      kallor: [orosboten]", "      kallor: [orosbot]")
    project.expect(ARG, "kallor: [orosbot]", "Menade du 'orosboten'?")


@pytest.mark.parametrize(
    ("related", "gist"),
    [
        ("[oppetider]", "Menade du 'oppettider'?"),
        ("[okant]", "finns inte"),
        ("[blir_arg]", "till sig självt"),
        ("[oppettider, oppettider]", "två gånger"),
    ],
)
def test_a_related_topic_that_leads_nowhere_is_caught(project: SmallProject, related: str, gist: str) -> None:
    project.replace(ARG, "[oppettider, egen_sjalvmordstanke]", related)
    project.expect(ARG, "relaterade:", gist)


def test_the_phrases_of_the_bot_itself_need_no_source(project: SmallProject) -> None:
    project.replace("data/samspel/mer.yml", "Det var allt.", "Det var det.")
    assert project.faults() == []


@pytest.mark.parametrize(
    ("file", "at", "last_good"),
    [
        (HOURS, "kontrollerad:", date(2027, 2, 20)),
        (SCHOOL, "kontrollerad:", date(2027, 5, 21)),
        (ARG, "kontrollerad:", date(2027, 11, 22)),
    ],
)
def test_an_answer_past_its_review_is_caught_the_day_after(
    project: SmallProject, file: str, at: str, last_good: date
) -> None:
    def found(day: date) -> bool:
        where = f"{file}:{project.line(file, at)}: "
        return any(str(fault).startswith(where) for fault in project.faults(day))

    assert not found(last_good)
    assert found(date.fromordinal(last_good.toordinal() + 1))


@pytest.mark.parametrize(
    ("what", "last_good"),
    [
        ("faktat 'orostelefonen_tider'", date(2027, 2, 20)),
        ("kontakten 'orostelefonen'", date(2027, 2, 20)),
        ("faktat 'lag_skollagen_anmalan'", date(2027, 5, 21)),
        ("faktat 'sos_telefon'", date(2027, 11, 22)),
        ("kontakten 'sos'", date(2027, 11, 22)),
    ],
)
def test_a_fact_or_contact_past_its_review_is_caught_the_day_after(
    project: SmallProject, what: str, last_good: date
) -> None:
    def found(day: date) -> bool:
        return any(
            what in str(fault).replace("Faktat", "faktat").replace("Kontakten", "kontakten")
            for fault in project.faults(day)
        )

    assert not found(last_good)
    assert found(date.fromordinal(last_good.toordinal() + 1))


def test_a_check_on_a_day_to_come_is_caught(project: SmallProject) -> None:
    project.replace(ARG, 'kontrollerad: "2026-11-22"', 'kontrollerad: "2027-11-22"')
    project.expect(ARG, "kontrollerad:", "en dag som inte har varit")


def test_a_valid_until_further_away_than_the_review_is_caught(project: SmallProject) -> None:
    project.replace(FACTS, 'giltig_till: "2027-02-20"', 'giltig_till: "2028-02-20"')
    project.expect(FACTS, "2028-02-20", "mer än 90 dagar", '"2027-02-20"')


def test_what_falls_due_is_listed_soonest_first_with_its_line(project: SmallProject) -> None:
    found = due(project.root, TODAY)
    assert found == sorted(found)
    assert found[0].day == date(2027, 2, 20)
    line = project.line(FACTS, 'giltig_till: "2027-02-20"') - 1
    assert f"2027-02-20  {FACTS}:{line}  faktat 'orostelefonen_tider'" in [str(item) for item in found]


def test_what_falls_due_soon_can_be_printed(project: SmallProject) -> None:
    text = due_as_text(project.root, TODAY, days=90)
    assert text.splitlines()[0] == "Ska kontrolleras inom 90 dagar:"
    assert "svaret 'oppettider'" in text and "svaret 'blir_arg'" not in text
    assert text.splitlines()[-1].endswith("saker till förfaller senare.")


def test_nothing_due_says_what_comes_next(project: SmallProject) -> None:
    assert due_as_text(project.root, TODAY, days=10).startswith("Inget förfaller inom 10 dagar.")
    assert "2027-02-20" in due_as_text(project.root, TODAY, days=10)
