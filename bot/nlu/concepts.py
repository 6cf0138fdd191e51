"""Concepts: who, which milieu, which act, which feeling. Word lists in data/lexikon/, matched by spaCy on stems."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from bot.content.lexicon import load_lexicon
from bot.content.swedish import normalise, stem


@dataclass(frozen=True)
class Concept:
    """A concept found in a text: its id and the words, as character offsets (start inclusive, end exclusive)."""

    id: str
    start: int
    end: int


class ConceptMatcher:
    """Finds the concepts of the lexicon, whatever the inflection, with or without å, ä and ö."""

    def __init__(self, lexicon: dict[str, tuple[str, ...]], *, language: Language | None = None) -> None:
        self.ids = sorted(lexicon)
        self._language = language or swedish()
        self._matcher = PhraseMatcher(self._language.vocab, attr="NORM")
        for concept, forms in lexicon.items():
            self._matcher.add(concept, [self._read(form) for form in forms])

    @classmethod
    def from_folder(cls, folder: Path) -> "ConceptMatcher":
        """Return a matcher for the word lists in a folder. Raise ContentError on one that cannot be used."""
        return cls(load_lexicon(folder))

    def find(self, text: str) -> list[Concept]:
        """Return the concepts in a text, in its order."""
        doc = self._read(text)
        names = self._language.vocab.strings
        found = [Concept(names[key], doc[start].idx, doc[start:end].end_char) for key, start, end in self._matcher(doc)]
        return sorted(found, key=lambda concept: concept.start)

    def _read(self, text: str) -> Doc:
        doc = self._language.make_doc(normalise(text))
        for token in doc:
            token.norm_ = stem(token.text)
        return doc


@cache
def swedish() -> Language:
    """Return spaCy's Swedish: the tokeniser only, which needs no trained model."""
    return spacy.blank("sv")
