"""Where someone lives, and what they drive."""

import re
from collections.abc import Iterator

from bot.privacy.span import Span
from bot.privacy.words import words

_LEAD = r"(?:[A-ZÅÄÖ][\wåäö]{1,20}|norra|södra|östra|västra|lilla|stora|gamla|nya|övre|nedre|sankt) "
_NUMBER = r"(\d{1,3})( ?[A-Fa-f](?!\w))?(?!\w|[-:.]?\d)"
_STREET = re.compile(rf"(?<!\w)((?:{_LEAD}){{0,2}})([\wåäöÅÄÖé-]{{2,40}}) {_NUMBER}(?: (\w{{1,12}}))?")
_POSTCODE = re.compile(r"(?<![\w-])(?:SE?-)?(\d{3}) ?(\d{2}),? (\w[\wåäöÅÄÖ-]{1,25})", re.I)
_POSTCODE_NAMED = re.compile(r"\b(\w{6,12})(?: är|:)? {0,2}(\d{3} ?\d{2})\b")
_PLATE = re.compile(r"(?<!\w)([A-HJ-PR-UW-Za-hj-pr-uw-z]{3})([ -]?)(\d{2}[A-HJ-PR-UW-Za-hj-pr-uw-z\d])(?!\w|[-:.]\d)")
_WORD = re.compile(r"\w+")


def find_places(text: str) -> Iterator[Span]:
    """Yield street addresses, postcodes with their town, and registration plates."""
    for match in _STREET.finditer(text):
        span = _street(match)
        if span:
            yield span
    for match in _POSTCODE.finditer(text):
        if (
            match[3][0].isupper()
            and match[3].casefold() not in words("ej_namn")
            or match[3].casefold() in words("orter")
        ):
            yield Span(match.start(), match.end(), "adress")
    for match in _POSTCODE_NAMED.finditer(text):
        if match[1].casefold() in words("postord"):
            yield Span(*match.span(2), "adress")
    yield from _plates(text)


def _street(match: re.Match[str]) -> Span | None:
    lead, name, unit = match[1], match[2], (match[5] or "").casefold()
    folded = name.casefold()
    ending = folded.endswith(tuple(words("gatuslut")))
    # «Norra vägen 4» is a street by the name before it, «Storgatan 4» by itself.
    is_street = ending and (bool(lead) or folded not in words("ej_gata")) and folded not in words("ej_namn")
    if not is_street or unit in words("enheter"):
        return None
    return Span(match.start() if lead else match.start(2), match.end(4) if match[4] else match.end(3), "adress")


def _plates(text: str) -> Iterator[Span]:
    about_a_car: bool | None = None
    for match in _PLATE.finditer(text):
        if match[1].casefold() in words("ej_bil"):
            continue
        if about_a_car is None:
            about_a_car = bool({word.casefold() for word in _WORD.findall(text)} & words("bilord"))
        # Small letters, or a space between, look like ordinary words: then the talk must be of a car.
        if about_a_car or (match[1].isupper() and not match[2]):
            yield Span(match.start(), match.end(), "bil")
