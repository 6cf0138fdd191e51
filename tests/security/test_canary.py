"""A secret word goes in by every way there is, while things break, and is then looked for in everything written."""

import json
import os
import re
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import requests

from tests.conftest import ROOT, Server, run_server
from tests.security.broken_server import FAULTS

SECRET = "kanariefågelhemlig"
PHONE = "020-100 200"
SKIPPED = {".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis"}
AS_WRITTEN = [SECRET.encode(), json.dumps(SECRET).encode()[1:-1], quote(SECRET).encode(), SECRET.encode("latin-1")]


# What is written at the usual level is also written with every log turned on.
RUNS = [("none", ""), *((fault, "1") for fault in FAULTS)]


@pytest.fixture(scope="module", params=RUNS, ids=str)
def broken(request: pytest.FixtureRequest, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    fault, debug = request.param
    folder = tmp_path_factory.mktemp(fault)
    environment = {
        "OROSBOTEN_TEST_FAULT": fault,
        "OROSBOTEN_TEST_DEBUG": debug,
        "OROSBOTEN_ANSWER_SECONDS": "1",
        "OROSBOTEN_METRICS": "true",
        "LOG_LEVEL": "DEBUG" if debug else "",
        "TMPDIR": str(folder),
        "HOME": str(folder),
    }
    with run_server(
        folder / "log.txt", command=(sys.executable, "-m", "tests.security.broken_server", "serve"), **environment
    ) as server:
        yield server


def test_no_word_of_a_visitor_is_written_anywhere(broken: Server) -> None:
    began = time.time()
    addresses = [*by_the_api(broken), *by_the_page(broken), *by_breaking_off(broken)]
    metrics = requests.get(f"{broken.url}/metrics", timeout=10).content
    assert holding(metrics) == [] and not any(holding(address.encode()) for address in addresses)
    assert holding(Path(f"/proc/{broken.process.pid}/cmdline").read_bytes()) == []
    assert broken.log.stat().st_size > 0, "the log is empty: nothing was looked at"
    written = [path for folder in (broken.log.parent, ROOT) for path in files_since(folder, began)]
    assert broken.log in written or broken.log.exists()
    found = [str(path) for path in {broken.log, *written} if path != Path(__file__) and holding(path.read_bytes())]
    assert found == []


def test_the_search_itself_finds_the_word_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text(f"ERROR {json.dumps({'text': SECRET})}")
    assert [path for path in files_since(tmp_path, 0) if holding(path.read_bytes())]


def by_the_api(server: Server) -> list[str]:
    """Send the secret in every way the API has; every answer is one with words. Return the addresses seen."""
    headers, url = server.start(), f"{server.url}/api/messages"
    for text in (
        SECRET,
        f"/{SECRET}",
        f'/kris{{"x": "{SECRET}"}}',
        f"EXTERNAL: {SECRET}",
        f"min bror {SECRET} har kniv nu",
    ):
        [*_, message] = server.say(headers, text)
        assert message["text"]
    for body in (
        json.dumps({"text": SECRET * 100}),
        '{"text": "' + SECRET,
        json.dumps({SECRET: "x"}),
        json.dumps({"text": [SECRET]}),
        json.dumps({"choice": SECRET}),
        json.dumps({"text": SECRET * 1000}),
    ):
        sent = {**headers, "Content-Type": "application/json"}
        answer = requests.post(url, data=body.encode(), headers=sent, timeout=20)
        assert 400 <= answer.status_code < 500 and PHONE in answer.json()["help"] and not holding(answer.content)
    token = {"Authorization": f"Bearer {quote(SECRET)}"}
    requests.post(url, json={"text": SECRET}, headers=token, timeout=20)
    requests.post(f"{server.url}/api/conversations", json={"reader": SECRET}, timeout=20)
    requests.delete(f"{server.url}/api/conversations", headers=headers, timeout=20)
    return []


def by_the_page(server: Server) -> list[str]:
    """Send the secret in every form of the page. Return every address that was seen on the way."""
    first = requests.get(server.url, timeout=20).text
    ticket = re.findall(r'name="biljett" value="([^"]+)"', first)[0]
    forms = [
        ("/", {"text": f"{SECRET} har kniv", "biljett": ticket}),
        ("/", {"text": SECRET * 100}),
        ("/ruta", {"text": SECRET, "token": SECRET}),
        ("/", {"choice": SECRET}),
        ("/svar", {"sok": SECRET}),
        ("/rensa", {"token": SECRET}),
        ("/finns-inte", {"text": SECRET}),
    ]
    answers = [requests.post(server.url + path, data=form, timeout=20, allow_redirects=False) for path, form in forms]
    answers.append(requests.get(f"{server.url}/{SECRET}?q={SECRET}", timeout=20))
    answers.append(requests.get(server.url, headers={"Cookie": f"a={quote(SECRET)}"}, timeout=20))
    seen = [answer.headers.get("Location", "") for answer in answers]
    return seen + [link for answer in answers for link in re.findall(r'(?:href|action|src)="([^"]*)"', answer.text)]


def by_breaking_off(server: Server) -> list[str]:
    """Close the connection in the middle of a request, and in the middle of an answer."""
    headers = server.start()["Authorization"]
    body = json.dumps({"text": f"{SECRET} har ett vapen"}).encode()
    host, port = server.url.removeprefix("http://").split(":")
    start = f"POST /api/messages HTTP/1.1\r\nHost: x\r\nAuthorization: {headers}\r\nContent-Type: application/json\r\n"
    whole = f"{start}Content-Length: {len(body)}\r\n\r\n".encode() + body
    for sent, pause in [(whole, 0.0), (whole, 0.01), (whole, 0.2), (whole[:-5], 0.05), (SECRET.encode(), 0.05)]:
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(sent)
            time.sleep(pause)
    time.sleep(1.5)
    return []


def files_since(folder: Path, began: float) -> list[Path]:
    """Return every file under a folder that has been written since, the tools' own left out."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in SKIPPED]
        found += [Path(place) / name for name in names if (Path(place) / name).stat().st_mtime >= began - 1]
    return found


def holding(written: bytes) -> list[bytes]:
    """Return in which spellings the secret stands there."""
    return [spelling for spelling in AS_WRITTEN if spelling.lower() in written.lower()]
