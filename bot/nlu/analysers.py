"""What the model sees in a text: character pieces, word stems, and pairs of stems that stand near each other."""

from collections.abc import Callable, Iterable

from bot.content.swedish import fold, normalise, stems

PIECE_SIZES = range(3, 6)
PAIR_REACH = 7
Analyser = Callable[[str], Iterable[str]]


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
