"""How long and how hard an answer may be."""

import pytest

from bot.content.check.readability import lix_limit
from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
HOURS = "data/orostelefonen/oppettider.yml"
PLAIN = "Gå därifrån."


def test_an_answer_of_more_than_ninety_words_is_caught(project: SmallProject) -> None:
    project.replace(ARG, "Välj en lugn stund.", "Välj en lugn stund. " + "Det är bra. " * 20)
    project.expect(ARG, "  - text: |", "'text' är", "får vara 90", "las_mer")


@pytest.mark.parametrize(
    ("part", "old", "limit"),
    [("lattlast", "Det är inte ditt fel att det blir bråk.", 70), ("las_mer", "Du får pausa ämnet.", 250)],
)
def test_a_part_with_too_many_words_is_caught(project: SmallProject, part: str, old: str, limit: int) -> None:
    project.replace(ARG, old, "Det är bra nu. " * 70)
    project.expect(ARG, f"{part}:", f"får vara {limit}")


def test_a_card_of_more_than_sixty_words_is_caught(project: SmallProject) -> None:
    file = "data/akut/egen_sjalvmordstanke.yml"
    project.replace(file, "du kan ta ditt liv.\n        Gå", "du kan ta ditt liv.\n        " + "Gå nu. " * 26 + "Gå")
    project.expect(file, "kort:", "'kort' är", "får vara 60")


def test_facts_count_as_the_words_they_become(project: SmallProject) -> None:
    text = "Se {lag_skollagen_anmalan}. " * 20
    project.replace("data/skola/skolans_ansvar.yml", "Berätta också för rektor.", text)
    project.expect("data/skola/skolans_ansvar.yml", "  - text:", "när fakta är ifyllda")


def test_five_paragraphs_are_caught(project: SmallProject) -> None:
    project.replace(ARG, "      Välj en lugn stund.", "      Ja.\n\n      Nej.\n\n      Välj en lugn stund.")
    project.expect(ARG, "  - text:", "har 5 stycken, och får ha 4")


def test_a_sentence_of_more_than_twenty_words_is_caught_on_its_own_line(project: SmallProject) -> None:
    long = "Säg att du ser hur det är för mig och dig nu och att du vill ha det bra med oss"
    project.replace(ARG, "Du får pausa ämnet.", f"{long}.")
    project.expect(ARG, long, "meningen är 21 ord, och får vara 20", "Dela den i två")


def test_a_hard_text_is_caught_with_the_words_that_make_it_so(project: SmallProject) -> None:
    hard = "Socialsekreteraren genomför förhandsbedömningar. Myndigheterna dokumenterar händelseförloppet."
    project.replace(ARG, "Det är inte ditt fel att det blir bråk.", hard)
    project.expect(ARG, "lattlast:", "LIX", "får vara 27", "händelseförloppet")


@pytest.mark.parametrize(
    ("part", "group", "limit"),
    [
        ("text", "akut", 30),
        ("text", "anhorig", 30),
        ("text", "lag", 40),
        ("text", "skola", 40),
        ("text", "samhalle", 40),
        ("las_mer", "samtal", 36),
        ("las_mer", "lag", 46),
        ("lattlast", "akut", 27),
        ("lattlast", "lag", 27),
    ],
)
def test_law_may_be_harder_and_plain_wording_may_not(part: str, group: str, limit: int) -> None:
    assert lix_limit(part, group) == limit


def test_the_name_of_a_helpline_is_not_a_hard_word(project: SmallProject) -> None:
    project.replace(ARG, PLAIN, "Ring Orostelefonen. Hör med Orostelefonen. Orostelefonens råd. Ring Hjälplinjen nu.")
    assert project.faults() == []


def test_plainer_wording_is_missed_where_frightened_people_read(project: SmallProject) -> None:
    text = (project.root / ARG).read_text(encoding="utf-8")
    plain = text[text.index("      lattlast:") : text.index("      kallor:")]
    project.replace(ARG, plain, "")
    project.expect(ARG, "    metadata:", "'lattlast' saknas")
