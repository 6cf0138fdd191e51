"""Swedish text as the model sees it."""

import pytest

from bot.channel.requests import BadRequest, clean, read_text
from bot.content.swedish import normalise, questions, stems
from bot.nlu.language import language_of


def test_text_without_dots_and_rings_has_the_same_stems() -> None:
    assert stems(normalise("Är du orolig för din dotter?")) == stems(normalise("ar du orolig for din dotter"))


def test_inflected_words_share_a_stem() -> None:
    assert len({stems(word)[0] for word in ("vapen", "vapnet", "vapens")}) <= 2
    assert stems("flickorna")[0] == stems("flickor")[0]


def test_stretched_letters_are_shortened() -> None:
    assert normalise("NEEEEEJ") == "neej"


def test_only_real_questions_count_as_questions() -> None:
    assert questions("Hej! Vad kostar det? Va? Och när har ni öppet?") == ["Vad kostar det?", "Och när har ni öppet?"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("min son har börjat prata om vi och dom", "sv"),
        ("han har kniv", "sv"),
        ("hej", "sv"),
        ("bror säg bomba jag mycket rädd", "sv"),
        ("my brother wants to join a militia, what should i do", "en"),
        ("ابني يتكلم عن الجهاد", "ar"),
        ("پسرم می خواهد برود", "fa"),
        ("oğlum çok kızgın ve silahı var", "tr"),
        ("син каже що хоче вбити", "uk"),
        ("poikani puhuu väkivallasta ja aseista", "fi"),
        ("ሰላም ወደይ", "ti"),
        ("\U00017850 \ue000", "sv"),
    ],
)
def test_the_language_of_a_message_is_recognised(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["/kris", "  //restart", "\u200b/restart", "／restart", "\n/restart"])
def test_a_leading_slash_is_removed(text: str) -> None:
    assert clean(text) in ("kris", "restart")


def test_punctuation_runs_are_cut_short() -> None:
    assert clean("a" + "!" * 900 + "b") == "a!!!b"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert clean("a\u030ar") == clean("a\u200b\u030ar") == clean("år")


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\u202e", "///"])
def test_a_message_of_nothing_visible_is_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        read_text(text, max_characters=1000)
