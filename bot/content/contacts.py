"""The contacts register: who can be called, for what, and on which terms."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.yaml_file import read_yaml
from bot.errors import ContentError


@dataclass(frozen=True)
class Contact:
    """Someone to turn to. `phone`, `web` and `hours` are ids of facts."""

    id: str
    name: str
    purpose: str
    source: str
    checked: date
    trust: str
    phone: str | None = None
    web: str | None = None
    hours: str | None = None
    cost: str | None = None
    anonymity: str | None = None
    audience: tuple[str, ...] = ()
    urgent: bool = False


def load_contacts(path: Path) -> dict[str, Contact]:
    """Return every contact in the file, in its order. Raise ContentError on one that cannot be used."""
    entries = (read_yaml(path) or {}).get("kontakter") or {}
    try:
        return {
            id_: Contact(
                id=id_,
                name=entry["namn"],
                purpose=entry["for"],
                source=entry["kalla"],
                checked=date.fromisoformat(entry["kontrollerad"]),
                trust=entry["tillit"],
                phone=entry.get("telefon"),
                web=entry.get("webb"),
                hours=entry.get("tider"),
                cost=entry.get("kostnad"),
                anonymity=entry.get("anonymitet"),
                audience=tuple(entry.get("malgrupp", ())),
                urgent=bool(entry.get("akut")),
            )
            for id_, entry in entries.items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ContentError(f"{path}: en kontakt går inte att använda ({error!r}). Kör `make check`.") from error
