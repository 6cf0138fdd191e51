"""What a visitor may send, and the reason why it was not accepted."""

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from bot.errors import OrosbotenError

# Controls, bidirectional overrides, zero-width and private-use characters, lone surrogates.
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}
_KEPT = {"\n", "\u200d"}
_LEADING_SLASH = re.compile(r"^[\s/／]+")
_RUN = re.compile(r"([^\w\s])\1{3,}")
_CHOICE = re.compile(r"[a-z0-9_]{1,60}")


class BadRequest(OrosbotenError):
    """The request cannot be accepted; `status` is the HTTP status and the text is the reason."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True)
class Turn:
    """What a visitor says: words of their own, or a choice that was offered."""

    text: str = ""
    choice: str | None = None


def read_turn(body: bytes, *, max_characters: int) -> Turn:
    """Return the turn in a JSON body. Raise BadRequest with the reason."""
    fields = read_object(body, allowed={"text", "choice"})
    if len(fields) != 1:
        raise BadRequest("Send either 'text' or 'choice'.")
    if "choice" in fields:
        return Turn(choice=read_choice(fields["choice"]))
    return Turn(text=read_text(fields["text"], max_characters=max_characters))


def read_object(body: bytes, *, allowed: set[str]) -> dict[str, Any]:
    """Return a JSON object with known fields only. Raise BadRequest with the reason."""
    try:
        content = json.loads(body.decode("utf-8"), object_pairs_hook=_no_duplicates)
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python reads
        raise BadRequest("The body is not JSON in UTF-8.") from error
    if not isinstance(content, dict):
        raise BadRequest("The body must be a JSON object.")
    unknown = sorted(set(content) - allowed)
    if unknown:
        raise BadRequest(f"Unknown field. Known: {', '.join(sorted(allowed))}.")
    return content


def read_text(text: Any, *, max_characters: int) -> str:
    """Return a message, cleaned. Raise BadRequest if it is empty, too long or not text."""
    if not isinstance(text, str):
        raise BadRequest("'text' must be a string.")
    if len(text) > max_characters:
        raise BadRequest(f"'text' may have at most {max_characters} characters.", status=413)
    cleaned = clean(text)
    if not cleaned:
        raise BadRequest("'text' is empty.")
    return cleaned


def read_choice(choice: Any) -> str:
    """Return a choice id. Raise BadRequest if it cannot be one."""
    if not isinstance(choice, str) or not _CHOICE.fullmatch(choice):
        raise BadRequest("'choice' must be the id of something that was offered.")
    return choice


def clean(text: str) -> str:
    """Return the text composed (NFC), without invisible characters, leading slashes and runs of punctuation.

    A leading slash is how Rasa is told to skip understanding and fire an intent.
    """
    visible = "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in _INVISIBLE)
    composed = unicodedata.normalize("NFC", visible)
    return _RUN.sub(r"\1\1\1", _LEADING_SLASH.sub("", composed)).strip()


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise BadRequest("A field is given twice.")
    return dict(pairs)
