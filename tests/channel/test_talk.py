"""Whole conversations in a visitor's own words, on a real server: who it is about, and what comes next."""

import pytest

from tests.channel.talk import PHONE, kinds, talk, topics
from tests.conftest import Server


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


@pytest.mark.parametrize(
    ("said", "yours"),
    [
        ("hur pratar jag med min syster?", "din syster"),
        ("hur ska jag prata med min pappa om det här", "din pappa"),
        ("hur snackar jag med brorsan min fru", None),
        ("vad ska jag säga till min fru?", "din fru"),
    ],
)
def test_how_to_talk_with_somebody_is_answered_for_that_person(server: Server, said: str, yours: str | None) -> None:
    [messages] = talk(server, said)
    if yours:
        assert topics(messages) == ["prata_vid_middagsbordet"]
        assert messages[0]["text"].startswith(f"Det gäller {yours}.")
    else:
        assert "Det gäller din bror" not in messages[0]["text"]


def test_a_title_is_said_of_the_person(server: Server) -> None:
    [messages] = talk(server, "hur pratar jag med min syster?")
    assert messages[0]["title"] == "Hur pratar jag när hon säger hemska saker?"


def test_the_way_back_walks_through_the_answers_to_the_first(server: Server) -> None:
    first, second, _, *back = talk(
        server,
        "min son blir arg varje gång vi pratar",
        "är det mitt fel?",
        "kostar det något att ringa?",
        *["tillbaka"] * 3,
    )
    assert [topics(turn) for turn in back] == [topics(second), topics(first), []]
    assert back[1][0]["text"].startswith("Det gäller din son.")
    assert back[2][0]["title"] == "Här började vi" and back[2][0]["choices"]


def test_the_way_back_from_a_hand_over_leads_to_the_answer(server: Server) -> None:
    answer, *_, back = talk(server, "är det mitt fel?", "jag vill prata med någon", "tillbaka")
    assert topics(back) == topics(answer)


@pytest.mark.parametrize("said", ["?", "kort tack", "hinner inte läsa"])
def test_whoever_wants_less_to_read_gets_the_plainer_words(server: Server, said: str) -> None:
    answer, plain = talk(server, "är det mitt fel?", said)
    assert topics(plain) == topics(answer) and len(plain[0]["text"]) < len(answer[0]["text"])


def test_one_word_can_be_who_it_is_about(server: Server) -> None:
    _, daughter = talk(server, "min son blir arg varje gång vi pratar", "dottern")
    assert daughter[-1]["text"].startswith("Det gäller din dotter.")


def test_somebody_who_does_not_want_to_is_no_farewell(server: Server) -> None:
    _, said = talk(server, "hur pratar jag med min syster?", "hon vill inte")
    assert topics(said) == ["stod_till_anhorig"]


def test_a_new_question_after_the_way_back_goes_on_from_there(server: Server) -> None:
    first, *_, back = talk(
        server, "är det mitt fel?", "kostar det något att ringa?", "tillbaka", "är man anonym?", "tillbaka"
    )
    assert topics(back) == topics(first)


def test_the_third_miss_is_no_third_apology(server: Server) -> None:
    first, second, third = talk(server, "en blå stol under taket", "kan du baka en kaka", "vem vann matchen i går")
    assert "handoff" in kinds(second)
    assert kinds(third) == ["unknown"] and third[0]["title"] == "En människa kan hjälpa dig bättre"
    assert all(PHONE in turn[0]["text"] or turn is first for turn in (first, second, third))


def test_a_teacher_gets_duty_words_and_number_first(server: Server) -> None:
    [messages] = talk(server, "jag är lärare")
    assert topics(messages) == ["skolans_ansvar"] and messages[0]["more"]
    for said in ("anmäla", "Ord till eleven", "CVE"):
        assert said in messages[0]["text"]


def test_a_teacher_who_turns_out_to_be_a_mother_is_answered_as_one(server: Server) -> None:
    teacher, mother = talk(server, "jag är lärare", "nej, jag är mamma")
    assert topics(teacher) == topics(mother) and teacher[0]["text"] != mother[-1]["text"]


def test_every_worry_shows_the_way_to_a_human(server: Server) -> None:
    [messages] = talk(server, "min son blir arg varje gång vi pratar")
    human = messages[0]["human"]
    assert PHONE in human["text"]
    for said in ("gratis", "Texttelefoni", "språk", "samtalslista", "ser inte ditt nummer", "stängd"):
        assert said in human["text"] + human["more"], said


def test_va_is_answered_in_plainer_words(server: Server) -> None:
    answer, plain = talk(server, "min son blir arg varje gång vi pratar", "va?")
    assert topics(plain) == topics(answer) and plain[0]["text"] != answer[0]["text"]


def test_a_teacher_who_writes_of_her_own_child_is_a_relative(server: Server) -> None:
    teacher, mother = talk(server, "vad måste skolan göra enligt lag", "nej, min dotter", reader="skola")
    assert topics(teacher) == topics(mother) and teacher[0]["text"][:60] not in mother[-1]["text"]


@pytest.mark.parametrize("said", ["min bror", "min granne"])
def test_an_answer_that_says_your_child_is_not_said_of_others(server: Server, said: str) -> None:
    answer, again = talk(server, "ska jag kolla hans telefon?", said)
    assert "ditt barn" in answer[0]["text"]
    assert not again[-1]["text"].startswith("Det gäller")


def test_the_same_message_is_understood_alike_in_another_conversation(server: Server) -> None:
    talk(server, "min son blir arg varje gång vi pratar")
    [messages] = talk(server, "hur sätter jag gränser utan att han flyttar")
    assert all("Det gäller" not in message["text"] for message in messages)
