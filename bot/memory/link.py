"""The connection to Redis: quick to give up, quick to come back, and only to one that writes nothing to disk."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError, RedisError, TimeoutError

from bot.errors import ConfigurationError, MemoryUnreachable

ANSWER_SECONDS = 1.0
# How long nobody asks a Redis that has just not answered, so that a turn waits for it once.
PAUSE_SECONDS = 1.0
LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


class RedisLink:
    """A Redis that may be gone, hung or started anew at any time."""

    def __init__(self, url: str) -> None:
        _refuse_open(url)
        # Once more at once where the connection is gone, as after a restart of Redis; never after a time-out.
        retry = Retry(NoBackoff(), 1, supported_errors=(ConnectionError,))
        self._redis: Redis = Redis.from_url(
            url,
            decode_responses=True,
            socket_timeout=ANSWER_SECONDS,
            socket_connect_timeout=ANSWER_SECONDS,
            retry=retry,
            retry_on_error=[ConnectionError],
        )
        self._silent_until = 0.0
        self._keeps_off_disk = False

    @asynccontextmanager
    async def reach(self, *, anew: bool = False) -> AsyncIterator[Redis]:
        """Lend the client. Raise MemoryUnreachable if Redis fails; ConfigurationError if it writes to disk.

        `anew` asks also during the pause after a failure.
        """
        if time.monotonic() < self._silent_until and not anew:
            raise MemoryUnreachable("Redis did not answer a moment ago.")
        try:
            if anew or not self._keeps_off_disk:
                await self._refuse_disk()
            yield self._redis
            self._silent_until = 0.0
        except (ConnectionError, TimeoutError, OSError) as error:
            self._silent_until = time.monotonic() + PAUSE_SECONDS
            self._keeps_off_disk = False  # it may come back with other settings
            raise MemoryUnreachable(f"Redis does not answer: {type(error).__name__}.") from error
        except RedisError as error:
            raise MemoryUnreachable(f"Redis refuses: {type(error).__name__}.") from error

    async def _refuse_disk(self) -> None:
        kept = {**await self._redis.config_get("save"), **await self._redis.config_get("appendonly")}
        for name, nothing in (("save", ""), ("appendonly", "no")):
            if kept.get(name) != nothing:
                raise ConfigurationError(
                    f"Redis writes what visitors say to disk: '{name}' is '{kept.get(name)}', expected '{nothing}'. "
                    f"Start it with --save '' --appendonly no."
                )
        self._keeps_off_disk = True


def _refuse_open(url: str) -> None:
    """Raise ConfigurationError if what visitors say would cross a network in the clear, or to whoever asks."""
    parts = urlsplit(url)
    local = parts.scheme == "unix" or (parts.scheme in ("redis", "rediss") and parts.hostname in LOCAL_HOSTS)
    if not local and not (parts.scheme == "rediss" and parts.hostname and parts.password):
        raise ConfigurationError(
            f"OROSBOTEN_REDIS_URL begins with '{parts.scheme}://'; expected unix:///path, redis://127.0.0.1:port/0, "
            "or for another machine rediss://:password@host:port/0 (TLS and a password)."
        )
