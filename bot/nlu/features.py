"""Turn a text into one sparse row: character pieces, word stems and concepts side by side."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack

from bot.nlu.concepts import ConceptMatcher
from bot.nlu.text import fold, normalise, stems

PIECE_SIZES = range(3, 6)
Analyser = Callable[[str], Iterable[str]]


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
            found = Counter(map(self.vocabulary.get, self._analyse(text)))
            found.pop(None, None)
            columns.extend(found)  # type: ignore[arg-type]
            counts.extend(found.values())
            ends.append(len(columns))
        index = np.array(columns, dtype=np.int32)
        weights = (1 + np.log(np.array(counts, dtype=np.float32))) * self.idf[index]
        rows = csr_matrix((weights, index, ends), shape=(len(texts), len(self.vocabulary)), dtype=np.float32)
        return _unit_rows(rows)


class Vectoriser:
    """Three blocks side by side, fitted on the examples."""

    def __init__(self, concepts: ConceptMatcher) -> None:
        self._blocks = {
            "pieces": Block(pieces, min_texts=2),
            "words": Block(words),
        }
        self._concepts = Block(lambda text: [concept.id for concept in concepts.find(text)])
        self._concepts.know(concepts.ids)

    def fit(self, texts: Sequence[str]) -> None:
        """Learn the vocabulary of every block but the concepts, which the lexicon holds."""
        for block in self._blocks.values():
            block.fit(texts)

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """Return one float32 row a text."""
        blocks = [*self._blocks.values(), self._concepts]
        return hstack([block.transform(texts) for block in blocks], format="csr")

    def save(self, folder: Path) -> None:
        """Write vocabulary and weights as JSON and .npy."""
        for name, block in self._blocks.items():
            (folder / f"{name}.json").write_text(json.dumps(list(block.vocabulary), ensure_ascii=False))
            np.save(folder / f"{name}.npy", block.idf)

    def load(self, folder: Path) -> None:
        """Read what `save` wrote."""
        for name, block in self._blocks.items():
            features = json.loads((folder / f"{name}.json").read_text())
            block.vocabulary = {feature: column for column, feature in enumerate(features)}
            block.idf = np.load(folder / f"{name}.npy")


def pieces(text: str) -> list[str]:
    """Return the 3–5 character pieces of each word, its edges marked with a space."""
    padded = [f" {word} " for word in fold(normalise(text)).split()]
    return [word[i : i + size] for word in padded for size in PIECE_SIZES for i in range(max(1, len(word) - size + 1))]


def words(text: str) -> list[str]:
    """Return the word stems of a text and each two that follow one another."""
    found = stems(normalise(text))
    return found + [f"{first} {second}" for first, second in zip(found, found[1:], strict=False)]


def _unit_rows(rows: csr_matrix) -> csr_matrix:
    lengths = np.sqrt(rows.multiply(rows).sum(axis=1)).A.ravel()
    scale = np.repeat(1 / np.maximum(lengths, 1e-9), np.diff(rows.indptr))
    rows.data *= scale.astype(np.float32)
    return rows
