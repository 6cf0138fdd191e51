"""Measure how hard a Swedish text is to read."""

import re

_SENTENCE_END = re.compile(r"(?<!\bkap)(?<!\bt\.ex)[.!?:](?=\s+[A-ZÅÄÖ«\"0-9]|\s*$)|\n+", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:[-:.][^\W_]+)*")
LONG_WORD = 6


def words(text: str) -> list[str]:
    """Return the words of a text; «9.30–12» and «114 14» count as they are read."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line break ends one too, so that list items count by themselves."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and words(part)]


def lix(text: str, *, names: frozenset[str] = frozenset()) -> float:
    """Return the LIX of a text (Björnsson 1968): words per sentence + percent of words over six letters.

    `names` are words that do not count as long: the name of a helpline is looked up, not read.
    """
    found = words(text)
    if not found:
        return 0.0
    long_words = sum(len(word) > LONG_WORD and word.casefold() not in names for word in found)
    return len(found) / max(1, len(sentences(text))) + 100 * long_words / len(found)


def longest_sentence(text: str) -> str:
    """Return the sentence with most words."""
    return max(sentences(text), key=lambda sentence: len(words(sentence)), default="")
