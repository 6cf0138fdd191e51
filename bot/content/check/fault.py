"""One thing that is wrong in a file, and how to mend it, in plain Swedish."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MANY = 12


@dataclass(frozen=True, order=True)
class Fault:
    """`wrong` and `mend` are sentences without a full stop."""

    path: str
    line: int
    wrong: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {_sentence(self.wrong)} {_sentence(self.mend)}"


def nearest(name: str, valid: Iterable[str], *, otherwise: str) -> str:
    """Return a hint with the valid name that looks most like this one; all of them if they are few."""
    names = sorted(set(valid))
    close = get_close_matches(name, names, n=1)
    if close:
        return f"Menade du '{close[0]}'?"
    if 0 < len(names) <= MANY:
        return f"De som finns: {', '.join(names)}"
    return otherwise


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
