"""The registers: each fact says one thing, and each contact can be reached."""

from datetime import date

import pytest

from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
SCHOOL = "data/skola/skolans_ansvar.yml"
FACTS = "data/fakta.yml"


@pytest.mark.parametrize(
    ("old", "new", "at", "gist"),
    [
        ('    varde: "112"\n', "", "sos_telefon:", "varken varde eller tider"),
        ("    tider: {", '    varde: "x"\n    tider: {', "orostelefonen_tider:", "både varde och tider"),
        ("    helgdagar: stängt\n", "", "orostelefonen_tider:", "vad som gäller på helgdagar"),
        ('    varde: "112"\n', '    varde: "112"\n    helgdagar: stängt\n', "helgdagar: stängt", "ingen nytta"),
        ('    efter: "Paragrafen kan ha ändrats."\n', "", 'giltig_till: "2027-05-21"', "giltig_till men inte efter"),
        ('    giltig_till: "2027-05-21"\n', "", 'efter: "Paragrafen', "aldrig utan giltig_till"),
        (
            '    giltig_till: "2027-02-20"\n    efter: "Tiderna kan ha ändrats."\n',
            "",
            "tider: {",
            "gamla tider kan visas",
        ),
        ("    kalla: hjalplinjen_2024", "    kalla: hjalplinjen_2025", "hjalplinjen_2025", "'hjalplinjen_2024'"),
    ],
)
def test_a_fact_that_says_too_much_or_too_little_is_caught(
    project: SmallProject, old: str, new: str, at: str, gist: str
) -> None:
    project.replace(FACTS, old, new)
    project.expect(FACTS, at, gist)


def test_a_number_that_no_longer_works_is_kept_out_of_the_register(project: SmallProject) -> None:
    project.replace(FACTS, "tillit: H", "tillit: X")
    project.expect(FACTS, "tillit: X", "får inte finnas", "Ta bort faktat")


@pytest.mark.parametrize(
    "hours",
    [
        'mandag: "12–18"',
        'måndag: "12-18"',
        'måndag: "kl 12–18"',
        'måndag: "12–25"',
        'måndag: "hela dagen"',
        'tors: "9–13"',
    ],
)
def test_hours_that_cannot_be_read_are_caught_before_they_break_the_hand_over(
    project: SmallProject, hours: str
) -> None:
    project.replace(FACTS, 'måndag: "12–18"', hours)
    project.expect(FACTS, "tider: {", "går inte att läsa", "tankstreck")


@pytest.mark.parametrize("hours", ['måndag–fredag: "9.30–12"', 'alla: "dygnet runt"', 'helger: "20–24"'])
def test_hours_in_every_right_form_are_let_be(project: SmallProject, hours: str) -> None:
    project.replace(FACTS, 'måndag: "12–18"', hours)
    assert project.faults() == []


def test_a_fact_named_as_the_date_of_another_is_caught(project: SmallProject) -> None:
    about = '    om: "x"\n    kalla: orosboten\n    kontrollerad: "2026-11-22"\n    tillit: H\n'
    fact = f'  sos_telefon_datum:\n    varde: "x"\n{about}'
    project.replace(FACTS, "  orostelefonen_telefon:\n", fact + "  orostelefonen_telefon:\n")
    project.expect(FACTS, "sos_telefon_datum:", "betyder redan datumet för 'sos_telefon'")


@pytest.mark.parametrize(
    ("old", "new", "gist"),
    [
        ("telefon: sos_telefon", "telefon: sos_telefn", "Menade du 'sos_telefon'?"),
        ("telefon: sos_telefon", "telefon: foraldralinjen_telefon", "har tillit L"),
        ("tider: orostelefonen_tider", "tider: orostelefonen_telefon", "är ingen tid"),
    ],
)
def test_a_contact_card_with_a_hole_is_caught(project: SmallProject, old: str, new: str, gist: str) -> None:
    project.replace(FACTS, old, new)
    project.expect(FACTS, new, gist)


def test_a_contact_that_nobody_can_stand_for_is_caught(project: SmallProject) -> None:
    text = (project.root / FACTS).read_text(encoding="utf-8")
    contact = text[text.index("  sos:\n") : text.index("  orostelefonen:\n")]
    project.replace(FACTS, contact, contact.replace("tillit: H", "tillit: L"))
    project.expect(FACTS, "  sos:", "har tillit L, och får inte visas")


def test_a_contact_with_an_unknown_source_is_caught(project: SmallProject) -> None:
    text = (project.root / FACTS).read_text(encoding="utf-8")
    contact = text[text.index("  sos:\n") : text.index("  orostelefonen:\n")]
    project.replace(FACTS, contact, contact.replace("kalla: orosboten", "kalla: orosbotten"))
    project.expect(FACTS, "kalla: orosbotten", "Menade du 'orosboten'?")


def test_facts_that_are_broken_do_not_hide_other_faults(project: SmallProject) -> None:
    project.replace(FACTS, '    varde: "112"\n    om: "Nödnumret"\n', "")
    project.replace(ARG, "Gå därifrån.", "Gå därifrån!")
    found = [str(fault) for fault in project.faults(date(2026, 11, 24))]
    assert [fault.split(":")[0] for fault in found] == [FACTS, ARG], found
