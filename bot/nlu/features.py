"""Turn a text into one sparse row: character pieces, word stems, near word pairs and concepts side by side."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np

from bot.content.swedish import stem
from bot.nlu.analysers import Reading, concepts, pairs, read, words
from bot.nlu.blocks import Block, Pieces
from bot.nlu.concepts import ConceptMatcher
from bot.nlu.rows import Features


class Vectoriser:
    """Four kinds of features, each a block of its own: character pieces, words, near word pairs, concepts."""

    def __init__(self, matcher: ConceptMatcher) -> None:
        self._matcher = matcher
        self._stem = stem
        self._pieces = Pieces(min_texts=2)
        self._fitted = {"pieces": self._pieces, "words": Block(words, min_texts=2), "pairs": Block(pairs, min_texts=4)}
        known = Block(concepts)
        known.know(matcher.ids)
        self._blocks = {**self._fitted, "concepts": known}

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Keep the parts of each word while many texts are read. Not while visitors': their words must not stay."""
        self._stem = cache(stem)
        self._pieces.remember()
        try:
            yield
        finally:
            self._stem = stem
            self._pieces.forget()

    def read(self, text: str) -> Reading:
        """Return a text as the blocks see it."""
        return read(text, self._matcher, self._stem)

    def fit(self, readings: Sequence[Reading]) -> None:
        """Learn the vocabulary of every block but the concepts, which the lexicon holds."""
        for block in self._fitted.values():
            block.fit(readings)

    def transform(self, readings: Sequence[Reading]) -> list[Features]:
        """Return the row of each block, for each text."""
        rows = zip(*(block.rows(readings) for block in self._blocks.values()), strict=True)
        return [dict(zip(self._blocks, row, strict=True)) for row in rows]

    def save(self, folder: Path) -> None:
        """Write vocabulary and weights as JSON and .npy."""
        for name, block in self._fitted.items():
            (folder / f"{name}.json").write_text(json.dumps(list(block.vocabulary), ensure_ascii=False))
            np.save(folder / f"{name}.npy", block.idf)

    def load(self, folder: Path) -> None:
        """Read what `save` wrote."""
        for name, block in self._fitted.items():
            block.know(json.loads((folder / f"{name}.json").read_text()))
            block.idf = np.load(folder / f"{name}.npy")
