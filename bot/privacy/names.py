"""Names of people, where the words before say that a name comes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.privacy.span import Span
from bot.privacy.words import words

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_MAX_NAMES = 3
_LOOK_BACK = 5


@dataclass(frozen=True)
class _Token:
    """A word or a sign. `looks_named` is «Ali», not «ALI» or «ali»."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.text.casefold()

    @property
    def looks_named(self) -> bool:
        return len(self.text) > 1 and self.text[0].isupper() and not self.text[1:].isupper()

    @property
    def is_first_name(self) -> bool:
        forms = {self.folded, self.folded.removesuffix("s")}
        if self.folded in words("ej_namn"):
            return False
        return bool(forms & words("fornamn")) or (self.looks_named and bool(forms & words("fornamn_och_ord")))

    @property
    def is_surname(self) -> bool:
        return self.folded in words("efternamn") or self.folded.removesuffix("s") in words("efternamn")

    @property
    def may_be_name(self) -> bool:
        return self.is_first_name or (self.looks_named and self.folded not in words("ej_namn"))


def find_names(text: str) -> Iterator[Span]:
    """Yield names after «heter», «min son», «jag är», in a signature, and first names that stand with a surname."""
    tokens = [_Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    taken = 0
    for index in range(len(tokens)):
        if index < taken:
            continue
        length = _names_from(tokens, index)
        if length:
            taken = index + length
            yield Span(tokens[index].start, tokens[taken - 1].end, "namn")


def _names_from(tokens: list[_Token], index: int) -> int:
    """Return how many tokens from here are a name."""
    token = tokens[index]
    if not token.text[0].isalpha():
        return 0
    following = _following(tokens, index)
    before = [earlier.folded for earlier in tokens[max(0, index - _LOOK_BACK) : index]]
    full = (
        token.is_first_name and token.looks_named and any(t.is_surname for t in tokens[index + 1 : index + following])
    )
    at_end = index + following == len(tokens)
    is_name = full or (
        bool(before)
        and (
            (token.may_be_name and (_is_called(before) or _is_related(before)))
            or (token.is_first_name and (_is_apposed(before) or _is_introduced(before, at_end=at_end)))
            or (_says_who(before) and token.folded not in words("ej_namn") and len(token.text) > 2)
        )
    )
    return following if is_name else 0


def _following(tokens: list[_Token], index: int) -> int:
    """Return the length of a name that begins here: first names, then surnames."""
    length = 1
    while length < _MAX_NAMES and index + length < len(tokens):
        token = tokens[index + length]
        listed = token.is_surname and (
            token.looks_named or token.folded.endswith(("son", "berg", "ström", "gren", "qvist"))
        )
        known_first = token.is_first_name and token.looks_named
        unknown = token.looks_named and tokens[index].looks_named and token.folded not in words("ej_namn")
        if not token.text[0].isalpha() or not (listed or known_first or unknown):
            break
        length += 1
    return length


def _is_called(before: list[str]) -> bool:
    """Return whether «heter», said of a person, comes right before."""
    words_before = list(before)
    while words_before and words_before[-1] in words("mellanord") | {":", "»", "«", '"', "”", "'"}:
        words_before.pop()
    if not words_before or words_before[-1] not in words("namnord"):
        return False
    return not set(words_before[:-1]) & words("ej_person")


def _says_who(before: list[str]) -> bool:
    """Return whether «jag heter» comes right before: then the next word is a name, whatever it looks like."""
    return len(before) > 1 and before[-1] in words("namnord") and before[-2] in words("jag_han")


def _is_related(before: list[str]) -> bool:
    return before[-1] in words("personord") or before[-1].removesuffix("s") in words("personord")


def _is_apposed(before: list[str]) -> bool:
    """Return whether «min son,» comes right before."""
    return before[-1] == "," and len(before) > 1 and before[-2] in words("personord")


def _is_introduced(before: list[str], *, at_end: bool) -> bool:
    """Return whether «jag är», or a greeting at the end, comes right before."""
    greeted = [sign for sign in before if sign not in {","}]
    if greeted and greeted[-1] in words("halsning"):
        return True
    return (before[-1] in {"/", "-", "–"} and at_end) or " ".join(before[-2:]) in words("jag_ord")
