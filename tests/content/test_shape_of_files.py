"""Keys, types and dates: what Rasa and YAML pass over in silence."""

import pytest

from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
FACTS = "data/fakta.yml"
SOURCES = "data/kallor.yml"
CRISIS = "data/kris.yml"
WORDS = "data/lexikon/fara.yml"


def test_a_valid_project_has_no_faults(project: SmallProject) -> None:
    assert project.faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "nearest"),
    [
        (ARG, "      relaterade:", "      relaterad:", "'relaterade'"),
        (ARG, "      las_mer:", "      läs_mer:", "'las_mer'"),
        (FACTS, "    uppgift_fran:", "    uppgift_från:", "'uppgift_fran'"),
        (FACTS, "    kostnad:", "    kostar:", "'kostnad'"),
        (CRISIS, "    inte:", "    intte:", "'inte'"),
        (ARG, "  - text:", "  - buttons: []\n    text:", "metadata, text"),
    ],
)
def test_a_misspelt_key_is_caught_with_the_nearest_right_one(
    project: SmallProject, file: str, old: str, new: str, nearest: str
) -> None:
    project.replace(file, old, new)
    project.expect_among(file, new.strip().split("\n")[0], "läses aldrig", nearest)


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [("rules:", "rule:", "rules"), ("responses:", "respones:", "responses"), ("nlu:", "nlo:", "nlu")],
)
def test_a_misspelt_part_of_a_topic_file_is_caught_and_not_dropped(
    project: SmallProject, old: str, new: str, right: str
) -> None:
    project.replace(ARG, f"\n{old}", f"\n{new}")
    project.expect_among(ARG, new, "läses aldrig", f"Menade du '{right}'?")
    project.expect_among(ARG, "", f"'{right}' saknas i filen")


@pytest.mark.parametrize(
    ("file", "old", "at", "gist"),
    [
        (ARG, '      titel: "Han blir arg varje gång vi pratar"\n', "metadata:", "'titel' saknas under 'metadata'"),
        (ARG, "      for: [anhorig, ung]\n", "metadata:", "'for' saknas"),
        (ARG, '      kontrollerad: "2026-11-22"\n', "metadata:", "'kontrollerad' saknas"),
        (ARG, "      granskning: råd\n", "metadata:", "'granskning' saknas"),
        (ARG, "      relaterade: [oppettider, egen_sjalvmordstanke]\n", "metadata:", "'relaterade' saknas"),
        (ARG, "      kallor: [gnosjo_2024, orosboten]\n", "metadata:", "'kallor' saknas"),
        (FACTS, '    om: "Nödnumret"\n', "sos_telefon:", "'om' saknas under 'sos_telefon'"),
        (FACTS, '    for: "Fara för liv"\n', "  sos:", "'for' saknas under 'sos'"),
        (SOURCES, '    utgivare: "Orosboten"\n', "orosboten:", "'utgivare' saknas"),
        (CRISIS, "    amne: egen_sjalvmordstanke\n", "vill_do:", "'amne' saknas"),
        (WORDS, '    om: "Just nu"\n', "  nu:", "'om' saknas"),
    ],
)
def test_a_missing_key_is_named_where_it_should_stand(
    project: SmallProject, file: str, old: str, at: str, gist: str
) -> None:
    project.replace(file, old, "")
    project.expect(file, at, gist, "Lägg till en rad som börjar")


@pytest.mark.parametrize("key", ["kontrollerad", "giltig_till"])
def test_a_date_without_quotes_is_caught_before_training_fails_on_it(project: SmallProject, key: str) -> None:
    text = (project.root / FACTS).read_text(encoding="utf-8")
    date = text[text.index(f'{key}: "') :].split('"')[1]
    project.replace(FACTS, f'{key}: "{date}"', f"{key}: {date}")
    project.expect_among(FACTS, f"{key}: {date}", "utan citattecken", f'Skriv "{date}"')


def test_a_bare_date_in_an_answer_is_caught(project: SmallProject) -> None:
    project.replace(ARG, 'kontrollerad: "2026-11-22"', "kontrollerad: 2026-11-22")
    project.expect(ARG, "kontrollerad:", "datumet 2026-11-22 står utan citattecken", 'Skriv "2026-11-22"')


def test_a_day_that_is_not_in_the_calendar_is_caught(project: SmallProject) -> None:
    project.replace(ARG, 'kontrollerad: "2026-11-22"', 'kontrollerad: "2026-11-31"')
    project.expect(ARG, "kontrollerad:", "inget datum: '2026-11-31'")


def test_a_year_without_quotes_is_caught(project: SmallProject) -> None:
    project.replace(SOURCES, 'datum: "2024-12"', "datum: 2024")
    project.expect(SOURCES, "datum: 2024\n".strip(), 'Skriv "2024"')


def test_a_number_without_quotes_is_caught(project: SmallProject) -> None:
    project.replace(FACTS, 'varde: "112"', "varde: 112")
    project.expect(FACTS, "varde: 112", "'varde' ska vara en text", "citattecken")


def test_a_word_that_yaml_takes_for_false_is_caught(project: SmallProject) -> None:
    project.replace(WORDS, "[jag, mig]", "[jag, no]")
    project.expect(WORDS, "[jag, no]", "ska vara en text", "citattecken")


def test_a_version_without_quotes_is_caught(project: SmallProject) -> None:
    project.replace(ARG, '"3.1"', "3.1")
    project.expect(ARG, "version:", 'Skriv "3.1"')


@pytest.mark.parametrize(
    ("file", "old", "new", "gist"),
    [
        (ARG, "granskning: råd", "granskning: rad", "Menade du 'råd'?"),
        (ARG, "for: [anhorig, ung]", "for: [anhöriga]", "Menade du 'anhorig'?"),
        (ARG, "for: [anhorig, ung]", "for: anhorig", "ska vara en lista"),
        (ARG, "for: [anhorig, ung]", "for: []", "tom lista"),
        (FACTS, "tillit: H", "tillit: HM", "Välj: H, M, L, X"),
        (FACTS, "helgdagar: stängt", "helgdagar: stangt", "Menade du 'stängt'?"),
        (FACTS, "akut: true", 'akut: "ja"', "true eller false"),
        (SOURCES, "https://www.gnosjo.se/nyhetsarkiv", "https://www.gnosjo.se/…", "url"),
        (CRISIS, "krav: [[ta_sitt_liv], [jag, nu]]", "krav: []", "tom lista"),
        (CRISIS, "krav: [[ta_sitt_liv], [jag, nu]]", "krav: [[ta_sitt_liv], []]", "tom lista"),
        (CRISIS, "krav: [[ta_sitt_liv], [jag, nu]]", "krav: [ta_sitt_liv]", "ska vara en lista"),
        (FACTS, "  sos_telefon:", "  SOS-telefon:", "andra tecken än a–z"),
    ],
)
def test_a_value_of_the_wrong_kind_is_caught(project: SmallProject, file: str, old: str, new: str, gist: str) -> None:
    project.replace(file, old, new)
    project.expect_among(file, new.strip(), gist)
