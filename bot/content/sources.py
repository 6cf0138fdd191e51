"""The pages that answers rest on."""

from dataclasses import dataclass
from pathlib import Path

from bot.content.yaml_file import read_yaml
from bot.errors import ContentError


@dataclass(frozen=True)
class Source:
    """A page, who published it and when (an ISO date, a part of one, or «okänt»)."""

    id: str
    title: str
    publisher: str
    url: str
    date: str


def load_sources(path: Path) -> dict[str, Source]:
    """Return every source in the file, keyed by id. Raise ContentError on one that cannot be used."""
    entries = (read_yaml(path) or {}).get("kallor") or {}
    try:
        return {
            id_: Source(id_, entry["titel"], entry["utgivare"], entry["url"], entry["datum"])
            for id_, entry in entries.items()
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{path}: en källa går inte att använda ({error!r}). Kör `make check`.") from error
