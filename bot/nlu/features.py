"""Turn a text into one sparse row: character pieces, word stems and concepts side by side."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack

from bot.content.swedish import fold, normalise, stems
from bot.nlu.concepts import ConceptMatcher

PIECE_SIZES = range(3, 6)
PAIR_REACH = 7
Analyser = Callable[[str], Iterable[str]]
Features = dict[str, csr_matrix]


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

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """Return a row of weights for each text."""
        columns: list[int] = []
        counts: list[int] = []
        ends = [0]
        for text in texts:
            known = (self.vocabulary.get(feature) for feature in self._analyse(text))
            found = Counter(column for column in known if column is not None)
            columns.extend(found)
            counts.extend(found.values())
            ends.append(len(columns))
        index = np.array(columns, dtype=np.int32)
        weights = (1 + np.log(np.array(counts, dtype=np.float32))) * self.idf[index]
        rows = csr_matrix((weights, index, ends), shape=(len(texts), len(self.vocabulary)), dtype=np.float32)
        return _unit_rows(rows)


class Vectoriser:
    """Four kinds of features, each a block of its own: character pieces, words, near word pairs, concepts."""

    def __init__(self, concepts: ConceptMatcher) -> None:
        self._fitted = {
            "pieces": Block(pieces, min_texts=2),
            "words": Block(words),
            "pairs": Block(pairs, min_texts=4),
        }
        known = Block(lambda text: [concept.id for concept in concepts.find(text)])
        known.know(concepts.ids)
        self._blocks = {**self._fitted, "concepts": known}

    def fit(self, texts: Sequence[str]) -> None:
        """Learn the vocabulary of every block but the concepts, which the lexicon holds."""
        for block in self._fitted.values():
            block.fit(texts)

    def transform(self, texts: Sequence[str]) -> Features:
        """Return the rows of each block, float32, one row a text."""
        return {name: block.transform(texts) for name, block in self._blocks.items()}

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


def weighted(features: Features, weights: dict[str, float]) -> csr_matrix:
    """Return the blocks that have a weight, side by side."""
    return hstack([features[name] * weight for name, weight in weights.items()], format="csr")


def pieces(text: str) -> list[str]:
    """Return the 3–5 character pieces of each word, its edges marked with a space."""
    return [piece for word in fold(normalise(text)).split() for piece in _pieces_of_word(word)]


def _pieces_of_word(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[i : i + size] for size in PIECE_SIZES for i in range(max(1, len(padded) - size + 1)))


def words(text: str) -> list[str]:
    """Return the word stems of a text and each two that follow one another."""
    found = stems(normalise(text))
    return found + [f"{first} {second}" for first, second in zip(found, found[1:], strict=False)]


def pairs(text: str) -> list[str]:
    """Return each two word stems that stand near each other but not side by side, in alphabetical order."""
    found = stems(normalise(text))
    near = ((first, second) for i, first in enumerate(found) for second in found[i + 2 : i + PAIR_REACH])
    return list({f"{first}~{second}" if first < second else f"{second}~{first}" for first, second in near})


def _unit_rows(rows: csr_matrix) -> csr_matrix:
    lengths = np.sqrt(rows.multiply(rows).sum(axis=1)).A.ravel()
    scale = np.repeat(1 / np.maximum(lengths, 1e-9), np.diff(rows.indptr))
    rows.data *= scale.astype(np.float32)
    return rows
