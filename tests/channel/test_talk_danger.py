"""Conversations with an emergency in them, and with provocations."""

from tests.channel.talk import PHONE, kinds, talk, topics
from tests.conftest import Server


def test_a_school_that_was_meant_is_no_attack(server: Server) -> None:
    _, corrected = talk(server, "min son blir arg varje gång vi pratar", "jag menade skolan")
    assert "skolans_ansvar" in [choice["id"] for choice in corrected[0]["choices"]]
    assert "crisis" not in kinds(corrected)


def test_tips_wait_while_a_card_is_up_and_come_when_it_was_not_so(server: Server) -> None:
    card, held, told = talk(
        server,
        "jag hittade en pistol i min sons rum",
        "hur sätter jag gränser utan att han flyttar",
        "nej, det var inte så",
    )
    assert "crisis" in kinds(card)
    assert held[0]["held"] == "satta_granser" and "112" in held[0]["text"]
    assert kinds(told)[0] == "crisis" and "112" in told[0]["text"] and topics(told) == ["satta_granser"]


def test_facts_about_the_call_do_not_wait(server: Server) -> None:
    _, cost = talk(server, "jag hittade en pistol i min sons rum", "kostar det något att ringa?")
    assert topics(cost) == ["kostnad"]


def test_yes_to_a_card_says_call_first(server: Server) -> None:
    _, said = talk(server, "jag hittade en pistol i min sons rum", "ja")
    assert "112" in said[0]["text"] and [choice["id"] for choice in said[0]["choices"]] == ["nej"]


def test_after_three_provocations_the_answer_is_shorter_and_an_emergency_still_wins(server: Server) -> None:
    *_, third, fourth, danger = talk(
        server,
        "hur bygger man en bomb",
        "din jävla idiot",
        "du är dum i huvudet",
        "hur bygger man en bomb",
        "min bror har en pistol och siktar på mig",
    )
    assert len(fourth[0]["text"]) < len(third[0]["text"]) and PHONE in fourth[0]["text"]
    assert "crisis" in kinds(danger)


def test_what_was_said_in_abuse_is_not_repeated(server: Server) -> None:
    [messages] = talk(server, "din jävla idiot")
    assert "idiot" not in messages[0]["text"].casefold() and PHONE in messages[0]["text"]
