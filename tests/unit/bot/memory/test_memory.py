"""Both memories keep the same promises; Redis is a real one."""

import asyncio
import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import MemoryFull
from bot.memory import Conversation, Memory, make_memory
from bot.memory.local import LocalMemory
from bot.settings import Settings
from tests.redis_server import RedisServer

Make = Callable[..., Memory]


@pytest.fixture(params=["local", "redis"])
def make(request: pytest.FixtureRequest, tmp_path: Path):
    redis = RedisServer(tmp_path) if request.param == "redis" else None
    yield lambda **changes: make_memory(Settings(redis_url=redis.url if redis else "", **changes))
    if redis:
        redis.stop()


class Tracker:
    """Stands for Rasa's."""


def kept(memory: Memory, text: str) -> object:
    """Return something that this memory can keep as a tracker."""
    return text if memory.is_shared else Tracker()


def test_what_is_kept_is_found_again(make: Make) -> None:
    async def scenario() -> None:
        memory = make()
        await memory.start(Conversation("a", reader="ung"))
        tracker = kept(memory, "hej")
        await memory.keep_tracker("a", tracker)
        assert await memory.tracker("a") == tracker and await memory.tracker("b") is None
        found = await memory.find("a")
        assert (found.sender_id, found.reader, found.turns) == ("a", "ung", 0)
        assert await memory.find("b") is None

    asyncio.run(scenario())


def test_an_idle_conversation_is_gone(make: Make) -> None:
    async def scenario() -> None:
        memory = make(idle_seconds=1)
        await memory.start(Conversation("a"))
        await memory.keep_tracker("a", kept(memory, "hej"))
        await asyncio.sleep(1.1)
        assert await memory.find("a") is None and await memory.tracker("a") is None
        assert await memory.count() == 0 and await memory.sweep() == 0

    asyncio.run(scenario())


def test_a_conversation_lives_on_with_each_turn_but_not_for_ever(make: Make) -> None:
    async def scenario() -> None:
        memory = make(idle_seconds=2, max_age_seconds=3)
        await memory.start(Conversation("a"))
        await memory.keep_tracker("a", kept(memory, "hej"))
        await asyncio.sleep(1.2)
        assert await memory.find("a")
        await asyncio.sleep(1.2)
        assert await memory.find("a"), "it was idle for less than its two seconds"
        await asyncio.sleep(1.2)
        assert await memory.find("a") is None and await memory.tracker("a") is None

    asyncio.run(scenario())


def test_a_conversation_that_is_ended_does_not_come_back_with_a_late_answer(make: Make) -> None:
    async def scenario() -> None:
        memory = make()
        await memory.start(Conversation("a"))
        await memory.forget("a")
        await memory.keep_tracker("a", kept(memory, "hej"))
        await memory.end_turn(Conversation("a"))
        assert await memory.find("a") is None and await memory.tracker("a") is None and await memory.count() == 0

    asyncio.run(scenario())


def test_words_can_be_forgotten_while_the_conversation_goes_on(make: Make) -> None:
    async def scenario() -> None:
        memory = make()
        conversation = Conversation("a", turns=7)
        await memory.start(conversation)
        await memory.keep_tracker("a", kept(memory, "hej"))
        await memory.forget_words(conversation)
        assert conversation.turns == 0 and await memory.tracker("a") is None
        await memory.keep_tracker("a", kept(memory, "hej igen"))
        assert await memory.tracker("a")

    asyncio.run(scenario())


def test_turns_are_taken_one_at_a_time_and_counted(make: Make) -> None:
    async def scenario() -> None:
        memory = make()
        await memory.start(Conversation("a"))
        assert await memory.begin_turn("a") and not await memory.begin_turn("a")
        await memory.end_turn(await memory.find("a"))
        assert await memory.begin_turn("a")
        assert (await memory.find("a")).turns == 1

    asyncio.run(scenario())


def test_newcomers_are_refused_when_it_is_full_and_let_in_when_somebody_leaves(make: Make) -> None:
    async def scenario() -> None:
        memory = make(max_conversations=2)
        await memory.start(Conversation("a"))
        await memory.start(Conversation("b"))
        with pytest.raises(MemoryFull):
            await memory.start(Conversation("c"))
        assert await memory.find("a") and await memory.count() == 2
        await memory.forget("a")
        await memory.start(Conversation("c"))

    asyncio.run(scenario())


def test_a_ticket_is_good_once(make: Make) -> None:
    async def scenario() -> None:
        memory = make()
        assert await memory.use_once("x") and not await memory.use_once("x") and await memory.use_once("y")

    asyncio.run(scenario())


def test_what_lives_on_after_its_time_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        monkeypatch.setattr("bot.memory.local.GRACE_SECONDS", 0)
        memory, tracker = LocalMemory(Settings(idle_seconds=1)), Tracker()
        await memory.start(Conversation("a"))
        await memory.keep_tracker("a", tracker)
        assert await memory.sweep() == 0
        await asyncio.sleep(1.1)
        assert await memory.tracker("a") is None
        assert await memory.sweep() == 1, "the memory has dropped it, but it is still there"
        del tracker
        assert await memory.sweep() == 0

    asyncio.run(scenario())


@pytest.mark.parametrize("how", ["forget", "forget_words", "replaced", "idle"])
def test_what_is_dropped_is_gone_at_the_next_sweep_though_it_stands_in_a_circle(how: str) -> None:
    async def scenario() -> None:
        memory, tracker = LocalMemory(Settings(idle_seconds=1)), Tracker()
        tracker.itself = tracker
        gone = weakref.ref(tracker)
        await memory.start(Conversation("a"))
        await memory.keep_tracker("a", tracker)
        del tracker
        await memory.sweep()
        assert gone(), "it was dropped while its conversation went on"
        if how == "forget":
            await memory.forget("a")
        elif how == "forget_words":
            await memory.forget_words(Conversation("a"))
        elif how == "replaced":
            await memory.keep_tracker("a", Tracker())
        else:
            await asyncio.sleep(1.1)
            await memory.count()  # as when somebody else comes first
        await memory.sweep()
        assert gone() is None

    gc.disable()
    try:
        asyncio.run(scenario())
    finally:
        gc.enable()
