"""What is sent in a request: bodies, tokens and forms of any size and any bytes."""

import gzip
import json
import zlib

import pytest
import requests

from tests.conftest import Server

PHONE = "020-100 200"


def post(server: Server, body: bytes, **headers: str) -> requests.Response:
    sent = {**server.start(), "Content-Type": "application/json", **headers}
    return requests.post(f"{server.url}/api/messages", data=body, headers=sent, timeout=10)


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
