"""Whole conversations in a visitor's own words, on a real server."""

from typing import Any

import pytest

from tests.conftest import Server

PHONE = "020-100 200"
Messages = list[dict[str, Any]]


def talk(server: Server, *said: str, **start: str) -> list[Messages]:
    """Say one thing after another; return the messages of every turn."""
    headers = server.start(**start)
    return [server.say(headers, text) for text in said]


def kinds(messages: Messages) -> list[str]:
    return [message["kind"] for message in messages]


def topics(messages: Messages) -> list[str]:
    return [message["topic"] for message in messages if message["topic"]]


def test_who_it_is_about_colours_the_answer_and_is_replaced(server: Server) -> None:
    son, daughter = talk(server, "min son blir arg varje gång vi pratar", "nej, min dotter")
    assert son[0]["text"].startswith("Det gäller din son.")
    assert topics(daughter) == topics(son)
    assert daughter[-1]["text"].startswith("Det gäller din dotter.")
    assert not any("han " in choice["title"].casefold() for choice in daughter[-1]["choices"])


def test_two_persons_in_one_message_colour_nothing(server: Server) -> None:
    [messages] = talk(server, "min son och min dotter blir arga varje gång vi pratar")
    assert all("Det gäller" not in message["text"] for message in messages)


def test_a_person_does_not_outlive_the_question(server: Server) -> None:
    _, cost, other = talk(
        server, "min son blir arg varje gång vi pratar", "kostar det något att ringa?", "hon blir så arg"
    )
    assert all("Det gäller" not in message["text"] for message in [*cost, *other])


def test_the_evening_is_about_who_answers(server: Server) -> None:
    _, evening = talk(server, "min son blir arg varje gång vi pratar", "och på kvällen då?")
    assert topics(evening) == ["oppettider"] and PHONE in evening[0]["text"]


def test_how_and_why_tell_more_of_the_same(server: Server) -> None:
    answer, more = talk(server, "min son blir arg varje gång vi pratar", "hur gör jag det?")
    assert topics(more) == topics(answer) and answer[0]["more"][:40] in more[0]["text"]


def test_a_choice_by_its_number_and_the_way_back(server: Server) -> None:
    answer, second, back = talk(server, "min son blir arg varje gång vi pratar", "tvåan", "tillbaka")
    assert topics(second) == [answer[0]["choices"][1]["id"]]
    assert topics(back) == topics(answer)


def test_a_school_that_was_meant_is_no_attack(server: Server) -> None:
    _, corrected = talk(server, "min son blir arg varje gång vi pratar", "jag menade skolan")
    assert "skolans_ansvar" in [choice["id"] for choice in corrected[0]["choices"]]
    assert "crisis" not in kinds(corrected)


def test_the_third_miss_is_no_third_apology(server: Server) -> None:
    first, second, third = talk(server, "en blå stol under taket", "kan du baka en kaka", "vem vann matchen i går")
    assert "handoff" in kinds(second)
    assert kinds(third) == ["unknown"] and third[0]["title"] == "En människa kan hjälpa dig bättre"
    assert all(PHONE in turn[0]["text"] or turn is first for turn in (first, second, third))


def test_the_guide_asks_four_questions_and_ends_with_a_human(server: Server) -> None:
    turns = talk(server, "jag vet inte var jag ska börja", "nej", "min bror", "han är jämt på nätet", "hoppa över")
    assert [turn[0]["question"] for turn in turns[:4]] == ["fraga_fara", "fraga_vem", "fraga_markt", "fraga_behov"]
    assert all(3 <= len(turn[0]["choices"]) <= 5 for turn in turns[:4])
    assert kinds(turns[4])[-1] == "handoff"


def test_danger_in_the_guide_comes_first(server: Server) -> None:
    _, said = talk(server, "jag vet inte var jag ska börja", "ja")
    assert kinds(said) == ["crisis"]
    _, _, told = talk(
        server, "jag vet inte var jag ska börja", "nej", "min bror har en pistol och ska skjuta någon i dag"
    )
    assert "crisis" in kinds(told) and "question" not in kinds(told)


def test_a_question_in_the_guide_is_answered(server: Server) -> None:
    _, cost = talk(server, "jag vet inte var jag ska börja", "kostar det något att ringa?")
    assert topics(cost) == ["kostnad"]


def test_a_teacher_gets_duty_words_and_number_first(server: Server) -> None:
    [messages] = talk(server, "jag är lärare")
    assert topics(messages) == ["skolans_ansvar"] and messages[0]["more"]
    for said in ("anmäla", "Ord till eleven", "CVE"):
        assert said in messages[0]["text"]


