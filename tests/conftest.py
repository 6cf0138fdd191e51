"""What many tests need: the real content, the trained model, and a real server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from bot.content.library import Library
from bot.content.live import LiveLibrary
from bot.settings import Settings
from bot.training import train_if_changed
from tests.postgres_server import PostgresServer
from tests.redis_server import RedisServer

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120
SERVE = (sys.executable, "-m", "bot", "serve")
# All tests come from one network.
UNLIMITED = {"OROSBOTEN_STARTS_A_MINUTE": "100000", "OROSBOTEN_MESSAGES_A_MINUTE": "100000"}


@dataclass(frozen=True)
class Server:
    """A running server and everything it has written."""

    url: str
    log: Path
    process: subprocess.Popen[bytes]

    def start(self, **fields: str) -> dict[str, str]:
        """Open a conversation; return the headers that go with it."""
        token = requests.post(f"{self.url}/api/conversations", json=fields, timeout=10).json()["token"]
        return {"Authorization": f"Bearer {token}"}

    def say(self, headers: dict[str, str], text: str) -> list[dict]:
        """Say something; return the messages."""
        response = requests.post(f"{self.url}/api/messages", json={"text": text}, headers=headers, timeout=20)
        response.raise_for_status()
        return response.json()["messages"]

    def choose(self, headers: dict[str, str], choice: str) -> list[dict]:
        """Choose something; return the messages."""
        response = requests.post(f"{self.url}/api/messages", json={"choice": choice}, headers=headers, timeout=20)
        response.raise_for_status()
        return response.json()["messages"]


@pytest.fixture(scope="session")
def library() -> Library:
    return LiveLibrary(ROOT / "data").get()


@pytest.fixture(scope="session")
def model() -> Path:
    return train_if_changed(Settings())


@pytest.fixture(scope="session")
def server(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with run_server(tmp_path_factory.mktemp("server") / "log.txt") as running:
        yield running


@pytest.fixture(scope="module")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    redis = RedisServer(tmp_path_factory.mktemp("redis"))
    yield redis
    redis.stop()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    server = PostgresServer()
    yield server
    server.stop()


class run_server:
    """Start a server on a free port, wait until it answers, and stop it afterwards."""

    def __init__(self, log: Path, *, command: Sequence[str] = SERVE, **environment: str) -> None:
        self._log = log
        self._command = command
        self._environment = environment

    def __enter__(self) -> Server:
        port = _free_port()
        environment = {**os.environ, "OROSBOTEN_PORT": str(port), **UNLIMITED, **self._environment}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(self._command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        server = Server(f"http://127.0.0.1:{port}", self._log, self._process)
        _wait_until_ready(server)
        return server

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        try:
            requests.get(server.url, timeout=5)
            return
        except requests.ConnectionError:
            time.sleep(0.2)
    pytest.fail(f"The server did not start:\n{server.log.read_text()}")
