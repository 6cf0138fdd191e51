"""A small language for what a file must look like: `mapping(needed={"om": text()})`."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.content.check.fault import nearest
from bot.content.check.source_file import Key

Keys = tuple[Key, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong at these keys. One that `breaks` leaves the part unfit for further checks."""

    keys: Keys
    wrong: str
    mend: str
    breaks: bool = True


Shape = Callable[[Any, Keys], Iterator[Problem]]
ID = re.compile(r"[a-z0-9_]+")


def list_of(item: Shape, *, at_least: int = 0, rest: Shape | None = None) -> Shape:
    """Return the shape of a list; with `rest`, `item` is the shape of the first only."""

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(
                keys, f"'{name_of(keys)}' ska vara en lista", "Skriv [ett, två], eller varje sak på en rad med «- »"
            )
            return
        if len(value) < at_least:
            yield Problem(keys, f"'{name_of(keys)}' är en tom lista", f"Skriv minst {at_least}")
        for index, entry in enumerate(value):
            yield from (rest if rest and index else item)(entry, (*keys, index))

    return shape


def entries(item: Shape, *, any_name: bool = False) -> Shape:
    """Return the shape of a register: names of our own, each with the same kind of thing under it."""

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(
                keys, f"under '{name_of(keys)}' ska det stå namn med kolon", "Titta på en annan fil som förebild"
            )
            return
        for name, entry in value.items():
            if not any_name and not ID.fullmatch(str(name)):
                wrong = f"namnet '{name}' har andra tecken än a–z, 0–9 och _"
                yield Problem((*keys, str(name)), wrong, "Skriv små bokstäver utan å, ä och ö, som i 'blir_arg'")
            yield from item(entry, (*keys, str(name)))

    return shape


def mapping(
    needed: Mapping[str, Shape],
    *,
    expected: Mapping[str, Shape] | None = None,
    optional: Mapping[str, Shape] | None = None,
) -> Shape:
    """Return the shape of a thing with these keys and no others. Without an `expected` one the rest can still be read."""
    expected, optional = expected or {}, optional or {}
    known = {**needed, **expected, **optional}

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if not isinstance(value, dict):
            keys_wanted = ", ".join(known)
            yield Problem(
                keys, f"under '{name_of(keys)}' ska det stå nycklar med kolon", f"De som går att använda: {keys_wanted}"
            )
            return
        for name in [name for name in (*needed, *expected) if name not in value]:
            yield Problem(
                keys, f"'{name}' saknas {_place(keys)}", f"Lägg till en rad som börjar «{name}:»", name in needed
            )
        for name, part in value.items():
            if name in known:
                yield from known[name](part, (*keys, name))
            else:
                wrong = f"nyckeln '{name}' finns inte, så det som står där läses aldrig"
                mend = nearest(str(name), known, otherwise=f"De som går att använda: {', '.join(known)}")
                yield Problem((*keys, str(name)), wrong, mend, breaks=False)

    return shape


def _place(keys: Keys) -> str:
    return f"under '{name_of(keys)}'" if keys else "i filen"


def name_of(keys: Keys) -> str:
    """Return the name of the part that the keys lead to, as a fault names it."""
    return next((key for key in reversed(keys) if isinstance(key, str)), "filen")
