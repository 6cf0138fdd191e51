"""The shapes of single values: a text, a name, a date, one word out of a few."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.content.check.fault import nearest
from bot.content.check.shape import Keys, Problem, Shape, name_of

ID = r"[a-z0-9_]+"
PARTIAL_DATE = r"\d{4}(-\d\d(-\d\d)?)?"


def text(pattern: str = "", *, like: str = "") -> Shape:
    """Return the shape of a text that is not empty and, if a pattern is given, fits it."""

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if isinstance(value, date):
            yield Problem(keys, f"datumet {value} står utan citattecken", f'Skriv "{value}"')
        elif not isinstance(value, str):
            yield Problem(keys, f"'{name_of(keys)}' ska vara en text", 'Sätt citattecken runt den: "…"')
        elif not value.strip():
            yield Problem(keys, f"'{name_of(keys)}' är tom", "Skriv något, eller ta bort raden")
        elif pattern and not re.fullmatch(pattern, value):
            yield Problem(keys, f"'{name_of(keys)}' kan inte vara '{value}'", f"Skriv som i {like}")

    return shape


def identifier() -> Shape:
    """Return the shape of a name: small letters without å, ä and ö, digits and underscores."""
    return text(ID, like="'blir_arg': små bokstäver utan å, ä och ö, siffror och understreck")


def day(*, partial: bool = False, unknown: bool = False) -> Shape:
    """Return the shape of a real date in quotes; `partial` admits a month or a year, `unknown` the word «okänt»."""
    likes = ['"2026-11-22"', *(['"2026-11" eller "2026"'] if partial else []), *(['"okänt"'] if unknown else [])]

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if isinstance(value, int) and partial:
            yield Problem(keys, f"året {value} står utan citattecken", f'Skriv "{value}"')
        elif not isinstance(value, str):
            yield from text()(value, keys)
        elif not (unknown and value == "okänt") and not _is_date(value, partial=partial):
            yield Problem(keys, f"'{name_of(keys)}' är inget datum: '{value}'", f"Skriv {', '.join(likes)}")

    return shape


def one_of(*values: str) -> Shape:
    """Return the shape of one word out of a few."""

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if str(value) in values and value not in values:
            yield Problem(keys, f"'{name_of(keys)}' står utan citattecken", f'Skriv "{value}"')
        elif value not in values:
            wrong = f"'{name_of(keys)}' kan inte vara '{value}'"
            mend = nearest(str(value), values, otherwise="")
            yield Problem(keys, wrong, f"{mend} Välj: {', '.join(values)}")

    return shape


def flag() -> Shape:
    """Return the shape of true or false."""

    def shape(value: Any, keys: Keys) -> Iterator[Problem]:
        if not isinstance(value, bool):
            yield Problem(
                keys, f"'{name_of(keys)}' ska vara true eller false", "Skriv true eller false utan citattecken"
            )

    return shape


def anything(value: Any, keys: Keys) -> Iterator[Problem]:
    """Accept whatever stands there: Rasa checks it itself."""
    yield from ()


def _is_date(value: str, *, partial: bool) -> bool:
    if not re.fullmatch(PARTIAL_DATE if partial else r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True