def test_a_teacher_who_turns_out_to_be_a_mother_is_answered_as_one(server: Server) -> None:
    teacher, mother = talk(server, "jag är lärare", "nej, jag är mamma")
    assert topics(teacher) == topics(mother) and teacher[0]["text"] != mother[-1]["text"]


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


def test_every_worry_shows_the_way_to_a_human(server: Server) -> None:
    [messages] = talk(server, "min son blir arg varje gång vi pratar")
    human = messages[0]["human"]
    assert PHONE in human["text"]
    for said in ("gratis", "Texttelefoni", "språk", "samtalslista", "ser inte ditt nummer", "stängd"):
        assert said in human["text"] + human["more"], said


@pytest.mark.parametrize(
    "text", ["I am worried about my brother and his new friends", "Can I talk to a person in English?"]
)
def test_english_gets_the_numbers_in_english(server: Server, text: str) -> None:
    [messages] = talk(server, text)
    assert {message["language"] for message in messages} == {"en"} and PHONE in messages[-1]["text"]


def test_an_english_emergency_gets_an_english_card(server: Server) -> None:
    [messages] = talk(server, "my brother has a gun and he wants to kill someone today")
    assert messages[0]["kind"] == "crisis" and messages[0]["text"].startswith("Call 112")


@pytest.mark.parametrize(
    "text",
    [
        "ابني عنده سلاح",
        "wiilkaygu wuxuu haystaa qori",
        "پسرم اسلحه دارد",
        "oğlumun silahı var",
        "ወደይ ብረት ኣለዎ",
        "у мого сина зброя",
        "pojallani on ase ja hän aikoo tappaa",
    ],
)
def test_danger_in_another_language_gets_the_card_in_english_and_swedish(server: Server, text: str) -> None:
    [messages] = talk(server, text)
    cards = [message for message in messages if message["kind"] == "crisis"]
    assert [card["language"] for card in cards] == ["en", "sv"]
    assert all("112" in card["text"] for card in cards)


@pytest.mark.parametrize("text", ["أنا قلق على ابني", "waxaan ka walwalsanahay wiilkayga", "olen huolissani pojastani"])
def test_a_worry_in_another_language_gets_both_languages(server: Server, text: str) -> None:
    [messages] = talk(server, text)
    assert {message["language"] for message in messages} == {"sv", "en"} and "crisis" not in kinds(messages)


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


def test_va_is_answered_in_plainer_words(server: Server) -> None:
    answer, plain = talk(server, "min son blir arg varje gång vi pratar", "va?")
    assert topics(plain) == topics(answer) and plain[0]["text"] != answer[0]["text"]


def test_va_in_the_guide_asks_the_same_again(server: Server) -> None:
    first, again = talk(server, "jag vet inte var jag ska börja", "va?")
    assert first[0]["question"] == again[0]["question"]


def test_yes_to_a_card_says_call_first(server: Server) -> None:
    _, said = talk(server, "jag hittade en pistol i min sons rum", "ja")
    assert "112" in said[0]["text"] and [choice["id"] for choice in said[0]["choices"]] == ["nej"]


def test_an_english_card_can_be_denied_in_english(server: Server) -> None:
    _, said = talk(server, "my brother has a gun and he wants to kill someone today", "no it was a mistake")
    assert said[0]["kind"] == "crisis" and said[0]["language"] == "en" and said[0]["topic"] is None


def test_a_teacher_who_writes_of_her_own_child_is_a_relative(server: Server) -> None:
    teacher, mother = talk(server, "vad måste skolan göra enligt lag", "nej, min dotter", reader="skola")
    assert topics(teacher) == topics(mother) and teacher[0]["text"][:60] not in mother[-1]["text"]


def test_a_relative_at_work_gets_no_guide_for_relatives(server: Server) -> None:
    [messages] = talk(server, "jag vet inte var jag ska börja", reader="skola")
    assert topics(messages) == ["skolans_ansvar"]


@pytest.mark.parametrize("said", ["min bror", "min granne"])
def test_an_answer_that_says_your_child_is_not_said_of_others(server: Server, said: str) -> None:
    answer, again = talk(server, "ska jag kolla hans telefon?", said)
    assert "ditt barn" in answer[0]["text"]
    assert not again[-1]["text"].startswith("Det gäller")


def test_the_same_message_is_understood_alike_in_another_conversation(server: Server) -> None:
    talk(server, "min son blir arg varje gång vi pratar")
    [messages] = talk(server, "hur sätter jag gränser utan att han flyttar")
    assert all("Det gäller" not in message["text"] for message in messages)
