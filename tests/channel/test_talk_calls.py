"""Questions about calling: when, whom, how, and as whom."""

import pytest

from tests.channel.talk import PHONE, kinds, talk, topics
from tests.conftest import Server

PISTOL = "jag hittade en pistol i min sons rum"


@pytest.mark.parametrize(
    "said",
    ["har ni öppet på julafton?", "är det öppet på midsommar", "på söndag?", "i helgen?", "stängt på nyårsafton?"],
)
def test_a_day_is_about_the_hours_and_holidays_may_differ(server: Server, said: str) -> None:
    [messages] = talk(server, said)
    assert topics(messages) == ["oppettider"]
    assert "helgdagar" in messages[0]["text"] and "kan ha ändrats" in messages[0]["text"]


def test_va_after_a_hand_over_says_it_in_plainer_words(server: Server) -> None:
    _, plain, more = talk(server, "jag vill prata med någon", "va?", "mer")
    assert kinds(plain) == kinds(more) == ["handoff"] and PHONE in plain[0]["text"]
    assert "Den som svarar lyssnar" in plain[0]["text"] and "bestämmer du själv" in more[0]["text"]


def test_how_after_a_hand_over_tells_more_of_it(server: Server) -> None:
    _, more, end = talk(server, "jag vill prata med någon", "hur då?", "mer")
    assert kinds(more) == ["handoff"] and end[0]["title"] == "Det var allt om det här"


@pytest.mark.parametrize("said", ["vem ringer jag?", "vem ska jag kontakta", "vart vänder jag mig?"])
def test_a_teacher_is_told_whom_to_call_at_work(server: Server, said: str) -> None:
    [messages] = talk(server, said, reader="skola")
    _, later = talk(server, "jag är lärare", said)
    assert topics(messages) == topics(later) == ["stod_till_skolan"] and "CVE" in messages[0]["text"]


def test_whoever_else_asks_whom_to_call_is_handed_over(server: Server) -> None:
    [messages] = talk(server, "vem ringer jag?")
    assert kinds(messages) == ["handoff", "handoff"]


def test_whom_to_call_while_a_card_is_up_begins_with_the_emergency_number(server: Server) -> None:
    _, said = talk(server, PISTOL, "vem ringer jag?")
    assert topics(said) == ["vilket_nummer_nar"] and "112" in said[0]["text"].split("\n")[0]


@pytest.mark.parametrize("said", ["kan ni ringa upp mig?", "kan du ringa mig", "ring mig"])
def test_nobody_can_call_the_visitor(server: Server, said: str) -> None:
    [messages] = talk(server, said)
    assert messages[0]["text"].startswith("Nej.") and PHONE in messages[0]["text"] and "handoff" in kinds(messages)


def test_nobody_can_call_the_visitor_in_danger_either(server: Server) -> None:
    _, said = talk(server, PISTOL, "kan ni ringa mig")
    assert said[0]["text"].startswith("Nej.") and "Ring 112" in said[-1]["text"] and "handoff" not in kinds(said)


@pytest.mark.parametrize("said", ["kan jag vara anonym", "är jag anonym när jag ringer", "är man anonym?"])
def test_anonymity_is_that_of_the_line(server: Server, said: str) -> None:
    [messages] = talk(server, said)
    assert topics(messages) == ["ser_de_mitt_nummer"]


def test_whoever_leaves_is_answered_as_such(server: Server) -> None:
    [messages] = talk(server, "kan jag vara anonym", reader="lamna")
    assert topics(messages) == ["lamna_anonym"]


def test_a_language_is_asked_for(server: Server) -> None:
    [messages] = talk(server, "kan jag prata med er på arabiska")
    assert topics(messages) == ["sprak"]
