"""When each answer, fact and contact was last checked, and when somebody must look again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.content.check.fault import Fault
from bot.content.check.project import Project, read_project
from bot.content.check.shape import Keys
from bot.content.check.source_file import SourceFile
from bot.content.facts import date_in_words

REVIEW_DAYS = {"tider": 90, "lag": 180, "råd": 365}


@dataclass(frozen=True, order=True)
class Due:
    """Something to check again, on `day` at the latest."""

    day: date
    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.day}  {self.path}:{self.line}  {self.what}"


@dataclass(frozen=True)
class Reviewed:
    """Something with a day on which it was checked, and a last day it may stand on that."""

    source: SourceFile
    keys: Keys
    what: str
    checked: date
    last: date
    interval: int


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each thing checked too long ago, or on a day that has not been."""
    for thing in reviewed(project):
        where = (*thing.keys, "kontrollerad")
        if thing.checked > project.today:
            wrong = f"'kontrollerad' är en dag som inte har varit: {thing.checked}"
            yield thing.source.fault(wrong, "Skriv dagen då någon senast läste källan", *where)
        elif project.today > thing.last:
            wrong = f"{thing.what} skulle ha kontrollerats senast {date_in_words(thing.last.isoformat())}"
            yield thing.source.fault(wrong, "Läs källan, rätta det som ändrats, och skriv nya datum", *where)
    yield from _valid_too_long(project)


def due(root: Path, today: date | None = None) -> list[Due]:
    """Return everything that somebody must check again, soonest first."""
    project = read_project(root, today or date.today())
    return sorted(
        Due(thing.last, thing.source.name, thing.source.line(*thing.keys, "kontrollerad"), thing.what)
        for thing in reviewed(project)
    )


def due_as_text(root: Path, today: date | None = None, *, days: int = 90) -> str:
    """Return what falls due within some days, a line each, and how much there is after that."""
    today = today or date.today()
    everything = due(root, today)
    soon = [item for item in everything if item.day <= today + timedelta(days=days)]
    rest = f"{len(everything) - len(soon)} saker till förfaller senare."
    if not soon:
        following = f" Närmast: {everything[0]}" if everything else ""
        return f"Inget förfaller inom {days} dagar. {rest}{following}"
    return "\n".join([f"Ska kontrolleras inom {days} dagar:", *map(str, soon), rest])


def reviewed(project: Project) -> Iterator[Reviewed]:
    """Yield every answer, fact and contact that has a date."""
    for topic in project.sound_topics():
        metadata, keys = topic.answers[0]["metadata"], (*topic.answer_keys, 0, "metadata")
        if "kontrollerad" in metadata and "granskning" in metadata:
            yield _reviewed(topic.source, keys, f"svaret '{topic.id}'", metadata, REVIEW_DAYS[metadata["granskning"]])
    for id_, entry in project.facts.entries("fakta").items():
        yield _reviewed(project.facts.source, ("fakta", id_), f"faktat '{id_}'", entry, _fact_days(entry))
    for id_, entry in project.facts.entries("kontakter").items():
        days = REVIEW_DAYS["tider" if "tider" in entry else "råd"]
        yield _reviewed(project.facts.source, ("kontakter", id_), f"kontakten '{id_}'", entry, days)


def _reviewed(source: SourceFile, keys: Keys, what: str, entry: dict[str, Any], days: int) -> Reviewed:
    checked = date.fromisoformat(entry["kontrollerad"])
    last = checked + timedelta(days=days)
    if "giltig_till" in entry:
        last = min(last, date.fromisoformat(entry["giltig_till"]))
    return Reviewed(source, keys, what, checked, last, days)


def _fact_days(entry: dict[str, Any]) -> int:
    if "tider" in entry:
        return REVIEW_DAYS["tider"]
    return REVIEW_DAYS["lag" if "giltig_till" in entry else "råd"]


def _valid_too_long(project: Project) -> Iterator[Fault]:
    """A fact with hours may stand for 90 days, one with another last day for 180."""
    for id_, entry in project.facts.entries("fakta").items():
        latest = date.fromisoformat(entry["kontrollerad"]) + timedelta(days=_fact_days(entry))
        if "giltig_till" in entry and date.fromisoformat(entry["giltig_till"]) > latest:
            wrong = f"'giltig_till' är mer än {_fact_days(entry)} dagar efter 'kontrollerad'"
            mend = f'Skriv "{latest}" eller tidigare, eller läs källan och skriv en ny dag i kontrollerad'
            yield project.facts.source.fault(wrong, mend, "fakta", id_, "giltig_till")
