"""Files that lie where nobody reads them."""

from collections.abc import Iterator
from pathlib import Path

from bot.content.check.fault import Fault
from bot.content.check.project import STORIES, Project

REGISTERS = ("fakta.yml", "kallor.yml", "kris.yml", "uppfoljning.yml")


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each file in data/ or among the test stories that would be passed over in silence."""
    for path in sorted(project.data.rglob("*")):
        place = path.relative_to(project.data)
        if path.is_file() and not path.name.startswith(".") and not _is_read(place):
            yield Fault(_name(project, path), 1, "filen läses aldrig", _mend(place))
    for path in sorted((project.root / STORIES).rglob("*.y*ml")):
        if not (path.name.startswith("test_") and path.suffix == ".yml" and path.parent == project.root / STORIES):
            mend = f"Döp den till test_{path.stem.removeprefix('test_')}.yml, och lägg den i {STORIES.as_posix()}/"
            yield Fault(_name(project, path), 1, "filen läses aldrig: Rasa hoppar över samtal i den", mend)


def _is_read(place: Path) -> bool:
    if len(place.parts) == 1:
        return place.name in REGISTERS
    return len(place.parts) == 2 and place.suffix == ".yml"


def _mend(place: Path) -> str:
    if place.suffix != ".yml":
        return "Ett ämne ska heta något på .yml. Byt namn på filen, eller flytta den från data/"
    if len(place.parts) == 1:
        return f"Flytta den till data/<grupp>/. Direkt i data/ läses bara {', '.join(REGISTERS)}"
    return "Flytta den en mapp upp: data/<grupp>/<ämne>.yml"


def _name(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix()
