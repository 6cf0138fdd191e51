"""Read a YAML file fast, and say in Swedish what is wrong with one that is no YAML."""

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
