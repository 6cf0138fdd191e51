"""What only Redis must do: be shared, set a time on every key, fail fast, come back, and keep off the disk."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import ConfigurationError, MemoryUnreachable
from bot.memory import Conversation
from bot.memory.keys import OPEN
from bot.memory.shared import RedisMemory
from bot.settings import Settings
from tests.redis_server import RedisServer

PATIENCE = 5.0


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    redis = RedisServer(tmp_path)
    yield redis
    redis.stop()


def memory_of(redis: RedisServer, **changes: int) -> RedisMemory:
    return RedisMemory(Settings(redis_url=redis.url, **changes))


def test_two_processes_see_one_conversation_and_take_turns(redis_server: RedisServer) -> None:
    async def scenario() -> None:
        first, second = memory_of(redis_server), memory_of(redis_server)
        await first.start(Conversation("a"))
        assert await first.begin_turn("a") and not await second.begin_turn("a")
        await first.keep_tracker("a", "hej")
        await first.end_turn(await first.find("a"))
        assert await second.tracker("a") == "hej" and (await second.find("a")).turns == 1
        assert await first.use_once("x") and not await second.use_once("x")

    asyncio.run(scenario())


def test_every_key_has_its_last_second_set(redis_server: RedisServer) -> None:
    async def scenario() -> None:
        memory = memory_of(redis_server, idle_seconds=100, max_age_seconds=150)
        await memory.start(Conversation("a"))
        await memory.begin_turn("a")
        await memory.keep_tracker("a", "hej")
        await memory.end_turn(await memory.find("a"))
        await memory.begin_turn("a")
        await memory.forget_words(Conversation("a"))
        await memory.use_once("x")

    asyncio.run(scenario())
    times = {key: redis_server.client.ttl(key) for key in redis_server.client.keys("*")}
    assert len(times) == 5 and all(seconds > 0 for seconds in times.values()), times
    assert all(seconds <= 150 for key, seconds in times.items() if "ticket" not in key), times


def test_what_redis_should_have_dropped_is_dropped_and_counted(redis_server: RedisServer) -> None:
    async def scenario() -> None:
        memory = memory_of(redis_server)
        await memory.start(Conversation("a"))
        redis_server.client.persist("orosboten:tracker:a")
        redis_server.client.zadd(OPEN, {"a": 1})
        assert await memory.sweep() == 1 and await memory.sweep() == 0
        assert redis_server.client.keys("*:a") == []

    asyncio.run(scenario())


@pytest.mark.parametrize("how", ["kill", "hang"])
def test_a_redis_that_fails_is_given_up_soon_and_found_again(redis_server: RedisServer, how: str) -> None:
    async def scenario() -> None:
        memory = memory_of(redis_server)
        await memory.start(Conversation("a"))
        getattr(redis_server, how)()
        started = time.monotonic()
        for _ in range(20):
            with pytest.raises(MemoryUnreachable):
                await memory.find("a")
        assert time.monotonic() - started < PATIENCE, "each call waited for a Redis that had just failed"
        redis_server.start() if how == "kill" else redis_server.wake()
        await memory.check()
        await asyncio.sleep(1.1)
        await memory.start(Conversation("b"))
        assert await memory.find("b")

    asyncio.run(scenario())


@pytest.mark.parametrize(("option", "value"), [("save", "60 1"), ("appendonly", "yes")])
def test_a_redis_that_writes_to_disk_is_refused(redis_server: RedisServer, option: str, value: str) -> None:
    redis_server.client.config_set(option, value)
    with pytest.raises(ConfigurationError, match=option):
        asyncio.run(memory_of(redis_server).start(Conversation("a")))
    assert redis_server.client.keys("*") == []


def test_nothing_is_on_disk_when_redis_has_ended(tmp_path: Path) -> None:
    redis = RedisServer(tmp_path)

    async def scenario() -> None:
        await memory_of(redis).start(Conversation("a"))
        await memory_of(redis).keep_tracker("a", "hej")

    asyncio.run(scenario())
    assert redis.client.get("orosboten:tracker:a") == "hej"
    redis.client.shutdown()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "url",
    [
        "redis://example.org:6379/0",
        "redis://:password@example.org:6379/0",
        "rediss://example.org:6379/0",
        "http://127.0.0.1/",
        "redis.sock",
    ],
)
def test_a_redis_elsewhere_without_tls_or_password_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="OROSBOTEN_REDIS_URL"):
        RedisMemory(Settings(redis_url=url))


def test_a_password_is_never_shown() -> None:
    with pytest.raises(ConfigurationError) as refused:
        RedisMemory(Settings(redis_url="redis://:hemligt@example.org:6379/0"))
    assert "hemligt" not in str(refused.value) + repr(Settings(redis_url="redis://:hemligt@localhost/0"))


def test_a_connection_with_tls_and_password_works(tmp_path: Path, tls_redis: tuple[RedisServer, str]) -> None:
    _, url = tls_redis

    async def scenario() -> None:
        memory = RedisMemory(Settings(redis_url=url))
        await memory.start(Conversation("a"))
        assert await memory.find("a")
        stranger = RedisMemory(Settings(redis_url=url.replace("hemligt", "gissning")))
        with pytest.raises(MemoryUnreachable):
            await stranger.find("a")

    asyncio.run(scenario())
