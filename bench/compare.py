"""What is measured: each figure for ours, stock and the floor, one after the other in the same round."""

import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.servers import Server, running
from bench.visitors import Join, join_floor, join_ours, join_stock, talk

VISITORS = (1, 8, 32, 128)
JOIN: dict[str, Join] = {"ours": join_ours, "stock": join_stock, "floor": join_floor}
ANSWERED = (
    "när har ni öppet",
    "kostar det något att ringa",
    "är det olagligt att vara nazist",
    "syns det på räkningen",
)
WITH_ACTION = ("jag vill prata med en människa",)


@dataclass
class Figures:
    """Every value measured, by figure and server. Times in milliseconds, sizes in MB."""

    values: dict[str, dict[str, list[float]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def add(self, figure: str, server: str, *values: float) -> None:
        """Keep values of a figure."""
        self.values[figure][server].extend(values)


def time_command(command: Sequence[str], folder: Path, environment: dict[str, str]) -> float:
    """Return how many seconds a command takes. Raise CalledProcessError with what it said if it fails."""
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def measure_start(figures: Figures, servers: Sequence[Server]) -> None:
    """Start each server once: seconds until it answers, and memory then."""
    for server in servers:
        with running(server) as up:
            figures.add("start → ready, s", server.name, up.ready_seconds)
            figures.add("memory, idle, MB", server.name, up.memory_mb())


def measure_turns(figures: Figures, servers: Sequence[Server], *, rounds: int, turns: int) -> None:
    """Turns over HTTP with all servers up, in rounds: latency and messages a second at each number of visitors."""
    for server in servers:
        with running(server) as up:
            talk(JOIN[server.name], server.url, visitors=4, messages=ANSWERED + WITH_ACTION, turns=5)
            for _ in range(rounds):
                _measure_server(figures, server, turns)
            _long_conversation(figures, server)
            for _ in range(10):
                talk(JOIN[server.name], server.url, visitors=100, messages=ANSWERED, turns=1)
            figures.add("memory after 1,000 conversations, MB", server.name, up.memory_mb())


def _measure_server(figures: Figures, server: Server, turns: int) -> None:
    join = JOIN[server.name]
    times, _ = talk(join, server.url, visitors=1, messages=WITH_ACTION, turns=turns)
    figures.add("turn with an action, ms", server.name, *(1000 * t for t in times[0]))
    for visitors in VISITORS:
        each = max(2, turns // visitors)
        times, rate = talk(join, server.url, visitors=visitors, messages=ANSWERED, turns=each)
        flat = [1000 * t for one in times for t in one]
        figures.add(f"turn, {visitors} visitors, ms", server.name, *flat)
        figures.add(f"messages a second, {visitors} visitors", server.name, rate)


def _long_conversation(figures: Figures, server: Server) -> None:
    times, _ = talk(JOIN[server.name], server.url, visitors=1, messages=ANSWERED, turns=60)
    figures.add("turns 1–10 of a conversation, ms", server.name, *(1000 * t for t in times[0][:10]))
    figures.add("turns 51–60 of a conversation, ms", server.name, *(1000 * t for t in times[0][50:]))


def megabytes(folder: Path) -> float:
    """Return what a folder takes on disk."""
    said = subprocess.run(["du", "-sm", str(folder)], check=True, capture_output=True, text=True).stdout
    return float(said.split()[0])


def fresh(folder: Path) -> Path:
    """Return the folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
