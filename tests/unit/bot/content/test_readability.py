"""Words, sentences and LIX, as they are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.readability import lix, longest_sentence, sentences, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ring 112 nu.", 3),
        ("måndag 12–18", 3),
        ("Numret är 114 14.", 4),
        ("klockan 9.30", 2),
        ("mc-gäng", 1),
        ("", 0),
        ("– ", 0),
    ],
)
def test_words_are_counted_as_they_are_read(text: str, count: int) -> None:
    assert len(words(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hej. Hur mår du? Bra!", 3),
        ("Se 29 kap. 13 § i lagen.", 1),
        ("Svarar ingen: Hjälplinjen.", 2),
        ("Välj en av dem: numret eller chatten.", 1),
        ("– en rad\n– en rad till", 2),
        ("Ett stycke.\n\nEtt till.", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_the_reader_breathes(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_lix_is_words_to_a_sentence_plus_percent_long_words() -> None:
    # 8 words, 2 sentences, 2 words over six letters: 4 + 25.
    assert lix("Det är bra att ringa. Kommunen ansvarar här.") == pytest.approx(29.0)


def test_names_do_not_count_as_long_words() -> None:
    text = "Ring Orostelefonen nu."
    assert lix(text) - lix(text, names=frozenset({"orostelefonen"})) == pytest.approx(100 / 3)


def test_a_text_without_words_has_no_lix() -> None:
    assert lix("…") == 0.0


def test_the_longest_sentence_is_the_one_with_most_words() -> None:
    assert longest_sentence("Kort. Den här är lite längre. Nej.") == "Den här är lite längre"


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    assert lix(text) >= 0
    assert len(words(longest_sentence(text))) <= len(words(text))
