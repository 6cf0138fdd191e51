"""What operators read: alive, ready, and numbers without people."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from tests.conftest import Server, run_server

PHONE = "020-100 200"


def get(server: Server, path: str) -> requests.Response:
    return requests.get(f"{server.url}{path}", timeout=10)


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def wait_until_ready_is(server: Server, status: int) -> None:
    wait_until(lambda: get(server, "/readyz").status_code == status)


def test_a_server_that_works_is_alive_and_ready(server: Server) -> None:
    assert get(server, "/healthz").status_code == 200
    assert get(server, "/readyz").json() == {"model": True, "content": True, "memory": True, "forgets": True}


def test_metrics_are_off_unless_they_are_turned_on(server: Server) -> None:
    assert get(server, "/metrics").status_code == 404


@pytest.fixture(scope="module")
def measured(model, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("measured")
    shutil.copytree("data", folder / "data")
    environment = {"OROSBOTEN_METRICS": "true", "OROSBOTEN_DATA": str(folder / "data")}
    shutil.copytree("models", folder / "models")
    with run_server(folder / "log.txt", **environment, OROSBOTEN_MODELS=str(folder / "models")) as server:
        yield server, folder / "data"


def test_metrics_count_replies_and_name_nobody(measured: tuple[Server, Path]) -> None:
    server, _ = measured
    headers = server.start()
    server.say(headers, "kanariefågel på min gata 4")
    server.choose(headers, "kostnad")
    text = get(server, "/metrics").text
    assert 'orosboten_replies_total{kind="answer"} 1.0' in text and "orosboten_turn_seconds_count 2.0" in text
    assert "kanariefågel" not in text and "kostnad" not in text and headers["Authorization"][7:] not in text


def test_content_that_cannot_be_shown_makes_the_server_not_ready_and_is_never_shown(
    measured: tuple[Server, Path],
) -> None:
    server, data = measured
    file = data / "orostelefonen" / "kostnad.yml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("responses:", "respones:"), encoding="utf-8")
    wait_until_ready_is(server, 503)
    assert get(server, "/readyz").json()["content"] is False
    assert server.choose(server.start(), "kostnad")[0]["topic"] == "kostnad"
    wait_until(lambda: "data/orostelefonen/kostnad.yml:2" in server.log.read_text())
    file.write_text(good, encoding="utf-8")
    wait_until_ready_is(server, 200)


def test_turned_off_it_gives_the_numbers_on_the_page_and_in_the_api(tmp_path: Path) -> None:
    with run_server(tmp_path / "log.txt", OROSBOTEN_OFF="true") as server:
        page = get(server, "/").text
        assert PHONE in page and "112" in page and "Chatten är avstängd" in page
        [message] = server.say(server.start(), "min bror")
        assert message["title"] == "Chatten är avstängd" and PHONE in message["text"] and "112" in message["text"]
        assert get(server, "/readyz").status_code == 200, "a proxy would not show the page that says so"
