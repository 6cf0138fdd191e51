"""Conversations in other languages than Swedish."""

import pytest

from tests.channel.talk import PHONE, kinds, talk
from tests.conftest import Server


@pytest.mark.parametrize(
    "text", ["I am worried about my brother and his new friends", "Can I talk to a person in English?"]
)
def test_english_gets_the_numbers_in_english(server: Server, text: str) -> None:
    [messages] = talk(server, text)
    assert {message["language"] for message in messages} == {"en"} and PHONE in messages[-1]["text"]


def test_an_english_emergency_gets_an_english_card(server: Server) -> None:
    [messages] = talk(server, "my brother has a gun and he wants to kill someone today")
    assert messages[0]["kind"] == "crisis" and messages[0]["text"].startswith("Call 112")


def test_an_english_card_can_be_denied_in_english(server: Server) -> None:
    _, said = talk(server, "my brother has a gun and he wants to kill someone today", "no it was a mistake")
    assert said[0]["kind"] == "crisis" and said[0]["language"] == "en" and said[0]["topic"] is None


def test_not_being_sure_of_an_english_card_is_answered_in_english(server: Server) -> None:
    _, said = talk(server, "my brother has a gun and he wants to kill someone today", "i am not sure")
    assert kinds(said) == ["answer"] and said[0]["language"] == "en" and "112" in said[0]["text"]


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
