"""Drop what is over, also when nobody asks for it, and know what should have been gone before."""

import asyncio
import logging

from bot.errors import OrosbotenError
from bot.memory.conversation import Memory

logger = logging.getLogger(__name__)
SWEEP_SECONDS = 10.0


class Sweeper:
    """Sweeps every ten seconds. `overdue` is how much lived too long; `held` is how many conversations are open."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.overdue = 0
        self.held = 0

    async def run(self) -> None:
        """Sweep for ever, whatever fails."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                self.overdue, self.held = await self._memory.sweep(), await self._memory.count()
            except OrosbotenError as error:
                logger.error("Nothing was swept. %s", error)
                continue
            except Exception as error:  # The outermost edge of its task: it must sweep again.
                logger.error("Nothing was swept: %s.", type(error).__name__)
                self.overdue = max(self.overdue, 1)  # nobody knows, so the alarm is raised
                continue
            if self.overdue:
                logger.error("Conversations held too long: %d. Restart the server.", self.overdue)
