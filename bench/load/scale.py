"""`python -m bench.load.scale --help`: one bot against two, behind haproxy with a Redis, all else alike.

Each bot has a fixed slice of processor, the same where it is alone: visitors, proxy and Redis have the rest to
themselves in both, so that the ratio tells of the bots.
"""

import argparse
import statistics
import time
from contextlib import ExitStack

from bench.load.locusts import percentile, run_locust, turns_in
from bench.load.servers import bots
from bench.load.slices import slice_of


def main() -> None:
    """Measure one and two in turns, and print the ratio."""
    options = _options()
    print("| round | bots | turns a second | ms of processor a turn | slices used | turn p50, p95 ms | failures |")
    print("|---|---|---|---|---|---|---|")
    rates: dict[int, list[float]] = {1: [], 2: []}
    for number in range(1, options.rounds + 1):
        for workers in (1, 2) if number % 2 else (2, 1):
            rates[workers].append(_measure(number, workers, options))
    one, two = (statistics.median(rates[workers]) for workers in (1, 2))
    print(f"two against one, medians of {options.rounds}: {two:.1f} / {one:.1f} = {two / one:.2f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cores", type=float, default=0.25, help="what each bot has of a core")
    parser.add_argument("--visitors", type=int, default=10, help="for each bot, none of whom rests")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def _measure(number: int, workers: int, options: argparse.Namespace) -> float:
    """Let visitors at so many bots, print a row, and return turns a second."""
    with ExitStack() as stack:
        servers = stack.enter_context(bots(workers, redis=True, proxy=True))
        for process in servers.processes:
            stack.enter_context(slice_of(process.pid, options.cores))
        started, used = time.monotonic(), servers.cpu_seconds()
        rows = run_locust(servers.url, "Hurried", workers * options.visitors, options.seconds)
        seconds, used = time.monotonic() - started, servers.cpu_seconds() - used
    turns, failures = turns_in(rows), sum(row["num_failures"] for row in rows)
    times = next(row["response_times"] for row in rows if row["name"] == "turn")
    print(f"| {number} | {workers} | {turns / options.seconds:.1f} | {1000 * used / turns:.1f} | "
          f"{100 * used / (seconds * workers * options.cores):.0f} % | "
          f"{percentile(times, 0.5):.0f}, {percentile(times, 0.95):.0f} | {failures} |", flush=True)  # fmt: skip
    return turns / options.seconds


if __name__ == "__main__":
    main()
