"""What the bot never says, and never says alone."""

import pytest

from bot.content.check.phrases import load_phrases
from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
HOURS = "data/orostelefonen/oppettider.yml"
PLAIN = "Gå därifrån."


@pytest.mark.parametrize("sign", ["!", "😊", "☎"])
def test_exclamation_marks_and_pictures_are_caught(project: SmallProject, sign: str) -> None:
    project.replace(ARG, PLAIN, f"Gå därifrån {sign}")
    project.expect(ARG, sign, "utropstecken" if sign == "!" else "bild")


@pytest.mark.parametrize(
    "words",
    [
        "Var lugn.",
        "Lugna dig.",
        "Ta det lugnt.",
        "Det är ingen fara.",
        "Överreagera inte.",
        "Jag förstår precis hur du känner.",
        "Du är helt anonym.",
        "Vi lovar att hjälpa.",
        "Hon har begått självmord.",
        "Han valde att ta sitt liv.",
        "Det var ett misslyckat självmord.",
        "Prata med den radikaliserade.",
        "Möt extremisten.",
        "Se förövaren.",
        "Det är fruktansvärt.",
        "Håll dörren öppen.",
        "Han föll i ett kaninhål.",
        "Ta ett steg i taget.",
        "Skriv t.ex. ett brev.",
        "Ring bl.a. skolan.",
    ],
)
def test_what_the_bot_never_says_is_caught(project: SmallProject, words: str) -> None:
    project.replace(ARG, PLAIN, words)
    project.expect(ARG, words, "skriv inte «")


@pytest.mark.parametrize(
    "words", ["Ingen kan lova att du är helt anonym.", "Välj en lugn kväll.", "Säg: «Vi lovar det.»"]
)
def test_the_same_words_in_a_right_sentence_are_let_be(project: SmallProject, words: str) -> None:
    project.replace(ARG, PLAIN, words)
    assert project.faults() == []


def test_sorry_i_cannot_is_caught_only_as_the_first_words(project: SmallProject) -> None:
    project.replace(ARG, "Att det slutar", "Tyvärr kan jag inte svara. Att det slutar")
    project.expect(ARG, "Tyvärr", "skriv inte «Tyvärr»")


def test_every_phrase_says_why_and_what_to_write(project: SmallProject) -> None:
    assert len(load_phrases()) > 15
    assert all(phrase.why and phrase.instead for phrase in load_phrases())


@pytest.mark.parametrize("bill", ["räkningen", "telefonräkningen", "mobilräkningen"])
def test_the_bill_without_the_call_list_is_caught(project: SmallProject, bill: str) -> None:
    old = "Samtalet syns inte på räkningen. Telefonens egen samtalslista visar det."
    project.replace(HOURS, old, f"Samtalet syns inte på {bill}.")
    project.expect(HOURS, bill, "samtalslista")


def test_the_bill_in_the_folded_part_may_lean_on_the_answer_above_it(project: SmallProject) -> None:
    project.replace(HOURS, "      kallor:", "      las_mer: |\n        Räkningen visar inget om det.\n      kallor:")
    assert project.faults() == []


def test_the_helpline_without_a_second_way_is_caught(project: SmallProject) -> None:
    project.replace(ARG, ", eller Hjälplinjen, {hjalplinjen_telefon}", "")
    project.expect(ARG, "{orostelefonen_telefon}", "utan en andra väg")


@pytest.mark.parametrize("way", ["eller socialtjänsten", "eller {sos_telefon}"])
def test_the_social_services_or_any_other_contact_is_a_second_way(project: SmallProject, way: str) -> None:
    project.replace(ARG, "eller Hjälplinjen, {hjalplinjen_telefon}", way)
    assert project.faults() == []
