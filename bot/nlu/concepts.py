"""Concepts: who, which milieu, which act, which feeling. Word lists in data/lexikon/, matched on stems."""

import re
from collections.abc import Iterator
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
        # Every form, and every beginning of one (with no concepts), so that a search stops as soon as none can follow.
        self._forms: dict[tuple[str, ...], list[str]] = {}
        for concept in self.ids:
            for stems in {_stems(form) for form in lexicon[concept]}:
                for end in range(1, len(stems)):
                    self._forms.setdefault(stems[:end], [])
                self._forms.setdefault(stems, []).append(concept)

    def find(self, text: str) -> list[Concept]:
        """Return the concepts in a text, in its order."""
        words = _WORD.findall(normalise(text))
        found = [stem(word) for word in words]
        return [
            Concept(concept, " ".join(words[start:end]))
            for start in range(len(words))
            for end, concept in self._ends(start, found)
        ]

    def masked(self, text: str, alike: frozenset[str], mask: str) -> str:
        """Return the words of a text, the longest forms of the concepts in `alike` each replaced by the mask."""
        words = _WORD.findall(normalise(text))
        found = [stem(word) for word in words]
        masked, start = [], 0
        while start < len(words):
            ends = [end for end, concept in self._ends(start, found) if concept in alike]
            masked.append(mask if ends else words[start])
            start = max(ends, default=start + 1)
        return " ".join(masked)

    def _ends(self, start: int, stems: list[str]) -> Iterator[tuple[int, str]]:
        for end in range(start + 1, len(stems) + 1):
            concepts = self._forms.get(tuple(stems[start:end]))
            if concepts is None:
                return
            yield from ((end, concept) for concept in concepts)


@cache
def concept_matcher(folder: Path) -> ConceptMatcher:
    """Return the matcher for the word lists in a folder, made once. Raise ContentError on one that cannot be used."""
    return ConceptMatcher(load_lexicon(folder))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(normalise(text)))
