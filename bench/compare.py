"""What is measured: each figure for ours, stock and the floor, one after the other in the same round."""

import resource
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
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


@dataclass(frozen=True)
class Command:
    """A command, where it runs and with which settings."""

    words: Sequence[str]
    folder: Path
    environment: dict[str, str]


@dataclass
class Figures:
    """Every value measured, by figure and server. Times in milliseconds, sizes in MB."""

    values: dict[str, dict[str, list[float]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def add(self, figure: str, server: str, *values: float) -> None:
        """Keep values of a figure."""
        self.values[figure][server].extend(values)


def time_command(figures: Figures, figure: str, server: str, *commands: Command) -> float:
    """Add how many seconds commands take, by the clock and of processor time; return the first.

    Raise CalledProcessError with what it said if one fails.
    """
    started, used = time.perf_counter(), _children()
    for command in commands:
        subprocess.run(command.words, cwd=command.folder, env=command.environment, check=True, capture_output=True)
    seconds = time.perf_counter() - started
    figures.add(f"{figure}, s", server, seconds)
    figures.add(f"{figure}, processor s", server, _children() - used)
    return seconds


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure_start(figures: Figures, servers: Sequence[Server]) -> None:
    """Start each server once: seconds until it answers, and memory then."""
    for server in servers:
        with running(server) as up:
            figures.add("start → ready, s", server.name, up.ready_seconds)
            figures.add("memory, idle, MB", server.name, up.memory_mb())


def measure_turns(figures: Figures, servers: Sequence[Server], *, rounds: int, turns: int) -> None:
    """Turns over HTTP with all servers up, one after the other in each round: latency, and messages a second."""
    with ExitStack() as stack:
        up = [stack.enter_context(running(server)) for server in servers]
        for server in servers:
            talk(JOIN[server.name], server.url, visitors=4, messages=ANSWERED + WITH_ACTION, turns=5)
        for _ in range(rounds):
            for server in servers:
                _with_an_action(figures, server, turns)
                _long_conversation(figures, server)
            for visitors in VISITORS:
                for server in servers:
                    _at_once(figures, server, visitors, max(2, turns // visitors))
        for each in up:
            for _ in range(10):
                talk(JOIN[each.server.name], each.server.url, visitors=100, messages=ANSWERED, turns=1)
            figures.add("memory after 1,000 conversations, MB", each.server.name, each.memory_mb())


def _with_an_action(figures: Figures, server: Server, turns: int) -> None:
    times, _ = talk(JOIN[server.name], server.url, visitors=1, messages=WITH_ACTION, turns=turns)
    figures.add("turn with an action, ms", server.name, *(1000 * t for t in times[0]))


def _at_once(figures: Figures, server: Server, visitors: int, turns: int) -> None:
    times, rate = talk(JOIN[server.name], server.url, visitors=visitors, messages=ANSWERED, turns=turns)
    figures.add(f"turn, {visitors} visitors, ms", server.name, *(1000 * t for one in times for t in one))
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
