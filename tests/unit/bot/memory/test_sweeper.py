"""The sweeper: it never stops, and what it finds or cannot look for is told."""

import asyncio
import logging
from collections.abc import Callable

import pytest

from bot.errors import MemoryUnreachable
from bot.memory import Conversation, LocalMemory
from bot.memory.sweeper import Sweeper
from bot.settings import Settings


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.memory.sweeper.SWEEP_SECONDS", 0.01)


class Failing(LocalMemory):
    """A memory that fails until it is mended, as Redis does while it is gone."""

    def __init__(self, error: Exception) -> None:
        super().__init__(Settings())
        self.error: Exception | None = error

    async def sweep(self) -> int:
        if self.error:
            raise self.error
        return await super().sweep()


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what the sweeper has written."""
    return [record.getMessage() for record in caplog.records if record.name == "bot.memory.sweeper"]


async def swept(sweeper: Sweeper, until: Callable[[], bool]) -> None:
    """Let it sweep until something is true."""
    task = asyncio.create_task(sweeper.run())
    for _ in range(500):
        await asyncio.sleep(0.01)
        if until():
            break
    assert until() and not task.done()
    task.cancel()


def test_an_old_conversation_is_dropped_though_nobody_asks_for_it() -> None:
    async def scenario() -> None:
        memory = LocalMemory(Settings(max_age_seconds=1, idle_seconds=100))
        await memory.start(Conversation("a"))
        sweeper = Sweeper(memory)
        await swept(sweeper, lambda: sweeper.held == 1)
        await swept(sweeper, lambda: sweeper.held == 0)
        assert sweeper.overdue == 0 and len(memory._held) == 0

    asyncio.run(scenario())


def test_a_memory_that_does_not_answer_is_told_and_swept_again(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> None:
        memory = Failing(MemoryUnreachable("Redis does not answer."))
        await memory.start(Conversation("a"))
        sweeper = Sweeper(memory)
        await swept(sweeper, lambda: bool(told(caplog)))
        assert sweeper.overdue == 0
        memory.error = None
        await swept(sweeper, lambda: sweeper.held == 1)

    with caplog.at_level(logging.ERROR, "bot"):
        asyncio.run(scenario())
    assert set(told(caplog)) == {"Nothing was swept. Redis does not answer."}


def test_a_sweep_that_fails_in_any_other_way_raises_the_alarm_until_one_succeeds(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scenario() -> None:
        memory = Failing(KeyError("kanariefågel"))
        await memory.start(Conversation("a"))
        sweeper = Sweeper(memory)
        await swept(sweeper, lambda: sweeper.overdue == 1)
        memory.error = None
        await swept(sweeper, lambda: sweeper.held == 1)
        assert sweeper.overdue == 0

    with caplog.at_level(logging.ERROR, "bot"):
        asyncio.run(scenario())
    assert set(told(caplog)) == {"Nothing was swept: KeyError."}
