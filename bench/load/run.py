"""`python -m bench.load.run --help`: start bots, let locust's visitors at them, and say how it went."""

import argparse
import os
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

from bench.load.locusts import Row, percentile, run_locust, turns_in
from bench.load.servers import Bots, bots

SAMPLE_SECONDS = 10
# Until then a bot grows to its size: caches, the first turns.
WARM_SAMPLES = 60 // SAMPLE_SECONDS
FLAT = 0.05


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
        rows = run_locust(servers.url, options.kind, options.visitors, options.seconds)
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


def _tell(rows: list[Row], seconds: float, options: argparse.Namespace) -> None:
    print(f"{options.visitors} × {options.kind}, {options.workers} worker(s), {seconds:.0f} s, {os.cpu_count()} cores")
    print("| request | number | a second | p50 ms | p95 ms | p99 ms | failures |\n|---|---|---|---|---|---|---|")
    for row in rows:
        times = " | ".join(f"{percentile(row['response_times'], share):.0f}" for share in (0.5, 0.95, 0.99))
        count = row["num_requests"]
        print(f"| {row['name']} | {count} | {count / seconds:.1f} | {times} | {row['num_failures']} |")


def _tell_of_machines(rows: list[Row], memory: Memory, used: float) -> None:
    print(f"processor, ms a turn with all that belongs to it: {1000 * used / max(1, turns_in(rows)):.1f}")
    print("memory, MB, every 10 s: " + " ".join(f"{sample:.0f}" for sample in memory.samples))
    print(f"memory after the first minute: {_flatness(memory.samples[WARM_SAMPLES:])}")


def _flatness(samples: list[float]) -> str:
    """Return in words how far memory has strayed from what it was to begin with."""
    if len(samples) < 2:
        return "the run was too short to tell"
    low, high = min(samples) / samples[0] - 1, max(samples) / samples[0] - 1
    flat = "flat" if max(-low, high) <= FLAT else "NOT flat"
    return f"{100 * low:+.1f} to {100 * high:+.1f} %, {flat} within {100 * FLAT:.0f} %"


if __name__ == "__main__":
    main()
