"""Swedish text as the model sees it: folded, stemmed, cut into questions."""

import re
import unicodedata

import Stemmer

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_FOLD = str.maketrans("åäöéèüøæ", "aaoeeuoa")
# What bot/privacy puts in the place of a personal detail is no word of the visitor's.
_LABEL = re.compile(r"\[[\w-]+\]")
_STRETCHED = re.compile(r"(.)\1{2,}")
# No cache, here or below: it would hold visitors' words long after their conversation.
_STEMMER = Stemmer.Stemmer("swedish", 0)
MIN_WORDS = 3
# How a question begins. Two that «och» joins are two questions: «kostar det något och är man anonym?»
_ASKS = (
    r"(?:hur|vad|var|vart|vem|vilka|vilken|vilket|när|nar|varför|varfor|är|ar|kan|ska|får|far|har|kostar|syns|ser|finns|"
    r"måste|maste|går|gar|bör|bor|behöver|behover|händer|hander|sparas|pratar|svarar)\b"
)
_ASKING = re.compile(_ASKS, re.I)
_JOINED = re.compile(rf",?\s+(?:och|samt)\s+(?={_ASKS})", re.I)


def normalise(text: str) -> str:
    """Return the text in lower case, composed, without labels, with stretched letters («neeeej») shortened."""
    return _STRETCHED.sub(r"\1\1", _LABEL.sub(" ", unicodedata.normalize("NFC", text).casefold()))


def fold(text: str) -> str:
    """Return the text without å, ä and ö, as many type on a phone."""
    return text.translate(_FOLD)


def stems(text: str) -> list[str]:
    """Return the folded stem of each word of a normalised text."""
    return [stem(word) for word in _WORD.findall(text)]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that are long enough to mean something by themselves."""
    found = [part.strip() for part in _SENTENCE.findall(text)]
    return [part for part in found if len(_WORD.findall(part)) >= MIN_WORDS]


def questions(text: str) -> list[str]:
    """Return the questions in a text that are long enough to mean something by themselves."""
    return [part for sentence in sentences(text) for part in _parts(sentence)]


def _parts(sentence: str) -> list[str]:
    """Return the questions of one sentence: those that «och» joins one by one, if each begins as a question does."""
    parts = [part.strip() for part in _JOINED.split(sentence)]
    if len(parts) > 1 and all(_ASKING.match(part) and len(_WORD.findall(part)) >= MIN_WORDS for part in parts):
        return parts
    return [sentence] if sentence.endswith("?") else []


def stem(word: str) -> str:
    """Return the stem of a normalised word, without å, ä and ö."""
    return str(_STEMMER.stemWord(fold(word)))
