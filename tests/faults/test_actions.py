"""An action that fails, and a server that is told to stop while somebody waits for an answer."""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import Server, run_server
from tests.faults.visitor import calm, post

BROKEN = (sys.executable, "-m", "tests.faults.serve_with")


@pytest.fixture
def raising(model: Path, tmp_path: Path) -> Iterator[Server]:
    with run_server(tmp_path / "log.txt", command=(*BROKEN, "raising")) as server:
        yield server


def test_an_action_that_raises_leaves_the_number_and_not_a_word_in_the_log(raising: Server) -> None:
    headers = raising.start()
    raising.say(headers, "kanariefågel")
    answer = post(raising, "/api/messages", headers, json={"text": "mer"})
    assert answer.status_code == 200 and calm(answer.json()["messages"][0]["text"])
    assert raising.choose(headers, "kostnad")[0]["topic"] == "kostnad", "what needs no action is answered as before"
    assert "kanariefågel" not in raising.log.read_text()


def test_who_sends_on_before_the_answer_is_asked_to_wait(model: Path, tmp_path: Path) -> None:
    with run_server(tmp_path / "log.txt", command=(*BROKEN, "slow")) as server, ThreadPoolExecutor() as pool:
        headers = server.start()
        answers = [pool.submit(post, server, "/api/messages", headers, json={"text": "mer"}) for _ in range(4)]
        statuses = sorted(answer.result().status_code for answer in answers)
        assert statuses == [200, 409, 409, 409]
        refused = next(answer.result() for answer in answers if answer.result().status_code == 409)
        assert calm(refused.json()["help"])


def test_an_answer_under_way_is_delivered_before_the_server_stops(model: Path, tmp_path: Path) -> None:
    with run_server(tmp_path / "log.txt", command=(*BROKEN, "slow")) as server, ThreadPoolExecutor() as pool:
        answer = pool.submit(post, server, "/api/messages", server.start(), json={"text": "mer"})
        time.sleep(0.7)
        server.process.terminate()
        assert answer.result().json()["messages"]
        assert server.process.wait(timeout=20) == 0
