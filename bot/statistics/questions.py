"""Questions that were not understood: what may be kept of one, and what makes two the same."""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

# A long message is somebody's story, not a question that others ask too.
MAX_CHARACTERS = 120
_APART = re.compile(r"[^\w\[\]]+")


def keepable(words: str, replies: Sequence[dict[str, Any]]) -> str | None:
    """Return the question in plain letters, or None: one that was understood, is long, or met an emergency card."""
    kinds = {reply["kind"] for reply in replies}
    plain = _APART.sub(" ", words.casefold()).strip()
    if "unknown" not in kinds or "crisis" in kinds or not 0 < len(plain) <= MAX_CHARACTERS:
        return None
    return plain


def fingerprint(plain: str) -> str:
    """Return a name for a question from which it cannot be read."""
    return hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()
