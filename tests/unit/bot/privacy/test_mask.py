"""What points out a person is masked, whatever its spelling; what does not is left alone."""

import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.facts import FILLED_BY_PROGRAM
from bot.content.library import Library
from bot.content.live import LiveLibrary
from bot.privacy.mask import Own, is_masked, mask, own_facts
from tests.conftest import ROOT

OWN = own_facts(LiveLibrary(ROOT / "data").get())
SPELLINGS = [
    "850312-2387",
    "8503122387",
    "198503122387",
    "19850312-2387",
    "1985-03-12-2387",
    "1985-03-12 2387",
    "850312 2387",
    "850312–2387",
    "85 03 12 - 23 87",
    "850312+2387",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_personnummer_is_masked_in_every_spelling(spelling: str) -> None:
    assert mask(f"min son {spelling} är borta", OWN) == "min son [personnummer] är borta"


def test_a_coordination_number_is_a_personnummer() -> None:
    assert mask("samordningsnummer 701063-2391", OWN) == "samordningsnummer [personnummer]"


def test_ten_digits_that_fail_the_checksum_and_the_shape_are_only_a_number() -> None:
    assert mask("ärende 8503122381", OWN) == "ärende [nummer]"


def test_a_personnummer_with_a_slip_in_it_is_still_masked() -> None:
    assert mask("850312-2381", OWN) == "[personnummer]"


@pytest.mark.parametrize(
    "number", ["020-100 200", "020100200", "+46 20 100 200", "0046 20 100 200", "0 2 0 1 0 0 2 0 0"]
)
def test_our_own_number_is_kept_in_every_spelling(number: str) -> None:
    assert mask(f"är {number} rätt?", OWN) == f"är {number} rätt?"


def test_every_number_and_address_of_the_register_is_kept(library: Library) -> None:
    for fact in library.facts.values():
        assert mask(f"är {fact.text(date(2026, 1, 1))} rätt", OWN) == f"är {fact.text(date(2026, 1, 1))} rätt"


def test_every_answer_is_left_as_it_is(library: Library) -> None:
    today = date(2026, 1, 1)
    for topic in library.topics.values():
        for answer in topic.answers:
            text = answer.text
            for name in FILLED_BY_PROGRAM:
                text = text.replace("{" + name + "}", "det")
            text = library.fill(text, today)
            assert mask(text, OWN) == text, topic.id


def test_brackets_of_the_visitors_own_become_round_so_that_only_labels_have_square_ones() -> None:
    assert mask("[namn] och [vapen]", OWN) == "(namn) och (vapen)"
    assert not is_masked(mask("[namn]", OWN))


def test_two_details_of_different_kinds_are_both_masked() -> None:
    assert mask("han heter Ali och nås på 070-123 45 67", OWN) == "han heter [namn] och nås på [telefonnummer]"


@given(st.text(max_size=1000))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_masked(text: str) -> None:
    masked = mask(text, Own(frozenset(), frozenset()))
    assert mask(masked.replace("[", "").replace("]", ""), OWN) is not None and masked.count("[") == masked.count("]")


PIECES = ["1 ", "0 ", "a@", "min son Ali ", "20080412-2385 ", "Storgatan 1 ", "a-", "SE12ABCD", "+"]


@pytest.mark.parametrize("piece", PIECES)
def test_eight_times_the_text_never_means_much_more_than_eight_times_the_steps(piece: str) -> None:
    assert steps(piece, 8_000) < 12 * max(steps(piece, 1_000), 1_000)


def steps(piece: str, length: int) -> int:
    """Return how many lines of Python are run to mask a text of a length; regular expressions count as one."""
    count = 0

    def trace(frame: object, event: str, arg: object):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        mask((piece * length)[:length], OWN)
    finally:
        sys.settrace(before)
    return count
