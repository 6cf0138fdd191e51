"""Turn an answer's plain text into paragraphs, lists and links; links only to what the register holds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.content.facts import Fact

LIST_MARK = "– "
HISTORY = "X"
_PHONE = re.compile(r"[\d][\d -]*")
_PHONE_ID = re.compile(r"_(telefon|vaxel|kontaktcenter|avhoppartelefon)\b|_telefon_vanligt$")


@dataclass(frozen=True)
class Link:
    """Something in the register that can be called or opened. `text` is how it stands in answers."""

    text: str
    href: str
    is_phone: bool


@dataclass(frozen=True)
class Piece:
    """A run of text, perhaps a link. `label` is its spoken name where that differs from the text."""

    text: str
    link: Link | None = None
    label: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph (one or more lines) or a list."""

    is_list: bool
    lines: tuple[str, ...]


def links_in(facts: Iterable[Fact]) -> dict[str, Link]:
    """Return every number and web address that may become a link, keyed by its text."""
    found = {}
    for fact in facts:
        value = fact.value or ""
        if fact.trust != HISTORY and _PHONE_ID.search(fact.id) and _PHONE.fullmatch(value):
            found[value] = Link(value, phone_href(value), True)
        elif fact.trust != HISTORY and fact.id.endswith("_webb") and "." in value and " " not in value:
            found[value] = Link(value, f"https://{value}", False)
    return found


def phone_href(number: str) -> str:
    """Return tel:+4620100200 for 020-100 200, and tel:112 for a number that only works inside Sweden."""
    digits = re.sub(r"\D", "", number)
    return f"tel:+46{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def blocks(text: str) -> list[Block]:
    """Return the paragraphs and lists of a plain text."""
    found: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        start = len(found)
        for line in paragraph.splitlines():
            is_list = line.startswith(LIST_MARK)
            line = line.removeprefix(LIST_MARK).strip()
            if len(found) > start and found[-1].is_list == is_list:
                found[-1] = Block(is_list, (*found[-1].lines, line))
            else:
                found.append(Block(is_list, (line,)))
    return found


def pieces(line: str, links: dict[str, Link]) -> list[Piece]:
    """Return a line cut where links stand. «Ring 112» is one link; a bare number is spoken with «Ring»."""
    if not links:
        return [Piece(line)]
    found, end = [], 0
    for match in _finder(tuple(links)).finditer(line):
        link, called = links[match[2]], bool(match[1])
        start = match.start() if link.is_phone else match.start(2)
        found += [Piece(line[end:start]), Piece(line[start : match.end()], link, "" if called else link.text)]
        end = match.end()
    return [piece for piece in [*found, Piece(line[end:])] if piece.text]


@lru_cache(maxsize=1)
def _finder(texts: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds links, the longest first."""
    known = "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
    return re.compile(rf"(?<![\w@/.-])((?:[Rr]ing )?)({known})(?![\w@/]|-\w|\.\w)")
