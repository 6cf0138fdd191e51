"""Put a label where a person is pointed out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.content.library import Library
from bot.privacy.names import find_names
from bot.privacy.numbers import find_numbers
from bot.privacy.online import find_online
from bot.privacy.places import find_places
from bot.privacy.span import Span
from bot.privacy.words import labels

_PHONE = re.compile(r"\d[\d -]+")
_BRACKETS = str.maketrans("[]", "()")


@dataclass(frozen=True)
class Own:
    """What is public and stays readable: the digits of our numbers, and our addresses online."""

    numbers: frozenset[str]
    addresses: frozenset[str]


@lru_cache(maxsize=1)
def own_facts(library: Library) -> Own:
    """Return every number and address of the register."""
    values = [fact.value.casefold() for fact in library.facts.values() if fact.value]
    return Own(
        numbers=frozenset(re.sub(r"\D", "", value) for value in values if _PHONE.fullmatch(value)),
        addresses=frozenset(value for value in values if "." in value and " " not in value),
    )


def mask(text: str, own: Own) -> str:
    """Return the text with «[personnummer]», «[namn]» and the like in place of personal details.

    Square brackets are ours from here on: those in the text become round ones.
    """
    text = text.translate(_BRACKETS)
    found = [*find_online(text, own.addresses), *find_places(text), *find_numbers(text, own.numbers), *find_names(text)]
    for span in _apart(found):
        text = f"{text[: span.start]}[{labels()[span.kind]}]{text[span.end :]}"
    return text


def is_masked(text: str) -> bool:
    """Return whether something was taken out of a text that `mask` returned."""
    return "[" in text


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans that do not overlap, the last first; of two that do, the one that begins first or is longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept[::-1]
