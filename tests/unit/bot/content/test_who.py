"""Who a message is about and who wrote it, never by guessing."""

from pathlib import Path

import pytest

from bot.content.follow_ups import FollowUps, follow_ups
from bot.content.who import is_only_about, is_only_writer, person_in, remembered, writer_of

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def words() -> FollowUps:
    return follow_ups(ROOT / "data")


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Min son har slutat prata", ("son",)),
        ("min 15-åriga dotter drar sig undan", ("dotter",)),
        ("VÅR pojke hänger med nya", ("son",)),
        ("jag tror att min äldsta bror dras in", ("bror",)),
        ("en elev i min klass hyllar våld", ("elev",)),
        ("min mamma säger att min bror ljuger", ("mamma", "bror")),
        ("min kompis son är med i något", ()),
        ("min dotters pojkvän skrämmer mig", ()),
        ("en son till en granne", ()),
        ("sonen till grannen", ()),
        ("hur pratar jag med honom", ()),
    ],
)
def test_a_person_is_found_only_where_it_is_the_writers_own(
    words: FollowUps, text: str, persons: tuple[str, ...]
) -> None:
    assert person_in(text, words) == persons


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("jag är lärare på en högstadieskola", "skola"),
        ("Jag jobbar som kurator", "skola"),
        ("jag är 15 år", "ung"),
        ("jag är 15", "ung"),
        ("jag är mamma till en kille på 15", "anhorig"),
        ("jag är inte lärare", None),
        ("jag är 15 mil bort", None),
        ("min son är 15", None),
        ("läraren säger att jag är elak", None),
    ],
)
def test_a_reader_is_known_only_when_it_is_said(words: FollowUps, text: str, reader: str | None) -> None:
    assert writer_of(text, words) == reader


@pytest.mark.parametrize("text", ["min dotter", "min lilla flicka", "min 14-åriga son tack"])
def test_a_message_can_be_nothing_but_a_person(words: FollowUps, text: str) -> None:
    assert is_only_about(text, person_in(text, words)[0], words)


@pytest.mark.parametrize("text", ["min dotter har ett vapen", "min son vill dö"])
def test_a_message_that_says_more_is_not_only_about_a_person(words: FollowUps, text: str) -> None:
    assert not is_only_about(text, person_in(text, words)[0], words)


@pytest.mark.parametrize("text", ["jag är lärare", "hej jag är lärare på en högstadieskola", "jag är 15 år gammal"])
def test_a_message_can_be_nothing_but_who_writes(words: FollowUps, text: str) -> None:
    assert is_only_writer(text, words)


@pytest.mark.parametrize("text", ["jag är lärare och en elev har en kniv", "jag är mamma och rädd för min son"])
def test_a_message_that_says_more_is_not_only_who_writes(words: FollowUps, text: str) -> None:
    assert not is_only_writer(text, words)


SON = {"person": "son", "known": "son"}


@pytest.mark.parametrize(
    ("text", "intent", "before", "after"),
    [
        ("hur pratar jag med honom", "prata_vid_middagsbordet", SON, SON),
        ("mer", "mer", SON, SON),
        ("vad kostar det att ringa", "kostnad", SON, {"person": None, "known": "son"}),
        ("hon vill inte prata", "brutit_kontakten", SON, {"person": None, "known": None}),
        ("min dotter då", "tecken", SON, {"person": "dotter", "known": "dotter"}),
        ("min son och min dotter bråkar", "tecken", SON, {"person": None, "known": None}),
        ("hur pratar jag med honom", "tecken", {}, {"person": None, "known": None}),
        ("mer", "mer", {"person": None, "known": "son"}, {"person": None, "known": "son"}),
        ("det låg en kniv i min brors rum", "kris", SON, {"person": "bror", "known": "bror"}),
        ("min brors kompis har en kniv", "kris", SON, {"person": None, "known": None}),
    ],
)
def test_a_person_is_remembered_only_while_the_words_fit(
    words: FollowUps, text: str, intent: str, before: dict, after: dict
) -> None:
    assert remembered(text, intent, before, words) == after
