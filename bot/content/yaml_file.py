"""Read a YAML file fast, and find the line where something stands in it."""

from pathlib import Path
from typing import Any

import yaml

from bot.errors import ContentError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """Return the parsed content of a file. Raise ContentError with file and line if it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            f"{path}:{line}: filen går inte att läsa som YAML ({error.problem}). "
            "Titta på raden: oftast är det ett indrag, ett kolon eller ett citattecken som fattas."
        ) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(
            f"{path}:1: filen har tecken som inte går att läsa. Spara den som UTF-8 utan styrtecken."
        ) from error


def line_of(path: Path, *keys: str | int) -> int:
    """Return the line (from 1) where the value under the keys begins; of the last key found if one is missing."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    line = 1
    for key in keys:
        found = _child(node, key)
        if found is None:
            return line
        line, node = found
    return line


def _child(node: Any, key: str | int) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            if key_node.value == str(key):
                return key_node.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None
