"""The emergency rules in data/kris.yml: which concepts, standing together, are an emergency."""

from dataclasses import dataclass
from pathlib import Path

from bot.content.yaml_file import read_yaml
from bot.errors import ContentError


@dataclass(frozen=True)
class EmergencyRule:
    """A rule fires when one concept of each group in `needs` is found, and none of `unless`.

    `alone` tells that it needs no detector beside it where the bot would understand nothing else.
    """

    id: str
    topic: str
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str]
    alone: bool = False


def load_emergency_rules(path: Path) -> tuple[EmergencyRule, ...]:
    """Return the rules in their order. Raise ContentError on a file that cannot be used."""
    content = read_yaml(path) or {}
    try:
        calming = frozenset(content["dampande"])
        return tuple(
            EmergencyRule(
                id=id_,
                topic=rule["amne"],
                needs=tuple(frozenset(group) for group in rule["krav"]),
                unless=calming | frozenset(rule.get("inte", ())),
                alone=rule.get("annars_inget", False),
            )
            for id_, rule in content["regler"].items()
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{path}: krisreglerna går inte att använda ({error!r}). Kör `make check`.") from error
