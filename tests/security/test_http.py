"""HTTP itself: methods, framing, sizes, encodings, and what errors tell."""

import gzip
import json
import os
import re
import zlib
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


def post(server: Server, body: bytes, **headers: str) -> requests.Response:
    sent = {**server.start(), "Content-Type": "application/json", **headers}
    return requests.post(f"{server.url}/api/messages", data=body, headers=sent, timeout=10)


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


@pytest.mark.parametrize(
    "body",
    [
        b'{"text": 1e999}',
        b'{"text": NaN}',
        b'{"text": ' + b"1" * 5000 + b"}",
        b"[" * 4000,
        b'{"text": ' * 800,
        '{"text": "hej"}'.encode("utf-16"),
        b'{"text": "\xff\xfe"}',
        gzip.compress(b'{"text": "hej"}'),
    ],
    ids=["infinite", "nan", "digits", "deep list", "deep object", "utf-16", "no utf-8", "compressed"],
)
def test_a_body_that_is_no_json_text_is_refused(attacked: Server, body: bytes) -> None:
    answer = post(attacked, body)
    assert answer.status_code == 400 and PHONE in answer.json()["help"]


@pytest.mark.parametrize("reader", [[], {}, 1, True, "kung", [["anhorig"]]], ids=str)
def test_a_reader_that_does_not_exist_is_refused(attacked: Server, reader: object) -> None:
    answer = requests.post(f"{attacked.url}/api/conversations", json={"reader": reader}, timeout=10)
    assert answer.status_code == 400


@pytest.mark.parametrize("token", [b"\xff\xfe", "å".encode(), b"\xed\xa0\x80", b"a b", b"", b"a" * 4000])
def test_a_token_of_any_bytes_is_only_a_wrong_token(attacked: Server, token: bytes) -> None:
    headers = {"Authorization": b"Bearer " + token, "Content-Type": b"application/json"}
    answer = requests.post(f"{attacked.url}/api/messages", data=b'{"text": "hej"}', headers=headers, timeout=10)
    assert answer.status_code == 401


def test_a_token_is_read_from_nowhere_but_its_header(attacked: Server) -> None:
    token = attacked.start()["Authorization"].removeprefix("Bearer ")
    for sent in ({"params": {"token": token}}, {"cookies": {"token": token}}, {"headers": {"X-Token": token}}):
        assert (
            requests.post(f"{attacked.url}/api/messages", json={"text": "hej"}, timeout=10, **sent).status_code == 401
        )


def test_the_longest_message_is_answered_and_one_more_character_is_not(attacked: Server) -> None:
    assert post(attacked, json.dumps({"text": "a " * 500}).encode()).status_code == 200
    assert post(attacked, json.dumps({"text": "a " * 500 + "a"}).encode()).status_code == 413


def test_the_largest_body_is_read_and_one_more_byte_is_not(attacked: Server) -> None:
    body = b'{"text": "hej"}'
    assert post(attacked, body.ljust(8_192)).status_code == 200
    assert post(attacked, body.ljust(8_193)).status_code == 413


@pytest.mark.parametrize("encoding", ["deflate", "gzip", "br"])
def test_nothing_is_unpacked_so_nothing_grows(attacked: Server, encoding: str) -> None:
    bomb = zlib.compress(b'{"text": "' + b"a" * 4_000_000 + b'"}')
    assert len(bomb) < 8_192
    assert post(attacked, bomb, **{"Content-Encoding": encoding}).status_code == 400


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\r\n--x--'),
        ("multipart/form-data; boundary=x", b"--x\r\njunk\r\n--x--"),
        ("multipart/form-data", b"--x\r\n"),
        ("application/x-www-form-urlencoded", b"text=\xff\xfe&token=\xff"),
        ("application/x-www-form-urlencoded", b"text=%ed%a0%80&token=%ff&biljett=%ed%a0%80.%ff"),
        ("application/x-www-form-urlencoded; charset=nope", b"choice=%00%0a"),
        ("application/json", b'{"text": "hej"}'),
        ("", b"text=hej"),
    ],
)
def test_a_form_of_any_bytes_gets_a_page_with_the_numbers(attacked: Server, content_type: str, body: bytes) -> None:
    answer = requests.post(attacked.url, data=body, headers={"Content-Type": content_type}, timeout=10)
    assert answer.status_code < 500 and PHONE in answer.text and "112" in answer.text


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
