"""`python -m bench.load.reloads`: new models and edited answers, one after the other, while visitors talk."""

import shutil
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import requests

from bench.load.servers import Bots, bots

ROOT = Path(__file__).parents[2]
TIMES = 20
PATIENCE = 60


@dataclass
class Visitor:
    """Asks without a pause, and notes how long it took and what failed."""

    url: str
    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def talk(self) -> None:
        """Ask until told to stop."""
        token = requests.post(f"{self.url}/api/conversations", json={}, timeout=10).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        while not self.stop.wait(0.05):
            started = time.monotonic()
            answer = requests.post(
                f"{self.url}/api/messages", json={"choice": "oppettider"}, headers=headers, timeout=20
            )
            self.seconds.append(time.monotonic() - started)
            self.failed += answer.status_code != 200 or answer.json()["messages"][-1]["topic"] != "oppettider"


def main() -> None:
    """Reload, and print memory after each, and what the visitor noticed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "data", folder / "data")
        shutil.copytree(ROOT / "models", folder / "models")
        settings = {"OROSBOTEN_DATA": f"{name}/data", "OROSBOTEN_MODELS": f"{name}/models", "OROSBOTEN_TRAIN": "false"}
        no_limits = {"OROSBOTEN_TURNS_A_MINUTE": "1000000", "OROSBOTEN_MAX_TURNS": "50"}
        with bots(1, redis=False, **settings, **no_limits) as servers:
            visitor = Visitor(servers.url)
            thread = threading.Thread(target=visitor.talk, daemon=True)
            thread.start()
            _measure("model", "A new model is in use", servers, folder / "models" / "orosboten.tar.gz")
            _measure("answer", "Ändrat innehåll visas nu", servers, folder / "data" / "orostelefonen" / "kostnad.yml")
            visitor.stop.set()
            thread.join()
    times = sorted(visitor.seconds)
    print(f"visitor: {len(times)} turns, {visitor.failed} failed, p50 {1000 * times[len(times) // 2]:.0f} ms, "
          f"p99 {1000 * times[int(0.99 * len(times))]:.0f} ms, longest {1000 * times[-1]:.0f} ms")  # fmt: skip


def _measure(what: str, said: str, servers: Bots, file: Path) -> None:
    memory, waited = [servers.memory_mb()], []
    for number in range(1, TIMES + 1):
        started = time.monotonic()
        file.touch()
        while servers.log.read_text().count(said) < number:
            if time.monotonic() - started > PATIENCE:
                raise RuntimeError(f"The {what} was not taken over:\n{servers.log.read_text()}")
            time.sleep(0.1)
        waited.append(time.monotonic() - started)
        memory.append(servers.memory_mb())
    print(f"{what}: {sorted(waited)[TIMES // 2]:.1f} s until it was in use (median of {TIMES})")
    print(f"memory, MB: {' '.join(f'{sample:.0f}' for sample in memory)}")


if __name__ == "__main__":
    main()
