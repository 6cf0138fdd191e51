"""The word lists in data/lexikon/: concepts, each with the forms people write."""

from pathlib import Path

from bot.content.yaml_file import read_yaml
from bot.errors import ContentError


def load_lexicon(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the forms of every concept in the folder's files. Raise ContentError on a file that cannot be used."""
    lexicon: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.yml")):
        try:
            concepts = (read_yaml(path) or {}).get("begrepp") or {}
            lexicon |= {id_: tuple(str(form) for form in concept["former"]) for id_, concept in concepts.items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise ContentError(f"{path}: ordlistan går inte att använda ({error!r}). Kör `make check`.") from error
    return lexicon
