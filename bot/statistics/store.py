"""Where the numbers are written: added to what is there, and made coarser or deleted with time."""

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import Connection, RowMapping

from bot.statistics.cells import WHOLE, Cell
from bot.statistics.counts import Batch
from bot.statistics.link import Link
from bot.statistics.questions import fingerprint
from bot.statistics.tables import NUMBERS, QUESTIONS, adding

# Fewer than this could point somebody out.
FEWEST = 5
QUESTION_DAYS = 30
NUMBER_DAYS = 2 * 366
# Another process, or a visitor at midnight, may still add to yesterday.
OPEN_DAYS = 2


class Store:
    """Reads and writes numbers. Every method blocks, and may raise StatisticsUnreachable."""

    def __init__(self, url: str) -> None:
        self._link = Link(url)

    def add(self, batch: Batch) -> None:
        """Add a batch to what is written: all of it, or nothing."""
        numbers = [{**cell._asdict(), "count": count} for cell, count in sorted(batch.numbers.items())]
        with self._link.reach() as connection:
            if numbers:
                connection.execute(adding(NUMBERS, self._link.dialect), numbers)
            for (day, plain), count in sorted(batch.questions.items()):
                self._add_question(connection, day, plain, count)

    def tidy(self, today: date) -> None:
        """Move the small numbers of days that are over to their months, and delete what is old."""
        oldest = (today - timedelta(days=QUESTION_DAYS)).isoformat()
        with self._link.reach() as connection:
            self._coarsen(connection, (today - timedelta(days=OPEN_DAYS)).isoformat())
            connection.execute(delete(QUESTIONS).where(QUESTIONS.c.day <= oldest))
            connection.execute(
                delete(NUMBERS).where(NUMBERS.c.period < (today - timedelta(days=NUMBER_DAYS)).isoformat())
            )

    def numbers(self, month: str) -> dict[Cell, int]:
        """Return what is written of a month (2026-11) and of its days; 0 is a number too small to be told."""
        with self._link.reach() as connection:
            rows = connection.execute(select(NUMBERS).where(NUMBERS.c.period.startswith(month))).all()
        return {Cell(*names): count for *names, count in rows}

    def months(self) -> list[str]:
        """Return every month that something is written about, in order."""
        month = func.substr(NUMBERS.c.period, 1, 7)
        with self._link.reach() as connection:
            return sorted(connection.execute(select(month).distinct()).scalars())

    def questions(self) -> Counter[str]:
        """Return how often each question was asked; under no words, how often the rare ones together were."""
        words, times = func.max(QUESTIONS.c.words), func.sum(QUESTIONS.c.count)
        asked: Counter[str] = Counter()
        with self._link.reach() as connection:
            for words_, times_ in connection.execute(select(words, times).group_by(QUESTIONS.c.fingerprint)):
                asked[words_ if times_ >= FEWEST else ""] += times_
        return asked

    def _add_question(self, connection: Connection, day: str, plain: str, count: int) -> None:
        """Count a question by its fingerprint; write its words once enough have asked the same."""
        row = {"day": day, "fingerprint": fingerprint(plain), "words": "", "count": count}
        connection.execute(adding(QUESTIONS, self._link.dialect), row)
        same = QUESTIONS.c.fingerprint == row["fingerprint"]
        if connection.execute(select(func.sum(QUESTIONS.c.count)).where(same)).scalar() >= FEWEST:
            connection.execute(update(QUESTIONS).where(same, QUESTIONS.c.day == day).values(words=plain))

    def _coarsen(self, connection: Connection, before: str) -> None:
        for row in _small(connection, before):
            # The row as it was read, or none: another process may have moved it meanwhile.
            same = [column == row[column.name] for column in NUMBERS.columns]
            if connection.execute(update(NUMBERS).where(*same).values(count=0)).rowcount:
                moved = {**row, "period": row["period"][:7], "hours": WHOLE}
                connection.execute(adding(NUMBERS, self._link.dialect), moved)


def _small(connection: Connection, before: str) -> list[RowMapping]:
    is_day = func.length(NUMBERS.c.period) == len("2026-11-24")
    few = NUMBERS.c["count"].between(1, FEWEST - 1)
    return list(connection.execute(select(NUMBERS).where(is_day, few, NUMBERS.c.period < before)).mappings())
