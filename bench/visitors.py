"""Visitors who talk, each in a conversation of their own, one message after the other."""

import asyncio
import time
import uuid
from collections.abc import Awaitable, Callable, Sequence

import aiohttp

Say = Callable[[str], Awaitable[None]]
Join = Callable[[aiohttp.ClientSession, str], Awaitable[Say]]


async def join_ours(session: aiohttp.ClientSession, url: str) -> Say:
    """Open a conversation with this bot."""
    async with session.post(f"{url}/api/conversations", json={}) as response:
        token = (await response.json())["token"]
    headers = {"Authorization": f"Bearer {token}"}

    async def say(text: str) -> None:
        async with session.post(f"{url}/api/messages", json={"text": text}, headers=headers) as response:
            said = await response.json()
            assert response.status == 200 and said["messages"], said

    return say


async def join_stock(session: aiohttp.ClientSession, url: str) -> Say:
    """Open a conversation with stock Rasa."""
    sender = uuid.uuid4().hex

    async def say(text: str) -> None:
        body = {"sender": sender, "message": text}
        async with session.post(f"{url}/webhooks/rest/webhook", json=body) as response:
            assert await response.json() is not None

    return say


async def join_floor(session: aiohttp.ClientSession, url: str) -> Say:
    """Send JSON to the bare server."""

    async def say(text: str) -> None:
        async with session.post(f"{url}/echo", json={"text": text}) as response:
            await response.json()

    return say


def talk(
    join: Join, url: str, *, visitors: int, messages: Sequence[str], turns: int
) -> tuple[list[list[float]], float]:
    """Let so many visitors each say so many messages; return each one's seconds a turn, and messages a second."""
    return asyncio.run(_talk(join, url, visitors, messages, turns))


async def _talk(
    join: Join, url: str, visitors: int, messages: Sequence[str], turns: int
) -> tuple[list[list[float]], float]:
    timeout, connector = aiohttp.ClientTimeout(total=120), aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
        sayers = [await join(session, url) for _ in range(visitors)]
        started = time.perf_counter()
        times = await asyncio.gather(*(_visit(say, messages, turns, n) for n, say in enumerate(sayers)))
        return list(times), visitors * turns / (time.perf_counter() - started)


async def _visit(say: Say, messages: Sequence[str], turns: int, offset: int) -> list[float]:
    times = []
    for turn in range(turns):
        started = time.perf_counter()
        await say(messages[(offset + turn) % len(messages)])
        times.append(time.perf_counter() - started)
    return times
