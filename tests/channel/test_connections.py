"""Slow clients do not stop others, and are closed."""

import resource
import socket
from collections.abc import Iterator

import pytest
import requests

from tests.conftest import Server, run_server

HEADERS = b"POST /api/conversations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
# A connection that says nothing, headers that never end, a body that never ends, and one in endless pieces.
SLOW = [
    b"",
    HEADERS + b"X-",
    HEADERS + b"Content-Length: 900\r\n\r\n{",
    HEADERS + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
]
GENEROUS_SECONDS = 60


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {"OROSBOTEN_REQUEST_SECONDS": "2", "OROSBOTEN_MAX_CONNECTIONS": "60", "OROSBOTEN_OFF": "true"}
    with run_server(tmp_path_factory.mktemp("slow") / "log.txt", **settings) as server:
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (100, 100))
        yield server


def connect(server: Server, start: bytes) -> socket.socket:
    host, port = server.url.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=GENEROUS_SECONDS)
    connection.sendall(start)
    return connection


@pytest.mark.parametrize("start", SLOW, ids=["silent", "headers", "body", "chunks"])
def test_sending_a_byte_now_and_then_keeps_no_connection_open(impatient: Server, start: bytes) -> None:
    with connect(impatient, start) as slow:
        slow.settimeout(0.5)
        for _ in range(2 * GENEROUS_SECONDS):
            try:
                slow.sendall(b"a")
                if not slow.recv(4096):
                    return
            except TimeoutError:
                continue
            except OSError:
                return
    pytest.fail("the connection is still open")


@pytest.mark.parametrize("start", SLOW, ids=["silent", "headers", "body", "chunks"])
def test_many_slow_clients_do_not_stop_a_visitor(impatient: Server, start: bytes) -> None:
    flood = [connect(impatient, start) for _ in range(150)]
    try:
        assert requests.get(impatient.url, timeout=GENEROUS_SECONDS).status_code == 200
        assert impatient.say(impatient.start(), "hej")
    finally:
        for connection in flood:
            connection.close()
    assert "AttributeError" not in impatient.log.read_text()
