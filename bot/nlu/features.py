"""Turn a text into one sparse row: character pieces, word stems, near word pairs and concepts side by side."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from bot.content.swedish import fold, normalise, stems
from bot.nlu.concepts import ConceptMatcher

PIECE_SIZES = range(3, 6)
PAIR_REACH = 7
Analyser = Callable[[str], Iterable[str]]


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

    def fit(self, texts: Sequence[str]) -> None:
        """Learn which features there are and how much each weighs."""
        seen = Counter(feature for text in texts for feature in set(self._analyse(text)))
        kept = sorted(feature for feature, count in seen.items() if count >= self._min_texts)
        self.vocabulary = {feature: column for column, feature in enumerate(kept)}
        counts = np.array([seen[feature] for feature in kept], dtype=np.float32)
        self.idf = (np.log((1 + len(texts)) / (1 + counts)) + 1).astype(np.float32)

    def know(self, features: Sequence[str]) -> None:
        """Take a given vocabulary, every feature weighing the same."""
        self.vocabulary = {feature: column for column, feature in enumerate(features)}
        self.idf = np.ones(len(features), dtype=np.float32)

    def row(self, text: str) -> Row:
        """Return the weights of a text's known features."""
        known = map(self.vocabulary.get, self._analyse(text))
        found = Counter(column for column in known if column is not None)
        columns = np.fromiter(found, dtype=np.int32, count=len(found))
        counts = np.fromiter(found.values(), dtype=np.float32, count=len(found))
        weights = (1 + np.log(counts)) * self.idf[columns]
        length = float(np.sqrt(weights @ weights)) or 1.0
        return Row(columns, weights / np.float32(length), len(self.vocabulary))


class Vectoriser:
    """Four kinds of features, each a block of its own: character pieces, words, near word pairs, concepts."""

    def __init__(self, concepts: ConceptMatcher) -> None:
        self._fitted = {
            "pieces": Block(pieces, min_texts=2),
            "words": Block(words, min_texts=2),
            "pairs": Block(pairs, min_texts=4),
        }
        known = Block(lambda text: [concept.id for concept in concepts.find(text)])
        known.know(concepts.ids)
        self._blocks = {**self._fitted, "concepts": known}

    def fit(self, texts: Sequence[str]) -> None:
        """Learn the vocabulary of every block but the concepts, which the lexicon holds."""
        for block in self._fitted.values():
            block.fit(texts)

    def transform(self, text: str) -> Features:
        """Return the row of each block."""
        return {name: block.row(text) for name, block in self._blocks.items()}

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


def pieces(text: str) -> list[str]:
    """Return the 3–5 character pieces of each word, its edges marked with a space."""
    return [piece for word in fold(normalise(text)).split() for piece in _pieces_of_word(f" {word} ")]


def _pieces_of_word(word: str) -> list[str]:
    return [word[i : i + size] for size in PIECE_SIZES for i in range(max(1, len(word) - size + 1))]


def words(text: str) -> list[str]:
    """Return the word stems of a text and each two that follow one another."""
    found = stems(normalise(text))
    return found + [f"{first} {second}" for first, second in zip(found, found[1:], strict=False)]


def pairs(text: str) -> list[str]:
    """Return each two word stems that stand near each other but not side by side, in alphabetical order."""
    found = stems(normalise(text))
    near = ((first, second) for i, first in enumerate(found) for second in found[i + 2 : i + PAIR_REACH])
    return list({f"{first}~{second}" if first < second else f"{second}~{first}" for first, second in near})
