"""The words that tell a name, an address or an account from everything else."""

from functools import cache
from pathlib import Path
from typing import Any

from bot.content.yaml_file import read_yaml

HERE = Path(__file__).parent


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of words.yml or names.yml, in lower case."""
    return frozenset(str(word).casefold() for word in _lists()[name])


@cache
def labels() -> dict[str, str]:
    """Return what is put in the place of each kind, without its brackets."""
    found: dict[str, str] = _lists()["etiketter"]
    return found


@cache
def _lists() -> dict[str, Any]:
    return {**read_yaml(HERE / "words.yml"), **read_yaml(HERE / "names.yml")}
