"""A fault outside every turn: the visitor reads the numbers, and nothing of what it was."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.conftest import Server, run_server
from tests.faults.visitor import PATIENCE, calm, post

REFUSING = (sys.executable, "-m", "tests.faults.serve_with", "refusing")
TELLTALE = ("kanariefågel", "/srv", "rasa", "RuntimeError", "Traceback")


@pytest.fixture(scope="module")
def refusing(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with run_server(tmp_path_factory.mktemp("refusing") / "log.txt", command=REFUSING) as server:
        yield server


def test_the_api_tells_the_numbers_and_not_what_went_wrong(refusing: Server) -> None:
    answer = post(refusing, "/api/conversations", json={})
    assert answer.status_code == 500 and calm(answer.json()["help"])
    assert not [word for word in TELLTALE if word in answer.text]


def test_the_page_tells_the_numbers_and_not_what_went_wrong(refusing: Server) -> None:
    ticket = re.search(r'name="biljett" value="([^"]+)"', requests.get(refusing.url, timeout=PATIENCE).text)
    assert ticket
    answer = post(refusing, "/", data={"text": "min bror", "biljett": ticket[1]})
    assert answer.status_code == 500 and calm(answer.text)
    assert not [word for word in TELLTALE if word in answer.text]


def test_the_log_names_the_kind_of_fault_only(refusing: Server) -> None:
    post(refusing, "/api/conversations", json={})
    log = refusing.log.read_text()
    assert "A request failed: RuntimeError" in log and "kanariefågel" not in log
