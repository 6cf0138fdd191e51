"""Several servers with one Redis, and a Redis that fails while people talk."""

import re
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from tests.conftest import Server, run_server
from tests.faults.visitor import PATIENCE, PHONE, calm, is_ready, post, wait_until
from tests.redis_server import RedisServer


@pytest.fixture(scope="module")
def pair(
    model: Path, redis_server: RedisServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Server]]:
    folder = tmp_path_factory.mktemp("pair")
    first = run_server(folder / "1.txt", OROSBOTEN_REDIS_URL=redis_server.url)
    second = run_server(folder / "2.txt", OROSBOTEN_REDIS_URL=redis_server.url)
    with first as one, second as other:
        yield one, other


def form(page: str, **fields: str) -> dict[str, str]:
    """Return the fields of the page's form, as a browser without JavaScript would send them."""
    hidden = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("token", "biljett")}
    return {name: found[1] for name, found in hidden.items() if found} | fields


def test_servers_share_a_conversation_and_one_that_is_killed_takes_none_with_it(
    pair: tuple[Server, Server], redis_server: RedisServer, tmp_path: Path
) -> None:
    _, other = pair
    with run_server(tmp_path / "log.txt", OROSBOTEN_REDIS_URL=redis_server.url) as doomed:
        headers = doomed.start(reader="ung")
        assert doomed.choose(headers, "kostnad")[0]["topic"] == "kostnad"
        doomed.process.kill()
    [more] = other.say(headers, "mer")
    assert more["topic"] == "kostnad", "the other server did not know what was said before"
    requests.delete(f"{other.url}/api/conversations", headers=headers, timeout=10)
    assert post(other, "/api/messages", headers, json={"text": "hej"}).status_code == 401


def test_a_page_from_one_server_can_be_answered_by_the_other(pair: tuple[Server, Server]) -> None:
    one, other = pair
    first = form(requests.get(one.url, timeout=10).text, choice="kostnad")
    page = post(other, "/", data=first).text
    assert "kostar" in page
    again = post(one, "/", data=form(page, choice="oppettider")).text
    assert "kostar" in again, "the page did not show what was said on the other server"
    assert 'name="token" value=""' in post(one, "/", data=first).text, "a used ticket was taken once more"


@pytest.mark.parametrize("how", ["kill", "hang"])
def test_a_redis_that_fails_leaves_the_numbers_and_the_way_out_and_comes_back(
    pair: tuple[Server, Server], redis_server: RedisServer, how: str
) -> None:
    server, _ = pair
    headers = server.start()
    server.choose(headers, "kostnad")
    getattr(redis_server, how)()
    for _ in range(3):
        refused = post(server, "/api/messages", headers, json={"text": "mer"})
        assert refused.status_code == 503 and calm(refused.json()["help"])
    page = post(server, "/", data={"token": headers["Authorization"][7:], "text": "min bror"})
    assert page.status_code == 503 and calm(page.text) and "min bror</textarea>" in page.text
    assert requests.get(server.url, timeout=PATIENCE).status_code == 200
    assert post(server, "/ut", data={"token": "x"}).status_code == 303
    assert requests.get(f"{server.url}/readyz", timeout=PATIENCE).json()["memory"] is False
    assert requests.get(f"{server.url}/healthz", timeout=PATIENCE).status_code == 200

    redis_server.start() if how == "kill" else redis_server.wake()
    wait_until(lambda: is_ready(server))
    expected = 401 if how == "kill" else 200  # a Redis started anew has forgotten
    assert post(server, "/api/messages", headers, json={"text": "mer"}).status_code == expected
    assert server.choose(server.start(), "kostnad")[0]["topic"] == "kostnad"
    assert "min bror" not in server.log.read_text()


def test_a_server_starts_without_its_redis_and_finds_it_later(
    model: Path, redis_server: RedisServer, tmp_path: Path
) -> None:
    redis_server.kill()
    with run_server(tmp_path / "log.txt", OROSBOTEN_REDIS_URL=redis_server.url) as server:
        assert PHONE in requests.get(server.url, timeout=PATIENCE).text
        assert post(server, "/api/conversations", json={}).status_code == 503
        redis_server.start()
        wait_until(lambda: is_ready(server))
        assert server.choose(server.start(), "kostnad")[0]["topic"] == "kostnad"


def test_an_answer_that_is_ready_is_given_also_when_redis_hangs_before_it_is_kept(
    model: Path, redis_server: RedisServer, tmp_path: Path
) -> None:
    slow = (sys.executable, "-m", "tests.faults.serve_with", "slow")
    with run_server(tmp_path / "log.txt", command=slow, OROSBOTEN_REDIS_URL=redis_server.url) as server:
        headers = server.start()
        with ThreadPoolExecutor() as pool:
            answer = pool.submit(post, server, "/api/messages", headers, json={"text": "mer"})
            time.sleep(1)
            redis_server.hang()
            answered = answer.result()
        redis_server.wake()
        assert answered.status_code == 200 and answered.json()["messages"][0]["title"] != "Något gick fel"
        wait_until(lambda: is_ready(server))
        wait_until(lambda: post(server, "/api/messages", headers, json={"choice": "kostnad"}).status_code == 200)
