"""`python -m bench.load.run --help`: start bots, let locust's visitors at them, and say how it went."""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.load.servers import Bots, bots

ROOT = Path(__file__).parents[2]
SAMPLE_SECONDS = 10
LOCUST = Path(__file__).with_name("visitor.py")


@dataclass
class Memory:
    """Resident memory of the bots, in MB, every ten seconds."""

    samples: list[float] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def watch(self, servers: Bots) -> None:
        """Take samples until told to stop."""
        while not self._stop.wait(SAMPLE_SECONDS):
            self.samples.append(servers.memory_mb())

    def stop(self) -> None:
        """Take no more."""
        self._stop.set()


def main() -> None:
    """Run one load, and print what came of it."""
    options = _options()
    with ExitStack() as stack:
        servers = stack.enter_context(bots(options.workers, redis=options.redis))
        memory = Memory([servers.memory_mb()])
        watcher = threading.Thread(target=memory.watch, args=(servers,), daemon=True)
        watcher.start()
        started, used = time.monotonic(), servers.cpu_seconds()
        rows = _load(servers.url, options)
        seconds, used = time.monotonic() - started, servers.cpu_seconds() - used
        memory.stop()
        memory.samples.append(servers.memory_mb())
    _tell(rows, seconds, options)
    _tell_of_machines(rows, memory, used)
    if any(row["num_failures"] for row in rows):
        sys.exit("There were failures.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=200)
    parser.add_argument("--kind", choices=["Visitor", "Hurried", "Flooder"], default="Visitor")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--workers", type=int, default=1, help="more than one: behind haproxy, with a Redis")
    parser.add_argument("--redis", action="store_true", help="a Redis also for one worker")
    return parser.parse_args()


def _load(url: str, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Return locust's figures, one row for each kind of request."""
    rate = max(1, options.visitors // 10)
    command = [sys.executable, "-m", "locust", "-f", str(LOCUST), options.kind, "--headless", "--host", url]
    command += ["-u", str(options.visitors), "-r", str(rate), "-t", f"{options.seconds}s", "--only-summary"]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, cwd=ROOT)
    if not done.stdout.strip():
        raise RuntimeError(f"locust failed: {done.stderr}")
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def _tell(rows: list[dict[str, Any]], seconds: float, options: argparse.Namespace) -> None:
    print(f"{options.visitors} × {options.kind}, {options.workers} worker(s), {seconds:.0f} s, {os.cpu_count()} cores")
    print("| request | number | a second | p50 ms | p95 ms | p99 ms | failures |\n|---|---|---|---|---|---|---|")
    for row in rows:
        times = " | ".join(f"{_percentile(row['response_times'], share):.0f}" for share in (0.5, 0.95, 0.99))
        count = row["num_requests"]
        print(f"| {row['name']} | {count} | {count / seconds:.1f} | {times} | {row['num_failures']} |")


def _tell_of_machines(rows: list[dict[str, Any]], memory: Memory, used: float) -> None:
    turns = sum(row["num_requests"] for row in rows if "turn" in row["name"])
    print(f"processor, ms a turn with all that belongs to it: {1000 * used / max(1, turns):.1f}")
    print("memory, MB, every 10 s: " + " ".join(f"{sample:.0f}" for sample in memory.samples))


def _percentile(times: dict[str, int], share: float) -> float:
    """Return the time within which a share of the requests was answered, from locust's counts by time."""
    left = share * sum(times.values())
    for milliseconds, count in sorted((float(key), value) for key, value in times.items()):
        left -= count
        if left <= 0:
            return milliseconds
    return 0.0


if __name__ == "__main__":
    main()
