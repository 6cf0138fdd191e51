"""Turn a text into one sparse row: character pieces, word stems, near word pairs and concepts side by side."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from bot.content.swedish import stem
from bot.nlu.analysers import Analyser, Reading, concepts, pairs, pieces_of_word, read, words
from bot.nlu.concepts import ConceptMatcher


@dataclass(frozen=True)
class Row:
    """The features of one text: which columns of how many (int32), and how much each weighs (float32)."""

    columns: np.ndarray
    weights: np.ndarray
    width: int


Features = dict[str, Row]


class Block:
    """TF-IDF over one kind of feature: (1 + log tf) × (1 + log((1 + n) / (1 + df))), rows of unit length."""

    def __init__(self, analyse: Analyser, *, min_texts: int = 1) -> None:
        self._analyse = analyse
        self._min_texts = min_texts
        self.vocabulary: dict[str, int] = {}
        self.idf = np.zeros(0, dtype=np.float32)

    def fit(self, readings: Sequence[Reading]) -> None:
        """Learn which features there are and how much each weighs."""
        seen = Counter(feature for reading in readings for feature in set(self._analyse(reading)))
        kept = sorted(feature for feature, count in seen.items() if count >= self._min_texts)
        self.vocabulary = {feature: column for column, feature in enumerate(kept)}
        counts = np.array([seen[feature] for feature in kept], dtype=np.float32)
        self.idf = (np.log((1 + len(readings)) / (1 + counts)) + 1).astype(np.float32)

    def know(self, features: Sequence[str]) -> None:
        """Take a given vocabulary, every feature weighing the same."""
        self.vocabulary = {feature: column for column, feature in enumerate(features)}
        self.idf = np.ones(len(features), dtype=np.float32)

    def row(self, reading: Reading) -> Row:
        """Return the weights of a text's known features."""
        known = map(self.vocabulary.get, self._analyse(reading))
        found = Counter(column for column in known if column is not None)
        columns = np.fromiter(found, dtype=np.int32, count=len(found))
        counts = np.fromiter(found.values(), dtype=np.float32, count=len(found))
        weights = (1 + np.log(counts)) * self.idf[columns]
        length = float(np.sqrt(weights @ weights)) or 1.0
        return Row(columns, weights / np.float32(length), len(self.vocabulary))


class Vectoriser:
    """Four kinds of features, each a block of its own: character pieces, words, near word pairs, concepts."""

    def __init__(self, matcher: ConceptMatcher) -> None:
        self._matcher = matcher
        self._stem, self._pieces = stem, pieces_of_word
        self._fitted = {
            "pieces": Block(self._pieces_of, min_texts=2),
            "words": Block(words, min_texts=2),
            "pairs": Block(pairs, min_texts=4),
        }
        known = Block(concepts)
        known.know(matcher.ids)
        self._blocks = {**self._fitted, "concepts": known}

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Keep the parts of each word while many texts are read. Not while visitors': their words must not stay."""
        self._stem, self._pieces = cache(stem), cache(pieces_of_word)
        try:
            yield
        finally:
            self._stem, self._pieces = stem, pieces_of_word

    def fit(self, texts: Sequence[str]) -> None:
        """Learn the vocabulary of every block but the concepts, which the lexicon holds."""
        readings = [read(text, self._matcher, self._stem) for text in texts]
        for block in self._fitted.values():
            block.fit(readings)

    def transform(self, text: str) -> Features:
        """Return the row of each block."""
        reading = read(text, self._matcher, self._stem)
        return {name: block.row(reading) for name, block in self._blocks.items()}

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

    def _pieces_of(self, reading: Reading) -> list[str]:
        return [piece for word in reading.words for piece in self._pieces(word)]


def joined(features: Features, shares: dict[str, float]) -> Row:
    """Return the blocks that have a share, side by side as one row."""
    columns, weights, width = [], [], 0
    for name, share in shares.items():
        row = features[name]
        columns.append(row.columns + width)
        weights.append(row.weights * np.float32(share))
        width += row.width
    return Row(np.concatenate(columns), np.concatenate(weights), width)


def stacked(rows: Sequence[Row]) -> csr_matrix:
    """Return rows of the same width under one another."""
    ends = np.cumsum([0, *(len(row.columns) for row in rows)])
    columns, weights = np.concatenate([row.columns for row in rows]), np.concatenate([row.weights for row in rows])
    return csr_matrix((weights, columns, ends), shape=(len(rows), rows[0].width))
