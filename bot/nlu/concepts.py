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
            for stems in {tuple(map(stem, words_of(form))) for form in lexicon[concept]}:
                for end in range(1, len(stems)):
                    self._forms.setdefault(stems[:end], [])
                self._forms.setdefault(stems, []).append(concept)

    def find(self, text: str) -> list[Concept]:
        """Return the concepts in a text, in its order."""
        words = words_of(text)
        spans = self.spans([stem(word) for word in words])
        return [Concept(concept, " ".join(words[start:end])) for start, end, concept in spans]

    def spans(self, stems: list[str]) -> list[tuple[int, int, str]]:
        """Return where each concept stands among the stems of a text (start, end, id), the shorter forms first."""
        return [(start, end, concept) for start in range(len(stems)) for end, concept in self._from(start, stems)]

    def _from(self, start: int, stems: list[str]) -> Iterator[tuple[int, str]]:
        for end in range(start + 1, len(stems) + 1):
            concepts = self._forms.get(tuple(stems[start:end]))
            if concepts is None:
                return
            yield from ((end, concept) for concept in concepts)


@cache
def concept_matcher(folder: Path) -> ConceptMatcher:
    """Return the matcher for the word lists in a folder, made once. Raise ContentError on one that cannot be used."""
    return ConceptMatcher(load_lexicon(folder))


def words_of(text: str) -> list[str]:
    """Return the words of a text, normalised; a paragraph sign is one."""
    return _WORD.findall(normalise(text))
