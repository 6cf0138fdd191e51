"""The facts register: every number, hour, address and paragraph, once."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.content.yaml_file import read_yaml
from bot.errors import ContentError

PLACEHOLDER = re.compile(r"\{([a-zåäö0-9_]+)\}")
DATE_SUFFIX = "_datum"
FILLED_BY_PROGRAM = frozenset({"nasta_tid", "oppet_nu", "person"})
MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
EVERY_DAY = {"alla": "", "vardagar": "vardagar ", "helger": "helger "}


@dataclass(frozen=True)
class Fact:
    """One fact with where it comes from. `hours` maps days to spans and stands in place of `value`."""

    id: str
    about: str
    source: str
    checked: date
    trust: str
    value: str | None = None
    hours: dict[str, str] | None = None
    open_on_holidays: bool = False
    stated: str | None = None
    valid_until: date | None = None
    afterwards: str | None = None

    def text(self, today: date) -> str:
        """Return what a reader sees on that day; past valid-until, where to look instead."""
        if self.valid_until and today > self.valid_until:
            return str(self.afterwards)
        return hours_in_words(self.hours) if self.hours else str(self.value)

    def stated_in_words(self) -> str:
        """Return the date of the source itself, else the day it was read, as «8 juli 2024»."""
        return date_in_words(self.stated or self.checked.isoformat())


def load_facts(path: Path) -> dict[str, Fact]:
    """Return every fact in the file, keyed by id. Raise ContentError on one that cannot be used."""
    entries = (read_yaml(path) or {}).get("fakta") or {}
    return {str(id_): _fact(path, str(id_), entry) for id_, entry in entries.items()}


def fill(text: str, facts: dict[str, Fact], today: date) -> str:
    """Return the text with each {fact} in it replaced. Raise KeyError with the name of an unknown one."""

    def shown(match: re.Match[str]) -> str:
        name = match[1]
        if name in facts:
            return facts[name].text(today)
        if name.endswith(DATE_SUFFIX):
            return facts[name.removesuffix(DATE_SUFFIX)].stated_in_words()
        raise KeyError(name)

    return PLACEHOLDER.sub(shown, text)


def unknown_facts(text: str, facts: dict[str, Fact]) -> list[str]:
    """Return the {names} in a text that no fact has, those the program fills in left out."""
    names = PLACEHOLDER.findall(text)
    return [name for name in names if name not in facts and name not in FILLED_BY_PROGRAM and not _is_date(name, facts)]


def _is_date(name: str, facts: dict[str, Fact]) -> bool:
    return name.endswith(DATE_SUFFIX) and name.removesuffix(DATE_SUFFIX) in facts


def hours_in_words(hours: dict[str, str]) -> str:
    """Return hours as they are read aloud: «måndag 12–18 och torsdag 9–13»."""
    parts = [f"{EVERY_DAY.get(day, day + ' ')}{span}" for day, span in hours.items()]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " och " + parts[-1]


def date_in_words(iso: str) -> str:
    """Return «8 juli 2024» for 2024-07-08, «juli 2024» for 2024-07 and «2024» for 2024."""
    year, month, day = (iso.split("-") + ["", ""])[:3]
    return " ".join(filter(None, (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year)))


def _fact(path: Path, id_: str, entry: dict[str, Any]) -> Fact:
    try:
        return Fact(
            id=id_,
            about=entry["om"],
            source=entry["kalla"],
            checked=date.fromisoformat(entry["kontrollerad"]),
            trust=entry["tillit"],
            value=entry.get("varde"),
            hours=entry.get("tider"),
            open_on_holidays=entry.get("helgdagar") == "öppet",
            stated=entry.get("uppgift_fran"),
            valid_until=date.fromisoformat(entry["giltig_till"]) if "giltig_till" in entry else None,
            afterwards=entry.get("efter"),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ContentError(f"{path}: faktat '{id_}' går inte att använda ({error}). Kör `make check`.") from error
