"""The guide for whoever does not know where to begin."""

import pytest

from tests.channel.talk import kinds, talk, topics
from tests.conftest import Server


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


def test_who_it_is_about_still_fits_after_a_question_of_ones_own(server: Server) -> None:
    *_, noticed = talk(server, "jag vet inte var jag ska börja", "nej", "kostar det något att ringa?", "min bror")
    assert noticed[0]["question"] == "fraga_markt"


def test_who_it_is_about_is_no_reply_to_whether_somebody_is_in_danger(server: Server) -> None:
    *_, again, noticed = talk(
        server, "jag vet inte var jag ska börja", "kostar det något att ringa?", "min bror", "nej, inte just nu"
    )
    assert again[0]["question"] == "fraga_fara" and noticed[0]["question"] == "fraga_markt"


@pytest.mark.parametrize("said", ["va?", "?", "?!"])
def test_va_in_the_guide_asks_the_same_again(server: Server, said: str) -> None:
    first, again = talk(server, "jag vet inte var jag ska börja", said)
    assert first[0]["question"] == again[0]["question"]


def test_a_relative_at_work_gets_no_guide_for_relatives(server: Server) -> None:
    [messages] = talk(server, "jag vet inte var jag ska börja", reader="skola")
    assert topics(messages) == ["skolans_ansvar"]
