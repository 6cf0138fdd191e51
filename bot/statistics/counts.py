"""What has been counted since it was last written: in memory, bounded, and never in the way of an answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from bot.statistics.cells import Cell, cells
from bot.statistics.questions import keepable

# What counts in a few days take up some hundred cells; so many are weeks without a database.
MAX_CELLS = 20_000
MAX_QUESTIONS = 500


@dataclass
class Batch:
    """Numbers to be added to what is written. `questions` are by their day and their words."""

    numbers: Counter[Cell] = field(default_factory=Counter)
    questions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return bool(self.numbers or self.questions)


class Counts:
    """Counts turns. Used by the server's event loop alone."""

    def __init__(self, time_zone: tzinfo, *, keep_unrecognised: bool = False) -> None:
        self._time_zone = time_zone
        self._keep_unrecognised = keep_unrecognised
        self._held = Batch()

    def add(self, replies: Sequence[dict[str, Any]], *, seconds: float, is_first: bool, words: str = "") -> None:
        """Count a turn: its replies, how long they took, and whether it opened a conversation.

        `words` are looked at only where the operator keeps what is not understood, and only as a conversation opens.
        """
        now = datetime.now(self._time_zone)
        self._add_numbers(Counter(cells(replies, at=now, seconds=seconds, is_first=is_first)))
        plain = keepable(words, replies) if self._keep_unrecognised and is_first else None
        if plain and len(self._held.questions) < MAX_QUESTIONS:
            self._held.questions[now.date().isoformat(), plain] += 1

    def take(self) -> Batch:
        """Return what has been counted since the last time, and begin from nothing."""
        taken, self._held = self._held, Batch()
        return taken

    def put_back(self, batch: Batch) -> None:
        """Count numbers that could not be written again. Questions are dropped: nobody's words wait for a database."""
        self._add_numbers(batch.numbers)

    def _add_numbers(self, numbers: Counter[Cell]) -> None:
        held = self._held.numbers
        for cell, count in numbers.items():
            if cell in held or len(held) < MAX_CELLS:
                held[cell] += count
