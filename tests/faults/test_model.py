"""A model that is missing, broken, or replaced while people talk; a disk that is full; a clock that jumps."""

import re
import resource
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.clock import Clock
from tests.conftest import SERVE, Server, run_server
from tests.faults.visitor import PATIENCE, calm, is_ready, post, wait_until

NOTHING = (0, 0)


def ask(server: Server, **said: str) -> dict:
    answer = post(server, "/api/messages", server.start(), json=said)
    assert answer.status_code == 200
    return answer.json()["messages"][0]


@pytest.fixture
def copied(model: Path, tmp_path: Path) -> Path:
    """Return a model that a test may break."""
    (tmp_path / "models").mkdir()
    return Path(shutil.copy(model, tmp_path / "models"))


@pytest.fixture
def server(copied: Path, tmp_path: Path) -> Iterator[Server]:
    environment = {"OROSBOTEN_MODELS": str(copied.parent), "OROSBOTEN_TRAIN": "false"}
    with run_server(tmp_path / "log.txt", **environment) as running:
        yield running


def test_without_a_model_there_is_the_number_until_one_comes(copied: Path, tmp_path: Path) -> None:
    aside = copied.rename(tmp_path / "aside")
    environment = {"OROSBOTEN_MODELS": str(copied.parent), "OROSBOTEN_TRAIN": "false"}
    with run_server(tmp_path / "log.txt", **environment) as server:
        assert calm(ask(server, choice="kostnad")["text"]) and not is_ready(server)
        shutil.copy(aside, copied)
        wait_until(lambda: is_ready(server))
        assert ask(server, choice="kostnad")["topic"] == "kostnad"


def test_a_broken_model_is_never_taken_into_use_and_a_mended_one_is(server: Server, copied: Path) -> None:
    headers, good = server.start(), copied.read_bytes()
    server.choose(headers, "kostnad")
    copied.write_bytes(good[:1000])
    wait_until(lambda: "missing or broken" in server.log.read_text())
    assert ask(server, choice="kostnad")["topic"] == "kostnad" and is_ready(server)
    copied.write_bytes(good)
    wait_until(lambda: "A new model is in use" in server.log.read_text())
    [more] = server.say(headers, "mer")
    assert more["topic"] == "kostnad", "the conversation did not outlive the old model"


def test_a_full_disk_stops_nobody_and_a_model_is_not_replaced_by_half_of_one(server: Server, copied: Path) -> None:
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, NOTHING)
    copied.touch()
    deadline = time.monotonic() + 8
    while time.monotonic() < deadline:
        assert ask(server, choice="kostnad")["topic"] == "kostnad"
    assert is_ready(server)


def test_a_disk_too_full_to_unpack_the_model_leaves_the_number(copied: Path, tmp_path: Path) -> None:
    environment = {"OROSBOTEN_MODELS": str(copied.parent), "OROSBOTEN_TRAIN": "false"}
    nearly_full = ("prlimit", "--fsize=100000", *SERVE)
    with run_server(Path("/dev/null"), command=nearly_full, **environment) as server:
        assert calm(ask(server, choice="kostnad")["text"])


@pytest.mark.parametrize("seconds", [10_800, -10_800])
def test_a_clock_that_jumps_ends_no_conversation(model: Path, tmp_path: Path, seconds: int) -> None:
    clock = Clock(tmp_path)
    with run_server(tmp_path / "log.txt", OROSBOTEN_METRICS="true", **clock.environment) as server:
        headers = server.start()
        server.choose(headers, "kostnad")
        clock.shift(seconds)
        [more] = post(server, "/api/messages", headers, json={"text": "mer"}).json()["messages"]
        assert more["topic"] == "kostnad" and is_ready(server)
        server.choose(server.start(), "prata_med_manniska")
        assert abs(_between_first_replies(server) - seconds) < PATIENCE, "the clock did not jump"


def _between_first_replies(server: Server) -> float:
    """Return how long the server believes lay between its first answer and its first handing over."""
    metrics = requests.get(f"{server.url}/metrics", timeout=PATIENCE).text
    first = {kind: re.search(rf'replies_created{{kind="{kind}"}} (\S+)', metrics) for kind in ("answer", "handoff")}
    return float(first["handoff"][1]) - float(first["answer"][1])
