"""Start and stop the servers that are compared, and ask the system what they use."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

READY_SECONDS = 300


@dataclass(frozen=True)
class Server:
    """A server under test: its processes' commands, where it runs, and where it answers."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    folder: Path
    port: int
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@dataclass
class Running:
    """A server that has answered for the first time, `ready_seconds` after its start."""

    server: Server
    processes: list[subprocess.Popen[bytes]]
    ready_seconds: float = 0.0

    def memory_mb(self) -> float:
        """Return the resident memory of all its processes, in MB."""
        return sum(_resident_kb(process.pid) for process in self.processes) / 1024


@contextmanager
def running(server: Server) -> Iterator[Running]:
    """Start a server, wait for its first answer, and stop it in the end."""
    environment = os.environ | {"RASA_TELEMETRY_ENABLED": "false"} | server.environment
    started = time.perf_counter()
    processes = [
        subprocess.Popen(
            command,
            cwd=server.folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for command in server.commands
    ]
    try:
        _wait_until_it_answers(server, processes)
        yield Running(server, processes, time.perf_counter() - started)
    finally:
        for process in processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_until_it_answers(server: Server, processes: list[subprocess.Popen[bytes]]) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        if any(process.poll() is not None for process in processes):
            raise RuntimeError(f"{server.name}: a process ended at once: {server.commands} in {server.folder}")
        try:
            urllib.request.urlopen(server.url, timeout=1).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"{server.name}: no answer on {server.url} within {READY_SECONDS} s")


def _resident_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
