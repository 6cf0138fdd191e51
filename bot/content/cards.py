"""Whether an emergency card is up: from the first card until the visitor says that it was not so."""

from collections.abc import Iterable
from typing import Any

CARD = "crisis"


def card_is_up(replies: Iterable[dict[str, Any]]) -> bool:
    """Return whether the latest card still stands. `replies` come latest first; a card without a topic lowers it."""
    return next((bool(reply["topic"]) for reply in replies if reply["kind"] == CARD), False)
