"""Write what has been counted, now and then and at the end, in a thread: no visitor waits for the database."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date

from bot.errors import StatisticsUnreachable
from bot.statistics.counts import Counts
from bot.statistics.store import Store

logger = logging.getLogger(__name__)


class Flusher:
    """Carries counts to the store. What cannot be written is kept, and written when the store is there again."""

    def __init__(self, counts: Counts, store: Store, *, every_seconds: float, today: Callable[[], date]) -> None:
        self._counts, self._store = counts, store
        self._every_seconds, self._today = every_seconds, today
        self._tidied: date | None = None

    async def run(self) -> None:
        """Write for ever, whatever fails."""
        while True:
            await self.flush()
            await asyncio.sleep(self._every_seconds)

    async def flush(self) -> None:
        """Write what there is, and tidy once a day."""
        batch, today = self._counts.take(), self._today()
        try:
            if batch:
                await asyncio.to_thread(self._store.add, batch)
        except StatisticsUnreachable as error:
            self._counts.put_back(batch)
            logger.error("Counts are not written yet. %s", error)
            return
        try:
            if today != self._tidied:
                await asyncio.to_thread(self._store.tidy, today)
                self._tidied = today
        except StatisticsUnreachable as error:
            logger.error("Counts are not tidied yet. %s", error)
