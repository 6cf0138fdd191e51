"""What a visitor does while something is broken, and how long they wait."""

import time
from collections.abc import Callable

import requests

from tests.conftest import Server

PHONE = "020-100 200"
# What a visitor may have to wait at most, and what a server may need to come back.
PATIENCE = 5.0
RECOVERY = 60.0


def post(server: Server, path: str, headers: dict[str, str] | None = None, **body: object) -> requests.Response:
    """Send something, and wait no longer than a visitor does."""
    return requests.post(f"{server.url}{path}", headers=headers, timeout=PATIENCE, allow_redirects=False, **body)


def calm(text: str) -> bool:
    """Return whether a text leads on to a human."""
    return PHONE in text and "112" in text


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something that will be true."""
    deadline = time.monotonic() + RECOVERY
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.2)


def is_ready(server: Server) -> bool:
    """Return whether the server says that it can answer."""
    return requests.get(f"{server.url}/readyz", timeout=PATIENCE).status_code == 200
