"""Mend words that no example has, towards the nearest word that one has."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from symspellpy import SymSpell, Verbosity

from bot.content.swedish import fold, normalise

_WORD = re.compile(r"[^\W\d_]+")
MIN_LETTERS = 5
MIN_TEXTS = 2
EDITS = 1
FILE = "spelling.json"


class Speller:
    """Knows the words of the examples; mends an unknown word that is one edit from a known one."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._nearest = SymSpell(max_dictionary_edit_distance=EDITS)

    def fit(self, texts: Sequence[str]) -> None:
        """Learn the words that stand in at least two examples."""
        seen = Counter(word for text in texts for word in set(_WORD.findall(_plain(text))))
        self._know({word: count for word, count in seen.items() if count >= MIN_TEXTS})

    def mend(self, text: str) -> str:
        """Return the text in plain letters, its unknown words mended where it is clear what they should be."""
        return _WORD.sub(lambda match: self._mended(match[0]), _plain(text))

    def save(self, folder: Path) -> None:
        """Write the words and their counts."""
        (folder / FILE).write_text(json.dumps(self._counts, ensure_ascii=False))

    def load(self, folder: Path) -> None:
        """Read what `save` wrote."""
        self._know(json.loads((folder / FILE).read_text()))

    def _know(self, counts: dict[str, int]) -> None:
        self._counts = Counter(counts)
        for word, count in counts.items():
            self._nearest.create_dictionary_entry(word, count)

    def _mended(self, word: str) -> str:
        if len(word) < MIN_LETTERS or word in self._counts:
            return word
        nearest = self._nearest.lookup(word, Verbosity.TOP, max_edit_distance=EDITS)
        return nearest[0].term if nearest else word


def _plain(text: str) -> str:
    return fold(normalise(text))
