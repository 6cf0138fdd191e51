"""What a visitor may say while an emergency card is up."""

import pytest

from tests.channel.talk import kinds, talk, topics
from tests.conftest import Server

PISTOL = "jag hittade en pistol i min sons rum"


def choices(messages: list[dict]) -> list[str]:
    return [choice["id"] for choice in messages[0]["choices"]]


@pytest.mark.parametrize("unsure", ["jag är inte säker", "osäker", "vet inte", "nja, vet inte riktigt"])
def test_not_being_sure_keeps_the_card_and_adds_none(server: Server, unsure: str) -> None:
    _, said = talk(server, PISTOL, unsure.removeprefix("nja, "))
    assert kinds(said) == ["answer"] and "112" in said[0]["text"] and "osäker" in said[0]["text"]
    assert choices(said) == ["nej"] and "lämnar vi det" not in said[0]["text"]


def test_not_being_sure_is_no_emergency_by_itself(server: Server) -> None:
    [said] = talk(server, "jag är inte säker")
    assert said[0]["question"] == "fraga_fara"


def test_not_knowing_whether_somebody_is_in_danger_shows_the_card(server: Server) -> None:
    _, said = talk(server, "jag vet inte var jag ska börja", "vet inte")
    assert kinds(said) == ["crisis"]


def test_va_says_the_point_of_the_card_in_plainer_words(server: Server) -> None:
    card, plain = talk(server, PISTOL, "va?")
    assert topics(plain) == topics(card) and "Rör det inte." in plain[0]["text"]


def test_more_after_a_card_tells_more_of_the_same(server: Server) -> None:
    card, more = talk(server, PISTOL, "mer")
    assert topics(more) == topics(card) and "Ring ändå" in more[0]["text"]


@pytest.mark.parametrize(
    "said",
    ["lol jag menade i fortnite", "det var i ett spel", "jag skämtade bara", "det var en film", "haha nej i minecraft"],
)
def test_a_game_or_a_joke_lowers_the_card(server: Server, said: str) -> None:
    _, lower = talk(server, PISTOL, said)
    assert lower[0]["kind"] == "crisis" and lower[0]["topic"] is None and "112" in lower[0]["text"]


@pytest.mark.parametrize(
    "said", ["det var en film han har gjort", "jag skämtade inte", "han säger att han skämtade", "en film", "spel"]
)
def test_what_may_be_meant_otherwise_does_not_lower_the_card(server: Server, said: str) -> None:
    _, kept = talk(server, PISTOL, said)
    assert not any(message["kind"] == "crisis" and message["topic"] is None for message in kept)


def test_a_no_to_something_else_keeps_the_card_and_asks(server: Server) -> None:
    *_, said = talk(server, PISTOL, "kostar det något att ringa?", "nej")
    assert kinds(said) == ["answer"] and choices(said) == ["nej"] and "112" in said[0]["text"]


def test_a_plain_denial_lowers_the_card_later_too(server: Server) -> None:
    *_, said = talk(server, PISTOL, "kostar det något att ringa?", "det var inte så")
    assert said[0]["kind"] == "crisis" and said[0]["topic"] is None


def test_the_day_of_a_threat_is_no_question_about_hours(server: Server) -> None:
    _, said = talk(server, "min bror ska skjuta någon på skolan", "på lördag")
    assert "oppettider" not in topics(said)


def test_somebody_who_went_out_with_a_weapon_is_violence_on_its_way(server: Server) -> None:
    [card] = talk(server, "han har just tagit bössan och gått ut")
    assert topics(card)[0] == "akut_planerat_vald"


@pytest.mark.parametrize(
    "said",
    ["min man övervakar mig", "han läser min telefon", "min sambo spårar min telefon", "min man övervakar min mobil"],
)
def test_control_at_home_leads_to_the_line_against_violence(server: Server, said: str) -> None:
    [messages] = talk(server, said)
    assert topics(messages)[0] == "hotad_av_anhorig" and "020-50 50 50" in messages[0]["text"]


@pytest.mark.parametrize("said", ["jag ska skjuta alla", "jag har en bomb"])
def test_a_threat_of_ones_own_is_heard_and_may_be_taken_back(server: Server, said: str) -> None:
    card, lower = talk(server, said, "skojar bara")
    assert card[0]["kind"] == "crisis" and topics(card) == ["akut_planerat_vald"]
    assert lower[0]["kind"] == "crisis" and lower[0]["topic"] is None


@pytest.mark.parametrize("said", ["jag ska skjuta mål på matchen", "jag ska döda bossen i spelet"])
def test_a_game_is_no_threat(server: Server, said: str) -> None:
    [messages] = talk(server, said)
    assert "crisis" not in kinds(messages)


def test_what_is_not_understood_while_a_card_is_up_calls_first(server: Server) -> None:
    _, day, what = talk(server, "han har just tagit bössan och gått ut", "på lördag", "vad ska jag göra")
    assert "112" in day[0]["text"] and choices(day) == ["nej"]
    assert what[0]["title"] == "Är någon i fara?" and choices(what) == ["nej"] and what[0]["question"] is None


def test_what_was_held_back_is_about_whom_it_was_asked_about(server: Server) -> None:
    *_, told = talk(server, "min kompis är konstig", PISTOL, "hur ska jag prata med honom", "nej, det var inte så")
    assert told[-1]["text"].startswith("Det gäller din son.")


def test_what_was_held_back_is_about_nobody_where_it_was_somebody_elses(server: Server) -> None:
    *_, told = talk(server, "min sons kompis har en pistol", "hur ska jag prata med honom", "nej, det var inte så")
    assert topics(told) and "Det gäller" not in told[-1]["text"]


def test_what_was_held_back_is_not_forgotten_by_a_question(server: Server) -> None:
    *_, told = talk(server, PISTOL, "hur ska jag prata med honom", "kostar det något att ringa?", "det var inte så")
    assert topics(told) == ["prata_vid_middagsbordet"]


@pytest.mark.parametrize(
    "said", [("jag orkar inte mer, min son har blivit nån annan",), ("jag orkar inte mer", "min son")]
)
def test_a_worn_out_parent_gets_the_card_and_is_met(server: Server, said: tuple[str, ...]) -> None:
    turns = talk(server, *said, "nej, det var inte så")
    assert turns[0][0]["kind"] == "crisis" and turns[0][0]["topic"] == "egen_sjalvmordstanke"
    assert turns[-2][-1]["held"] == "stod_till_anhorig" and "överst" in turns[-2][-1]["text"]
    assert turns[-1][-1]["text"].startswith("Det gäller din son.") and topics(turns[-1]) == ["stod_till_anhorig"]


@pytest.mark.parametrize(
    "said",
    ["jag ligger sömnlös och grubblar över min pojke", "det går inte att sova, tänker på vad min dotter håller på med"],
)
def test_whoever_lies_awake_with_worry_is_met_without_a_card(server: Server, said: str) -> None:
    [messages] = talk(server, said)
    assert topics(messages) == ["stod_till_anhorig"] and "crisis" not in kinds(messages)


def test_whoever_speaks_of_nobody_else_gets_the_card_alone(server: Server) -> None:
    [card] = talk(server, "jag orkar inte mer")
    assert kinds(card) == ["crisis"]
