"""A short reply means something only after what was offered or asked."""

from pathlib import Path

import pytest

from bot.content.follow_ups import FollowUps, follow_ups
from bot.nlu.before import Turn
from bot.nlu.turn import Said, closed, guided, titled

ROOT = Path(__file__).resolve().parents[4]
OFFERED = Turn((("ta_passet", "Ska jag ta hans pass?"), ("blir_arg", "Han blir arg"), ("skam", "Jag skäms så mycket")))
ASKED = Turn((("fara_ja", "Ja, eller jag är osäker"), ("fara_nej", "Nej, inte just nu")), question="fraga_fara")


@pytest.fixture(scope="module")
def words() -> FollowUps:
    return follow_ups(ROOT / "data")


@pytest.mark.parametrize(
    ("text", "topic"),
    [("1", "ta_passet"), ("tvåan tack", "blir_arg"), ("Den andra!", "blir_arg"), ("sista", "skam"), ("3:e", None)],
)
def test_a_choice_can_be_made_by_its_place(words: FollowUps, text: str, topic: str | None) -> None:
    said = closed(text, OFFERED, words)
    assert (said.intent if said else None) == topic


@pytest.mark.parametrize("text", ["4", "sexan", "femte"])
def test_a_place_beyond_what_was_offered_is_no_choice(words: FollowUps, text: str) -> None:
    assert closed(text, OFFERED, words) is None
    assert closed("1", Turn(), words) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("och på kvällen då?", "tid"),
        ("hur gör jag det?", "mer"),
        ("varför?", "mer"),
        ("tillbaka", "tillbaka"),
        ("nej, min dotter", "vem"),
        ("jag menade min bror", "vem"),
        ("det gäller min syster", "vem"),
        ("jag är lärare", "vem"),
        ("jag menade skolan", "rattelse"),
        ("nej, på nätet", "rattelse"),
    ],
)
def test_a_known_phrase_has_its_meaning(words: FollowUps, text: str, intent: str) -> None:
    said = closed(text, Turn(), words)
    assert said is not None and said.intent == intent


@pytest.mark.parametrize(
    "text", ["i natt", "nu", "min son har en pistol", "nej, han har en kniv", "jag är lärare och en elev har en bomb"]
)
def test_what_may_be_an_emergency_is_no_known_phrase(words: FollowUps, text: str) -> None:
    assert closed(text, OFFERED, words) is None


def test_a_choice_can_be_made_by_words_of_its_title() -> None:
    assert titled("passet", Turn((("ta_passet", "Ska jag ta passet?"),))) == Said("ta_passet", {"offered": []})
    assert titled("passet", Turn((("a", "Ta passet"), ("b", "Göm passet")))) is None
    assert titled("ha", OFFERED) is None


def test_yes_and_no_answer_the_question_that_was_asked() -> None:
    assert guided("nej", "nej", ASKED) == Said("svar", {"answer": "fara_nej"})
    assert guided("ja", "ja", ASKED) == Said("svar", {"answer": "fara_ja"})
    assert guided("han har slutat äta", "oklart", ASKED) == Said("svar", {"answer": None})
    assert guided("vad kostar det att ringa?", "kostnad", ASKED) is None


def test_a_question_can_be_skipped(words: FollowUps) -> None:
    assert closed("hoppa över", ASKED, words) == Said("svar", {"answer": None, "skipped": True})
    assert closed("hoppa över", OFFERED, words) is None
