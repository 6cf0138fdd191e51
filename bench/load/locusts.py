"""Let locust's visitors at a server, and read its figures."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
VISITORS = Path(__file__).with_name("visitor.py")
Row = dict[str, Any]


def run_locust(url: str, kind: str, visitors: int, seconds: int) -> list[Row]:
    """Return locust's figures, one row for each kind of request. Raise RuntimeError if it fails."""
    rate = max(1, visitors // 10)
    command = [sys.executable, "-m", "locust", "-f", str(VISITORS), kind, "--headless", "--host", url]
    command += ["-u", str(visitors), "-r", str(rate), "-t", f"{seconds}s", "--only-summary"]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, cwd=ROOT)
    if not done.stdout.strip():
        raise RuntimeError(f"locust failed: {done.stderr}")
    rows: list[Row] = json.loads(done.stdout)
    return rows


def turns_in(rows: list[Row]) -> int:
    """Return how many turns were answered."""
    return sum(row["num_requests"] for row in rows if "turn" in row["name"])


def percentile(times: dict[str, int], share: float) -> float:
    """Return the time within which a share of the requests was answered, from locust's counts by time."""
    left = share * sum(times.values())
    for milliseconds, count in sorted((float(key), value) for key, value in times.items()):
        left -= count
        if left <= 0:
            return milliseconds
    return 0.0
