"""TF-IDF over one kind of feature of a text."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain, pairwise

import numpy as np

from bot.nlu.analysers import Analyser, Reading, pieces_of_word
from bot.nlu.rows import Row


class Block:
    """TF-IDF over one kind of feature: (1 + log tf) × (1 + log((1 + n) / (1 + df))), rows of unit length."""

    def __init__(self, analyse: Analyser, *, min_texts: int = 1) -> None:
        self._analyse = analyse
        self._min_texts = min_texts
        self.vocabulary: dict[str, int] = {}
        self.idf = np.zeros(0, dtype=np.float32)

    def fit(self, readings: Sequence[Reading]) -> None:
        """Learn which features there are and how much each weighs."""
        seen: Counter[str] = Counter()
        for reading in readings:
            seen.update(set(self._analyse(reading)))
        self.know(sorted(feature for feature, count in seen.items() if count >= self._min_texts))
        counts = np.array([seen[feature] for feature in self.vocabulary], dtype=np.float32)
        self.idf = (np.log((1 + len(readings)) / (1 + counts)) + 1).astype(np.float32)

    def know(self, features: Sequence[str]) -> None:
        """Take a given vocabulary, every feature weighing the same."""
        self.vocabulary = {feature: column for column, feature in enumerate(features)}
        self.idf = np.ones(len(features), dtype=np.float32)

    def rows(self, readings: Sequence[Reading]) -> list[Row]:
        """Return the weights of each text's known features."""
        found = [list(self.columns(reading)) for reading in readings]
        width = len(self.vocabulary)
        texts = np.repeat(np.arange(len(found)), [len(columns) for columns in found])
        # One number for a text and a column, so that all are counted at once.
        seen, counts = np.unique(
            texts * width + np.fromiter(chain.from_iterable(found), dtype=np.int64), return_counts=True
        )
        texts, columns = np.divmod(seen, max(1, width))
        weights = (1 + np.log(counts, dtype=np.float32)) * self.idf[columns]
        lengths = np.sqrt(np.bincount(texts, weights**2)).astype(np.float32)
        ends = np.searchsorted(texts, np.arange(len(found) + 1))
        columns, weights = columns.astype(np.int32), weights / lengths[texts]
        return [Row(columns[a:b], weights[a:b], width) for a, b in pairwise(ends)]

    def columns(self, reading: Reading) -> Iterable[int]:
        """Return the column of each known feature in a text, as often as it is there."""
        found = map(self.vocabulary.get, self._analyse(reading))
        return (column for column in found if column is not None)


class Pieces(Block):
    """The character pieces of the words. Those of a word may be remembered, since a word comes back in many texts."""

    _pieces_of: Callable[[str], list[str]]
    _columns_of: Callable[[str], list[int]]

    def __init__(self, *, min_texts: int) -> None:
        super().__init__(self._pieces, min_texts=min_texts)
        self.forget()

    def remember(self) -> None:
        """Keep the pieces of each word from now on."""
        self._pieces_of, self._columns_of = cache(pieces_of_word), cache(self._known)

    def forget(self) -> None:
        """Keep no word."""
        self._pieces_of, self._columns_of = pieces_of_word, self._known

    def columns(self, reading: Reading) -> Iterable[int]:
        """Return the column of each known piece, word by word."""
        return chain.from_iterable(map(self._columns_of, reading.words))

    def _pieces(self, reading: Reading) -> Iterable[str]:
        return chain.from_iterable(map(self._pieces_of, reading.words))

    def _known(self, word: str) -> list[int]:
        found = map(self.vocabulary.get, pieces_of_word(word))
        return [column for column in found if column is not None]
