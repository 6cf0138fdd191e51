"""Sees what outlives its conversation, also what the memory believes it has dropped."""

import time
import weakref
from typing import Any


class Leftovers:
    """Remembers when each tracker was last kept, without keeping any of them alive."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[weakref.ref[Any], float]] = {}

    def note(self, tracker: Any) -> None:
        """Note that a tracker is kept now."""
        key = id(tracker)
        self._seen[key] = (weakref.ref(tracker, lambda _: self._seen.pop(key, None)), time.monotonic())

    def number(self) -> int:
        """Return how many of them still exist."""
        return len(self._seen)

    def older_than(self, seconds: float) -> int:
        """Return how many trackers still exist that were last kept longer ago than that."""
        before = time.monotonic() - seconds
        return sum(kept < before for _, kept in list(self._seen.values()))
