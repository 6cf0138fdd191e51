"""What the model sees in a text: character pieces, word stems, pairs of stems near each other, and concepts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.content.swedish import fold, stem
from bot.nlu.concepts import ConceptMatcher, words_of

PIECE_SIZES = range(4, 6)
PAIR_REACH = 7
# A milieu that is named is one word to the model, whichever it is: only the concepts tell them apart.
MILIEUS = frozenset(
    [
        *("vit_makt", "vit_makt_grupper", "islamistisk", "islamistiska_grupper", "autonom", "autonoma_grupper"),
        *("incel", "natverk_764", "extremism"),
    ]
)
MASK = "miljogrupp"


@dataclass(frozen=True)
class Reading:
    """A text, read once: its words and their stems with milieus masked, and the ids of its concepts."""

    words: list[str]
    stems: list[str]
    concepts: list[str]


Analyser = Callable[[Reading], Iterable[str]]


def read(text: str, matcher: ConceptMatcher, stem_of: Callable[[str], str] = stem) -> Reading:
    """Return a text as the analysers see it."""
    words = words_of(text)
    stems = [stem_of(word) for word in words]
    spans = matcher.spans(stems)
    masked = {start: end for start, end, concept in spans if concept in MILIEUS}  # the longest of each start is last
    seen_words, seen_stems, place = [], [], 0
    while place < len(words):
        hidden = place in masked
        seen_words.append(MASK if hidden else words[place])
        seen_stems.append(MASK if hidden else stems[place])
        place = masked.get(place, place + 1)
    return Reading(seen_words, seen_stems, [concept for _, _, concept in spans])


def pieces_of_word(word: str) -> list[str]:
    """Return the 4–5 character pieces of a word, its edges marked with a space."""
    padded = f" {fold(word)} "
    return [padded[i : i + size] for size in PIECE_SIZES for i in range(max(1, len(padded) - size + 1))]


def words(reading: Reading) -> list[str]:
    """Return the word stems of a text and each two that follow one another."""
    found = reading.stems
    return found + [f"{first} {second}" for first, second in zip(found, found[1:], strict=False)]


def pairs(reading: Reading) -> list[str]:
    """Return each two word stems that stand near each other but not side by side, in alphabetical order."""
    found = reading.stems
    near = ((first, second) for i, first in enumerate(found) for second in found[i + 2 : i + PAIR_REACH])
    return list({f"{first}~{second}" if first < second else f"{second}~{first}" for first, second in near})


def concepts(reading: Reading) -> list[str]:
    """Return the ids of the concepts."""
    return reading.concepts
