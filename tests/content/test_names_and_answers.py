"""One name for one topic, one answer for one reader: what Rasa accepts with a warning at the most."""

import pytest

from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
HOURS = "data/orostelefonen/oppettider.yml"
UNKNOWN = "data/system/okant.yml"


def test_a_response_with_another_name_than_its_file_is_caught(project: SmallProject) -> None:
    project.replace(ARG, "  utter_blir_arg:", "  utter_blir_argt:")
    project.expect_among(ARG, "utter_blir_argt", "filen heter blir_arg.yml", "Skriv 'utter_blir_arg'")


def test_the_same_response_in_two_files_is_caught_though_rasa_lets_the_last_win(project: SmallProject) -> None:
    project.append("data/samtal/blir_ledsen.yml", (project.root / ARG).read_text(encoding="utf-8"))
    project.expect_among(
        "data/samtal/blir_ledsen.yml", "utter_blir_arg", f"finns redan i {ARG}", "bara ett av svaren visas"
    )


def test_responses_in_domain_yml_are_caught(project: SmallProject) -> None:
    project.append("domain.yml", "responses:\n  utter_blir_arg:\n  - text: x\n")
    project.expect("domain.yml", "responses:", "nyckeln 'responses' finns inte")


def test_examples_of_another_topic_are_caught(project: SmallProject) -> None:
    project.replace(ARG, "- intent: blir_arg", "- intent: blir_argt")
    project.expect(ARG, "- intent: blir_argt", "exemplen hör till 'blir_argt'", "«intent: blir_arg»")


def test_a_file_name_with_swedish_letters_is_caught(project: SmallProject) -> None:
    project.move(ARG, "data/samtal/blir_så_arg.yml")
    project.expect_among("data/samtal/blir_så_arg.yml", "", "andra tecken än a–z")


def test_a_second_answer_without_a_condition_is_caught_since_rasa_draws_at_random(project: SmallProject) -> None:
    project.replace(ARG, "  - condition:\n    - {type: slot, name: lasare, value: ung}\n    text:", "  - text:")
    line = project.line(ARG, "Det är inte du som ska lösa det.") - 1
    faults = project.faults()
    assert [(fault.path, fault.line) for fault in faults] == [(ARG, line)]
    assert "på måfå" in str(faults[0])


def test_a_first_answer_with_a_condition_is_caught(project: SmallProject) -> None:
    condition = "  - condition:\n    - {type: slot, name: lasare, value: ung}\n    text:"
    project.replace(HOURS, "  - text:", condition)
    project.expect(HOURS, "  - condition:", "första svaret har ett villkor")


def test_two_answers_for_the_same_reader_are_caught(project: SmallProject) -> None:
    second = "  - condition: [{type: slot, name: lasare, value: ung}]\n    text: Gå till en lärare.\nnlu:"
    project.replace(ARG, "nlu:", second)
    project.expect(ARG, "  - condition: [", "redan ett svar för läsaren 'ung'")


@pytest.mark.parametrize(
    ("old", "new", "gist"),
    [
        ("value: ung", "value: unga", "Menade du 'ung'?"),
        ("name: lasare", "name: läsare", "Menade du 'lasare'?"),
        ("type: slot", "type: slott", "Menade du 'slot'?"),
    ],
)
def test_a_condition_that_would_never_hold_is_caught(project: SmallProject, old: str, new: str, gist: str) -> None:
    project.replace(ARG, old, new)
    project.expect(ARG, new, gist)


def test_metadata_that_a_variant_cannot_change_is_caught(project: SmallProject) -> None:
    variant = "      lattlast: |\n        Är du rädd? Gå till en vuxen.\n"
    project.replace(ARG, variant, variant + "      granskning: lag\n")
    project.expect(ARG, "granskning: lag", "'granskning' finns inte, så det som står där läses aldrig")


def test_a_long_title_is_caught(project: SmallProject) -> None:
    project.replace(ARG, 'titel: "Han blir arg varje gång vi pratar"', 'titel: "' + "Han blir arg " * 5 + '"')
    project.expect(ARG, "titel:", "65 tecken", "60")


def test_two_topics_with_the_same_title_are_caught(project: SmallProject) -> None:
    project.replace(HOURS, 'titel: "När har Orostelefonen öppet?"', 'titel: "Han blir arg varje gång vi pratar"')
    project.expect(ARG, "titel:", f"densamma som i {HOURS}")


def test_an_emergency_card_that_does_not_begin_with_the_number_is_caught(project: SmallProject) -> None:
    file = "data/akut/egen_sjalvmordstanke.yml"
    project.replace(file, "kort: |\n        Ring {sos_telefon} nu", "kort: |\n        Tänk på det här nu")
    project.expect(file, "kort:", "börjar inte med numret")


def test_an_emergency_card_that_does_not_fit_is_caught(project: SmallProject) -> None:
    file = "data/akut/egen_sjalvmordstanke.yml"
    project.replace(file, "      kort_en:", "        Ett.\n" * 5 + "      kort_en:")
    project.expect(file, "kort:", "7 rader")
