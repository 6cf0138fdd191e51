"""Places online that point out a person: e-mail, addresses of pages, handles."""

import re
from collections.abc import Iterator

from bot.privacy.span import Span
from bot.privacy.words import words

_AT = r"(?:@| ?(?:\(at\)|\[at\]|\(a\)|snabel-?a|\bat\b) ?)"
_DOT = r"(?:\.| ?(?:\(dot\)|\bpunkt\b|\bdot\b|\(punkt\)) ?)"
_LABEL = r"[\wåäöÅÄÖ-]{1,63}"
_EMAIL = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}{_LABEL}(?:{_DOT}{_LABEL}){{0,3}}{_DOT}[a-zA-Z]{{2,10}}\b", re.I)
_ENDING = (
    "se|com|nu|net|org|info|eu|io|me|tv|gg|app|link|ly|ru|de|no|dk|fi|uk|xyz|top|club|site|dev|be|ua|pl|to|cc|chat"
)
_END = r"[^\s<>«»\"]"
_PAGE = re.compile(
    rf"(?<![\w@.-])(?:https?://{_END}{{3,500}}|(?:www\.)?(?:{_LABEL}\.){{1,4}}(?:{_ENDING})\b(?:/{_END}{{0,300}})?)",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w@.])@ ?[\w.]{2,40}|(?<![\w#])[\w.]{2,32}#\d{4}\b")
_NAMED = re.compile(r"\b(\w{3,14})(?: (?:är|heter|ar))?[:\s]{1,3}([a-zåäö][\w.-]{2,30})\b", re.I)
_TRAILING = ".,;:!?)»”\"'"
_DIGIT_OR_MARK = re.compile(r"[\d_]")


def find_online(text: str, own: frozenset[str]) -> Iterator[Span]:
    """Yield e-mail addresses, web addresses and handles. `own` are the addresses of our register, which are kept."""
    for match in _EMAIL.finditer(text):
        if match[0].casefold() not in own:
            yield Span(match.start(), match.end(), "epost")
    for match in _PAGE.finditer(text):
        address = match[0].rstrip(_TRAILING)
        if not _is_public(address, own):
            yield Span(match.start(), match.start() + len(address), "lank")
    for match in _HANDLE.finditer(text):
        yield Span(match.start(), match.end() - (len(match[0]) - len(match[0].rstrip("."))), "anvandare")
    for match in _NAMED.finditer(text):
        if match[1].casefold() in words("natverk") and _DIGIT_OR_MARK.search(match[2]):
            yield Span(*match.span(2), "anvandare")


def _is_public(address: str, own: frozenset[str]) -> bool:
    """Return whether it is a page of our register, or only the name of a site that everybody knows."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.casefold()).rstrip("/")
    return bare.split("/")[0] in own or bare in own or bare in words("kanda_sidor")
