"""Concepts: who, which milieu, which act, which feeling. Word lists in data/lexikon/, matched on stems."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.content.lexicon import load_lexicon
from bot.content.swedish import normalise, stem

_WORD = re.compile(r"\w+|§")


@dataclass(frozen=True)
class Concept:
    """A concept found in a text, and the words it was found in."""

    id: str
    words: str


class ConceptMatcher:
    """Finds the concepts of the lexicon, whatever the inflection, with or without å, ä and ö."""

    def __init__(self, lexicon: dict[str, tuple[str, ...]]) -> None:
        self.ids = sorted(lexicon)
        self._concepts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for concept, forms in lexicon.items():
            for form in forms:
                if stems := _stems(form):
                    self._concepts[stems].add(concept)
        self._lengths = sorted({len(form) for form in self._concepts})

    def find(self, text: str) -> list[Concept]:
        """Return the concepts in a text, in its order."""
        words = _WORD.findall(normalise(text))
        found = [stem(word) for word in words]
        return [
            Concept(concept, " ".join(words[start : start + length]))
            for start in range(len(words))
            for length in self._lengths
            for concept in sorted(self._concepts.get(tuple(found[start : start + length]), ()))
            if start + length <= len(words)
        ]


@cache
def concept_matcher(folder: Path) -> ConceptMatcher:
    """Return the matcher for the word lists in a folder, made once. Raise ContentError on one that cannot be used."""
    return ConceptMatcher(load_lexicon(folder))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(normalise(text)))
