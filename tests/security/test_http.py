"""HTTP itself: methods, framing, addresses, what errors tell, what is logged and where it listens."""

import os
import re
from pathlib import Path

import pytest
import requests

from tests.conftest import Server
from tests.security.raw import exchange, request

PHONE = "020-100 200"
JSON = "Content-Type: application/json"
START = "POST /api/conversations HTTP/1.1"
SMUGGLED = request("GET /healthz HTTP/1.1")
TELLTALE = ("Traceback", "rasa", "sanic", "python", ".py", "/usr", "/tmp", "3.6.21", "25.3")


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "OPTIONS", "PATCH", "PUT", "FOO"])
@pytest.mark.parametrize("path", ["/", "/api/messages", "/api/conversations", "/svar", "/healthz"])
def test_other_methods_are_refused_with_the_allowed_ones(attacked: Server, method: str, path: str) -> None:
    answer = requests.request(method, attacked.url + path, timeout=10)
    assert answer.status_code == 405 and answer.headers["Allow"] and PHONE in answer.json()["help"]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([JSON, "Content-Length: 2", "Content-Length: 80"], b"{}" + SMUGGLED),
        ([JSON, "Content-Length: 5", "Transfer-Encoding: chunked"], b"0\r\n\r\n" + SMUGGLED),
        ([JSON, "Transfer-Encoding: chunked", "Content-Length: 5"], b"0\r\n\r\n" + SMUGGLED),
        ([JSON, "Transfer-Encoding: xchunked"], b"0\r\n\r\n" + SMUGGLED),
        ([JSON, "Content-Length: -2"], b"{}"),
        ([JSON, "Content-Length: +2"], b"{}"),
        ([JSON, "Transfer-Encoding: chunked"], b"zz\r\n{}\r\n0\r\n\r\n"),
        ([JSON, "Transfer-Encoding: chunked"], b"-2\r\n{}\r\n0\r\n\r\n"),
    ],
)
def test_a_request_of_doubtful_length_is_refused_and_hides_no_other(
    attacked: Server, headers: list[str], body: bytes
) -> None:
    answer = exchange(attacked, request(START, *headers, body=body))
    assert answer.startswith(b"HTTP/1.1 400") and answer.count(b"HTTP/1.1") == 1


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\xff\x16\x03\x01 hej\r\n\r\n",
        b"GET /\xff%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"a" * 20_000 + b"\r\n\r\n",
        b"POST /api/messages HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n{",
    ],
    ids=["junk", "path", "http2", "long header", "100 MB announced"],
)
def test_what_is_no_request_gets_a_4xx_with_the_number(attacked: Server, sent: bytes) -> None:
    answer = exchange(attacked, sent)
    assert re.match(rb"HTTP/1.1 4\d\d ", answer) and PHONE.encode() in answer


@pytest.mark.parametrize("path", ["/svar/%ff%00", "/svar/..%2f..%2fetc%2fpasswd", "/static/..%2fa.py", "/?roll=%ff[]"])
def test_an_address_of_any_bytes_gets_a_page_with_the_numbers(attacked: Server, path: str) -> None:
    answer = requests.get(attacked.url + path, timeout=10)
    assert answer.status_code in (200, 404) and PHONE in answer.text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/api/x"),
        ("PUT", "/"),
        ("POST", "/api/messages"),
        ("GET", "/finns-inte"),
        ("GET", "/metrics"),
    ],
)
def test_no_answer_tells_what_the_server_is_made_of(attacked: Server, method: str, path: str) -> None:
    answer = requests.request(method, attacked.url + path, timeout=10)
    told = [*answer.headers.items(), ("body", re.sub(r"/static/\w+\.\w+", "", answer.text))]
    assert not [word for word in TELLTALE if word in str(told).casefold()]


@pytest.mark.parametrize("injected", ["hej\r\n2026-01-01 INFO fake", "\x1b[2Jhej", "%s %(x)s {x}", "\u2028ERROR"])
def test_nothing_sent_ends_up_in_the_log(attacked: Server, injected: str) -> None:
    before = attacked.log.read_bytes()
    headers = attacked.start()
    attacked.say(headers, injected)
    requests.post(f"{attacked.url}/api/messages", json={injected: injected}, headers=headers, timeout=10)
    requests.get(f"{attacked.url}/{injected}", params={"q": injected}, headers={"User-Agent": "a\tb"}, timeout=10)
    assert attacked.log.read_bytes() == before


def test_it_listens_on_one_port_of_this_machine_only(attacked: Server) -> None:
    process = Path(f"/proc/{attacked.process.pid}")
    links = [os.readlink(link) for link in (process / "fd").iterdir() if link.is_symlink()]
    own = {link[8:-1] for link in links if link.startswith("socket:[")}
    rows = [row.split() for name in ("tcp", "tcp6", "udp", "udp6") for row in _rows(process / "net" / name)]
    listening = [row[1] for row in rows if row[9] in own and row[3] in ("0A", "07")]
    port = int(attacked.url.rsplit(":", 1)[1])
    assert listening == [f"0100007F:{port:04X}"]


def _rows(table: Path) -> list[str]:
    return table.read_text().splitlines()[1:] if table.exists() else []
