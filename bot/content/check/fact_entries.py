"""The facts register: each fact says one thing, has a source, and its hours can be read as hours."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project
from bot.content.facts import DATE_SUFFIX, Fact
from bot.content.opening import opening_at

A_MONDAY = datetime(2026, 11, 23)
# Read in haste, a number that once was, or was misprinted, is a number to call.
CALLED = ("_telefon", "_vaxel")


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each fact that would be shown wrongly, or not at all."""
    file = project.facts
    for id_, entry in file.entries("fakta").items():
        wrongs = [
            *_value(entry),
            *_number(id_, entry),
            *_until(entry),
            *_hours(entry),
            *_name(id_, file.names("fakta")),
        ]
        for wrong, mend, *keys in wrongs:
            yield file.source.fault(wrong, mend, "fakta", id_, *keys)
        known = project.sources.names("kallor")
        if entry["kalla"] not in known:
            mend = nearest(entry["kalla"], known, otherwise="Lägg till källan i data/kallor.yml")
            yield file.source.fault(
                f"källan '{entry['kalla']}' finns inte i data/kallor.yml", mend, "fakta", id_, "kalla"
            )


def _value(entry: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    if ("varde" in entry) == ("tider" in entry):
        have = "både varde och tider" if "varde" in entry else "varken varde eller tider"
        yield f"faktat har {have}", "Skriv varde för en text, eller tider för öppettider"
    if "tider" in entry and "helgdagar" not in entry:
        yield "tiderna säger inte vad som gäller på helgdagar", "Lägg till «helgdagar: stängt» eller «helgdagar: öppet»"
    if "helgdagar" in entry and "tider" not in entry:
        yield "'helgdagar' gör ingen nytta utan tider", "Ta bort raden", "helgdagar"


def _number(id_: str, entry: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    if any(part in id_ for part in CALLED) and entry["tillit"] == "X":
        mend = "Ta bort faktat och skriv om svaren utan numret: den som har bråttom ringer det"
        yield "ett nummer med tillit X får inte finnas", mend, "tillit"


def _until(entry: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    if "giltig_till" in entry and "efter" not in entry:
        mend = "Lägg till «efter:» med det läsaren ska få veta när dagen har gått"
        yield "faktat har giltig_till men inte efter", mend, "giltig_till"
    if "efter" in entry and "giltig_till" not in entry:
        yield "'efter' visas aldrig utan giltig_till", "Lägg till «giltig_till:» med ett datum", "efter"
    if "tider" in entry and "giltig_till" not in entry:
        yield "tiderna saknar giltig_till, så gamla tider kan visas", "Lägg till «giltig_till:» med ett datum", "tider"


def _hours(entry: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for day, span in entry.get("tider", {}).items():
        if not _opens(day, span):
            mend = 'Skriv som {måndag: "9–13", vardagar: "9.30–16", alla: "dygnet runt"}, med tankstreck'
            yield f"tiden '{day}: {span}' går inte att läsa", mend, "tider", day


def _opens(day: str, span: str) -> bool:
    fact = Fact("", "", "", date.min, "H", hours={day: span}, open_on_holidays=True)
    try:
        week = [opening_at(fact, A_MONDAY + timedelta(days=ahead)) for ahead in range(7)]
    except (ValueError, KeyError, TypeError):
        return False
    return any(opening.is_open or opening.next_opening for opening in week)


def _name(id_: str, names: list[str]) -> Iterator[tuple[str, ...]]:
    if id_.removesuffix(DATE_SUFFIX) in names and id_.endswith(DATE_SUFFIX):
        yield f"namnet betyder redan datumet för '{id_.removesuffix(DATE_SUFFIX)}'", "Ge faktat ett annat namn"
