"""Facts in texts: each is known, may be said, and is not typed by hand."""

import pytest

from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
SCHOOL = "data/skola/skolans_ansvar.yml"
FACTS = "data/fakta.yml"


def test_an_unknown_fact_is_caught_before_a_reader_sees_its_brackets(project: SmallProject) -> None:
    project.replace(ARG, "{hjalplinjen_telefon}", "{hjälplinjen_telefon}")
    project.expect_among(ARG, "{hjälplinjen_telefon}", "finns inte i data/fakta.yml", "'hjalplinjen_telefon'")


@pytest.mark.parametrize("hole", ["{ sos_telefon }", "{Sos_telefon}", "{sos_telefon", "sos_telefon}", "{}"])
def test_brackets_that_would_be_shown_as_they_stand_are_caught(project: SmallProject, hole: str) -> None:
    project.replace(ARG, "Ring {sos_telefon} vid fara.", f"Ring {hole}.")
    project.expect(ARG, hole, "skulle visas som det står")


def test_the_date_of_an_unknown_fact_is_caught(project: SmallProject) -> None:
    project.replace(ARG, "Gå därifrån.", "Gå därifrån ({hjalplinjen_tel_datum}).")
    project.expect(ARG, "{hjalplinjen_tel_datum}", "finns inte i data/fakta.yml")


def test_what_only_the_program_knows_is_kept_out_of_topics(project: SmallProject) -> None:
    project.replace(ARG, "Gå därifrån.", "Gå därifrån {nasta_tid}.")
    project.expect(ARG, "{nasta_tid}", "bara stå i data/system/")


def test_a_fact_in_a_title_is_caught_since_titles_are_not_filled(project: SmallProject) -> None:
    project.replace(ARG, 'titel: "Han', 'titel: "{sos_telefon} Han')
    project.expect(ARG, "titel:", "fylls inte i i en titel")


@pytest.mark.parametrize("name", ["foraldralinjen_telefon", "foraldralinjen_telefon_datum"])
def test_a_fact_that_must_not_be_said_as_current_is_caught_in_an_answer(project: SmallProject, name: str) -> None:
    project.replace(ARG, "Gå därifrån.", f"Gå därifrån. {{{name}}}.")
    project.expect(ARG, name, "har tillit L")


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Ring 020-100 200.", "020-100 200"),
        ("Ring 112.", "112"),
        ("De svarar 9–13.", "9–13"),
        ("De svarar klockan 9.", "klockan 9"),
        ("De svarar kl. 8.", "kl. 8"),
        ("Det hände 2017.", "2017"),
        ("Se 29 kap. 13 §.", "29"),
        ("Se 6 kap. i lagen.", "6 kap"),
        ("Se paragraf § i lagen.", "§"),
        ("Mejla orostelefonen@rb.se i dag.", "orostelefonen@rb.se"),
        ("Titta på raddabarnen.se i dag.", "raddabarnen.se"),
    ],
)
def test_a_number_an_hour_a_paragraph_or_an_address_typed_by_hand_is_caught(
    project: SmallProject, written: str, named: str
) -> None:
    project.replace(SCHOOL, "Berätta också för rektor.", written)
    project.expect_among(SCHOOL, written, f"'{named}' är skrivet för hand")


def test_a_single_figure_is_no_fact(project: SmallProject) -> None:
    project.replace(ARG, "Säg en enda sak", "Säg 1 enda sak")
    assert project.faults() == []


def test_a_topic_may_be_named_by_a_number(project: SmallProject) -> None:
    old, new = ("blir_arg", "natverk_764")
    project.move(ARG, f"data/samtal/{new}.yml")
    for file in (f"data/samtal/{new}.yml", "domain.yml", "tests/conversations/test_mer.yml"):
        path = project.root / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for file in (SCHOOL, "data/orostelefonen/oppettider.yml", "data/akut/egen_sjalvmordstanke.yml"):
        project.replace(file, old, new)
    project.replace(f"data/samtal/{new}.yml", 'titel: "Han', 'titel: "764: han')
    assert project.faults() == []
