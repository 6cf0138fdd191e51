"""Numbers of a person: personnummer, phones, accounts and cards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum import iban, luhn
from stdnum.exceptions import ValidationError
from stdnum.se import personnummer

from bot.privacy.span import Span
from bot.privacy.words import words

# Digits in groups, with at most three signs between. A colon or comma ends a run: «2025:400», «14:30».
_RUN = re.compile(r"(?<![\w§])(?:\+ ?|\()?\d(?:[ \t\u00a0.()/+–‐-]{0,3}\d)*(?![\w])")
_GROUP = re.compile(r"\d+")
_IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b")
_WORD = re.compile(r"\w+")
_PERSONAL = re.compile(r"(?:\d{2})?\d{6} ?[-+–‐] ?\d{4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER = " \t\u00a0("
_CONTEXT_WORDS = 5
_MAX_GROUPS = 14
_MAX_RUN = 40
_MIN_DIGITS, _MAX_DIGITS = 6, 19
_COORDINATION = 60


@dataclass(frozen=True)
class _Candidate:
    """Some neighbouring groups of digits: as they stand, as digits only, and the words shortly before."""

    text: str
    digits: str
    groups: tuple[str, ...]
    before: frozenset[str]


def find_numbers(text: str, own: frozenset[str]) -> Iterator[Span]:
    """Yield every number of a person. `own` are the digits of public numbers, which are kept."""
    for match in _IBAN.finditer(text):
        if iban.is_valid(match[0], check_country=False):
            yield Span(match.start(), match.end(), "konto")
    for run in _RUN.finditer(text):
        before = frozenset(_WORD.findall(text[max(0, run.start() - 80) : run.start()].casefold())[-_CONTEXT_WORDS:])
        yield from _in_run(text, run.start(), run.end(), before, own)


def _in_run(text: str, start: int, end: int, before: frozenset[str], own: frozenset[str]) -> Iterator[Span]:
    """Yield the longest numbers of a run, from the left."""
    groups = [match.span() for match in _GROUP.finditer(text, start, end)]
    if len(groups) > _MAX_RUN:
        yield Span(start, end, "nummer")
        return
    first = 0
    while first < len(groups):
        found = next(_from_group(text, groups, first, start, before, own), None)
        if found is None:
            first += 1
            continue
        last, span = found
        if span.kind:
            yield span
        first = last + 1


def _from_group(
    text: str, groups: list[tuple[int, int]], first: int, start: int, before: frozenset[str], own: frozenset[str]
) -> Iterator[tuple[int, Span]]:
    """Yield what could begin at a group, the longest first; with an empty kind for a number of our own."""
    begins = groups[first][0]
    if first and text[begins - 1] not in " \t\u00a0(+":
        return
    begins = start if first == 0 else begins - (text[begins - 1] in "+(")
    for last in range(min(first + _MAX_GROUPS, len(groups)) - 1, first - 1, -1):
        ends = groups[last][1]
        parts = tuple(text[a:b] for a, b in groups[first : last + 1])
        if not _MIN_DIGITS <= sum(map(len, parts)) <= _MAX_DIGITS or (
            last + 1 < len(groups) and text[ends] not in _AFTER
        ):
            continue
        candidate = _Candidate(text[begins:ends], "".join(parts), parts, before)
        kind = "" if _national(candidate) in own else _kind(candidate)
        if kind is not None:
            yield last, Span(begins, ends, kind)


def _kind(candidate: _Candidate) -> str | None:
    if _is_personal(candidate):
        return "personnummer"
    if _is_phone(candidate):
        return "telefon"
    if _is_card(candidate):
        return "kort"
    if _is_account(candidate):
        return "konto"
    return "nummer" if len(candidate.groups) == 1 and _is_long(candidate.digits) else None


def _is_personal(candidate: _Candidate) -> bool:
    digits = candidate.digits
    if len(digits) not in (10, 12) or not 1 <= int(digits[-8:-6]) <= 12:
        return False
    day = int(digits[-6:-4])
    born = digits[:-6] + (f"{day - _COORDINATION:02}" if day > _COORDINATION else digits[-6:-4])
    try:
        personnummer.get_birth_date(f"{born}-{digits[-4:]}")
    except ValidationError:
        return False
    # A slip of the finger spoils the checksum, but hardly the shape.
    return bool(_PERSONAL.fullmatch(candidate.text)) or luhn.is_valid(digits[-10:])


def _is_phone(candidate: _Candidate) -> bool:
    digits, length = candidate.digits, len(candidate.digits)
    if len(candidate.groups) > 1 and _YEAR.fullmatch(candidate.groups[-1]) and length <= 8:
        return False
    if candidate.text.startswith(("+", "(+")) or digits.startswith("00"):
        return 8 <= length <= 15
    if digits.startswith("0"):
        return 8 <= length <= 10 and digits[1] != "0" and not digits.startswith(tuple(words("fria_nummer")))
    if digits.startswith("46") and length == 11 and digits[2] != "0":
        return True
    # Without its first zero, or without its area code, a number needs a word that says what it is.
    if digits.startswith("1") and length <= 6:
        return False
    return 6 <= length <= 9 and bool(candidate.before & words("telefonord")) and not digits.startswith(("19", "20"))


def _is_card(candidate: _Candidate) -> bool:
    shaped = tuple(map(len, candidate.groups)) == (4, 4, 4, 4)
    return shaped or (13 <= len(candidate.digits) <= 19 and luhn.is_valid(candidate.digits))


def _is_account(candidate: _Candidate) -> bool:
    return 7 <= len(candidate.digits) <= 19 and bool(candidate.before & words("kontoord"))


def _is_long(digits: str) -> bool:
    return len(digits) >= 9 and not digits.endswith("000000")


def _national(candidate: _Candidate) -> str:
    """Return the digits as they are dialled inside Sweden."""
    digits = candidate.digits
    for prefix in ("0046", "46") if candidate.text.startswith(("+", "(+", "00")) else ():
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits
