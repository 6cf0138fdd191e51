"""Hypothesis writes to the bot, as the API and the page take it: any characters there are, halves of them too."""

import json
import re
import unicodedata
from collections.abc import Iterator

import pytest
import requests
from hypothesis import example, given, note
from hypothesis import strategies as st

from bot.channel.requests import clean
from bot.content.library import Library
from tests.conftest import Server
from tests.security.thoroughness import tries

PHONE = "020-100 200"
LONGEST = 1_000
# What means something on the way: Rasa's payloads, labels, markup, what is masked, halves, letters without a name.
TELLING = ["/", "kris", "{", '{"x": 1}', "[namn]", "[", "]", "{{", "</", "\r\n", "\u200d", "\u202e", "\u0301"]
TELLING += ["\ud83d", "850312-2387", "070-123 45 67", "han har", "kniv", "?", "!", "mamma", "jag heter", "Å", "ß", "İ"]
TELLING += ["ﷺ", "\U00017850", "\ue000"]
# Hypothesis' own text leaves out halves of characters.
ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1, max_size=LONGEST)
PATCHWORK = st.lists(st.sampled_from(TELLING) | st.text(st.characters(exclude_categories=()), max_size=5), max_size=60)
TEXTS = (ANYTHING | PATCHWORK.map(" ".join) | PATCHWORK.map("".join)).map(lambda text: text[:LONGEST])
# Texts that make a careless pattern take for ever.
HOSTILE = ["a" + mark * 998 + "b" for mark in "!.-?[{(/,0 _§"]
HOSTILE += ["a" + pair * 499 + "b" for pair in ("!?", "[{", "-.", " -", "0 ", "@.", "a.")]
HOSTILE += ["a" * 1_000, "a " * 500, "1" * 1_000, "\u0301" * 1_000, "jag heter " * 100, "http://a." * 111]


class Visitor:
    """Writes on, in a new conversation now and then, as history makes a conversation slower."""

    def __init__(self, server: Server) -> None:
        self._server, self._session, self._said = server, requests.Session(), 0
        self._headers: dict[str, str] = {}

    def write(self, text: str) -> requests.Response:
        """Say it by the API."""
        if self._said % 40 == 0:
            self._headers = self._server.start()
        self._said += 1
        body = json.dumps({"text": text})
        sent = {**self._headers, "Content-Type": "application/json"}
        return self._session.post(f"{self._server.url}/api/messages", data=body, headers=sent, timeout=5)

    def fill_in(self, text: str) -> requests.Response:
        """Send it by the page's form."""
        page = self._session.get(self._server.url, timeout=5).text
        ticket = re.search(r'name="biljett" value="([^"]+)"', page)
        assert ticket
        form = {"text": text.encode("utf-8", "surrogatepass"), "biljett": ticket[1]}
        return self._session.post(self._server.url, data=form, timeout=5)


@pytest.fixture
def visitor(attacked: Server) -> Iterator[Visitor]:
    yield Visitor(attacked)
    assert "failed" not in attacked.log.read_text()


@pytest.fixture
def apology(library: Library) -> str:
    """Return the title of what is said when something failed inside."""
    return library.topics["fel"].title


def with_examples(test):
    """Add the hostile texts to what is always tried."""
    for text in HOSTILE:
        test = example(text=text)(test)
    return test


@with_examples
@given(text=TEXTS)
@tries(quick=100, thorough=5_000)
def test_whatever_is_written_is_answered_in_words_or_kindly_refused(visitor: Visitor, apology: str, text: str) -> None:
    note(ascii(text))
    answer = visitor.write(text)
    if answer.status_code == 200:
        messages = answer.json()["messages"]
        assert messages and all(message["text"].strip() for message in messages)
        assert apology not in [message["title"] for message in messages], "something failed inside"
        assert clean(text)
    else:
        assert answer.status_code == 400 and not clean(text) and PHONE in answer.json()["help"]


@given(text=TEXTS)
@tries(quick=30, thorough=1_000)
def test_whatever_is_written_on_the_page_gives_a_page_with_the_numbers(visitor: Visitor, text: str) -> None:
    note(ascii(text))
    answer = visitor.fill_in(text)
    assert answer.status_code in (200, 400, 413), answer.text
    assert PHONE in answer.text and "112" in answer.text and "<script>" not in answer.text


@given(text=TEXTS)
@tries(quick=300, thorough=5_000)
def test_cleaning_leaves_nothing_to_clean(text: str) -> None:
    note(ascii(text))
    cleaned = clean(text)
    assert clean(cleaned) == cleaned and len(cleaned) <= 3 * len(text)
    assert not cleaned.startswith(("/", "／")) and unicodedata.is_normalized("NFC", cleaned)
    assert not [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n\u200d"]
