"""Start bots as they run in production: alone, or behind haproxy with a Redis between them."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
READY_SECONDS = 180
# All visitors come from this machine.
UNLIMITED = {"OROSBOTEN_STARTS_A_MINUTE": "1000000", "OROSBOTEN_MESSAGES_A_MINUTE": "1000000"}


@dataclass
class Bots:
    """Bots that run, and where visitors reach them."""

    url: str
    log: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    others: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def memory_mb(self) -> float:
        """Return the resident memory of all bots."""
        return sum(_resident_kb(process.pid) for process in self.processes if process.poll() is None) / 1024

    def cpu_seconds(self) -> float:
        """Return the processor time that all bots have used, which tells more than a clock where others work too."""
        return sum(_cpu_seconds(process.pid) for process in self.processes if process.poll() is None)


@contextmanager
def bots(workers: int, *, redis: bool, proxy: bool = False, **settings: str) -> Iterator[Bots]:
    """Start bots, with a Redis and haproxy where there are several; stop it all in the end."""
    with tempfile.TemporaryDirectory() as folder:
        started = Bots("", Path(folder) / "log.txt")
        try:
            several = workers > 1
            _start(started, workers, Path(folder), redis=redis or several, proxy=proxy or several, settings=settings)
            yield started
        finally:
            for process in [*started.processes, *started.others]:
                process.send_signal(signal.SIGTERM)
                process.wait()


def _start(started: Bots, workers: int, folder: Path, *, redis: bool, proxy: bool, settings: dict[str, str]) -> None:
    environment = os.environ | UNLIMITED | settings
    if redis:
        environment["OROSBOTEN_REDIS_URL"] = f"unix://{folder}/redis.sock"
        options = ["--port", "0", "--unixsocket", f"{folder}/redis.sock", "--save", "", "--appendonly", "no"]
        started.others.append(_run(["redis-server", *options], environment))
    ports = [_free_port() for _ in range(workers)]
    for port in ports:
        serve = [sys.executable, "-m", "bot", "serve"]
        environment |= {"OROSBOTEN_PORT": str(port), "OROSBOTEN_PROXIES": "1"}
        started.processes.append(_run(serve, environment, started.log))
    for port in ports:
        _wait_for(f"http://127.0.0.1:{port}/readyz")
    started.url = f"http://127.0.0.1:{ports[0]}"
    if proxy:
        started.url = _proxy(started, ports, folder)


def _proxy(started: Bots, ports: Sequence[int], folder: Path) -> str:
    """Start haproxy with the configuration of deploy/, each bot named where a name server would have been asked."""
    config, page, port = folder / "haproxy.cfg", folder / "reserve.html", _free_port()
    page.write_bytes(subprocess.run([sys.executable, "-m", "bot", "reserve-page"], cwd=ROOT, stdout=-1).stdout)
    text = (ROOT / "deploy" / "haproxy.cfg").read_text()
    servers = "\n    ".join(f"server bot{number} 127.0.0.1:{number}" for number in ports)
    text = text.replace('server-template bot "${BOTS}" "${ORIGIN}"', servers).replace(" resolvers names", "")
    config.write_text(text.replace("127.0.0.1:8404", f"127.0.0.1:{_free_port()}"))
    environment = os.environ | {"PORT": str(port), "RESERVE_PAGE": str(page)}
    started.others.append(_run(["haproxy", "-f", str(config)], environment))
    _wait_for(f"http://127.0.0.1:{port}/")
    return f"http://127.0.0.1:{port}"


def _run(command: Sequence[str], environment: dict[str, str], log: Path | None = None) -> subprocess.Popen[bytes]:
    with open(log or os.devnull, "ab") as out:
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str) -> None:
    end = time.monotonic() + READY_SECONDS
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError as error:
            if time.monotonic() > end:
                raise RuntimeError(f"No answer on {url} within {READY_SECONDS} s: {error}") from error
            time.sleep(0.2)


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
