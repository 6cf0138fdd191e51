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


def entries(item: Shape, *, any_name: bool = False, at_least: int = 0) -> Shape:
    """Return the shape of a register: names of our own, each with the same kind of thing under it."""

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(
                keys, f"under '{name_of(keys)}' ska det stå namn med kolon", "Titta på en annan fil som förebild"
            )
            return
        if len(value) < at_least:
            yield Problem(keys, f"under '{name_of(keys)}' står inget", "Titta på en annan fil som förebild")
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
    """Return the shape of a thing with these keys only. Without an `expected` one the rest can still be read."""
    wanted = [*needed, *(expected or {})]
    known = {**needed, **(expected or {}), **(optional or {})}

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if not isinstance(value, dict):
            mend = f"De som går att använda: {', '.join(known)}"
            yield Problem(keys, f"under '{name_of(keys)}' ska det stå nycklar med kolon", mend)
            return
        for name in [name for name in wanted if name not in value]:
            mend = f"Lägg till en rad som börjar «{name}:»"
            yield Problem(keys, f"'{name}' saknas {_place(keys)}", mend, breaks=name in needed)
        for name, part in value.items():
            yield from known.get(name, _unknown(known))(part, (*keys, str(name)))

    return shape


def _unknown(known: Mapping[str, Shape]) -> Shape:
    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        wrong = f"nyckeln '{keys[-1]}' finns inte, så det som står där läses aldrig"
        mend = nearest(str(keys[-1]), known, otherwise=f"De som går att använda: {', '.join(known)}")
        yield Problem(keys, wrong, mend, breaks=False)

    return shape


def _place(keys: Keys) -> str:
    return f"under '{name_of(keys)}'" if keys else "i filen"


def name_of(keys: Keys) -> str:
    """Return the name of the part that the keys lead to, as a fault names it."""
    return next((key for key in reversed(keys) if isinstance(key, str)), "filen")
