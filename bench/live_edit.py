"""How long an edited answer takes to be served."""

import asyncio
import re
import time
from pathlib import Path

import aiohttp

from bench.compare import Figures
from bench.servers import Server, running

ROUNDS = 3
PAUSE_SECONDS = 0.05
MOST_SECONDS = 60


def measure_edit(figures: Figures, server: Server, data: Path) -> None:
    """Edit an answer in a running server, and ask for it until the new word comes."""
    topic = data / "orostelefonen" / "kostnad.yml"
    with running(server):
        for number in range(ROUNDS):
            word = f"gratis{number}"
            before = topic.read_text(encoding="utf-8")
            topic.write_text(re.sub(r"gratis\d?", word, before, count=1), encoding="utf-8")
            started = time.perf_counter()
            asyncio.run(asyncio.wait_for(_ask_until(server.url, word), MOST_SECONDS))
            figures.add("edited answer → live, ms", server.name, 1000 * (time.perf_counter() - started))


async def _ask_until(url: str, word: str) -> None:
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.post(f"{url}/api/conversations", json={}) as response:
                headers = {"Authorization": f"Bearer {(await response.json())['token']}"}
            body = {"choice": "kostnad"}
            async with session.post(f"{url}/api/messages", json=body, headers=headers) as response:
                if word in await response.text():
                    return
            await asyncio.sleep(PAUSE_SECONDS)
