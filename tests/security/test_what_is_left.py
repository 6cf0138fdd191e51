"""Nothing is left of a conversation that is over: not in memory, not in a file; and the alarm goes if something is."""

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from tests.conftest import Server, run_server
from tests.security.memory_of import places_of

WATCHED = (sys.executable, "-m", "tests.security.watched_server")
IDLE_SECONDS = 8
IDLE = {"OROSBOTEN_IDLE_SECONDS": str(IDLE_SECONDS)}
# What is freed is written over at once, so that all that is found is still held.
WIPED = {"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"}


def run(folder: Path, how: str, **settings: str) -> run_server:
    environment = {"OROSBOTEN_TURNS_A_MINUTE": "100000", "OROSBOTEN_METRICS": "true", "TMPDIR": str(folder), **WIPED}
    return run_server(folder / "log.txt", command=(*WATCHED, how), **environment, **settings)


@pytest.fixture(scope="module")
def watched(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with run(tmp_path_factory.mktemp("watched"), "quick") as server:
        yield server


@pytest.fixture(scope="module")
def impatient(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with run(tmp_path_factory.mktemp("impatient"), "quick", **IDLE) as server:
        yield server


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.2)


def others_talk(server: Server) -> None:
    """Let others talk, so that what lies in buffers is written over, and end, so that what lies in circles goes."""
    for text in ("varför blir han så arg", "hej " * 200, "I am worried about my brother"):
        headers = server.start()
        server.say(headers, text)
        requests.delete(f"{server.url}/api/conversations", headers=headers, timeout=10)
        requests.post(server.url, data={"text": text}, timeout=10)


def is_gone(server: Server, word: str) -> bool:
    """Return whether a word is nowhere in the server's memory, once others have talked."""
    others_talk(server)
    return places_of(word, server.process.pid) == 0


def say_more(server: Server, headers: dict[str, str]) -> int:
    """Say something; return the status of the answer."""
    return requests.post(f"{server.url}/api/messages", json={"text": "mer"}, headers=headers, timeout=10).status_code


def by_clearing(server: Server, word: str) -> Callable[[], object]:
    headers = server.start()
    server.say(headers, f"min kusin pratar om {word} hela dagarna")
    server.say(headers, f"jag är rädd att {word} har ett vapen")
    server.say(headers, "mer")
    return lambda: requests.delete(f"{server.url}/api/conversations", headers=headers, timeout=10)


def by_leaving_the_page(server: Server, word: str) -> Callable[[], object]:
    ticket = re.search(r'name="biljett" value="([^"]+)"', requests.get(server.url, timeout=10).text)
    assert ticket
    page = requests.post(server.url, data={"text": f"vad gör jag åt {word}", "biljett": ticket[1]}, timeout=10).text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token and word in page
    return lambda: requests.post(f"{server.url}/ut", data={"token": token[1]}, timeout=10, allow_redirects=False)


@pytest.mark.parametrize("ending", [by_clearing, by_leaving_the_page])
def test_no_word_is_left_in_memory_when_a_conversation_is_over(
    watched: Server, ending: Callable[[Server, str], Callable[[], object]]
) -> None:
    word = f"zqx{ending.__name__[3:].replace('_', '')}ord"
    end = ending(watched, word)
    assert places_of(word, watched.process.pid), "the search itself does not find what is there"
    end()
    wait_until(lambda: is_gone(watched, word))


def test_no_word_is_left_in_memory_when_nothing_more_was_said(impatient: Server) -> None:
    headers = impatient.start()
    impatient.say(headers, "my cousin talks about zqxidleord all day")
    assert places_of("zqxidleord", impatient.process.pid), "the search itself does not find what is there"
    wait_until(lambda: is_gone(impatient, "zqxidleord"))
    assert say_more(impatient, headers) == 401


def test_what_is_masked_or_refused_is_nowhere_even_while_the_conversation_goes_on(watched: Server) -> None:
    headers = watched.start()
    watched.say(headers, "min son heter Zqxmaskad, född 850312-2387")
    for body in ({"text": "zqxvagrad " * 101}, {"zqxvagrad": "x"}, {"text": ["zqxvagrad"]}):
        requests.post(f"{watched.url}/api/messages", json=body, headers=headers, timeout=10)
    for word in ("Zqxmaskad", "zqxmaskad", "850312-2387", "zqxvagrad"):
        wait_until(lambda word=word: watched.say(headers, "mer") and is_gone(watched, word))


def test_the_token_of_a_conversation_that_is_over_is_refused_and_forgotten(watched: Server) -> None:
    headers = watched.start()
    assert say_more(watched, headers) == 200
    requests.delete(f"{watched.url}/api/conversations", headers=headers, timeout=10)
    assert say_more(watched, headers) == 401
    wait_until(lambda: is_gone(watched, headers["Authorization"].removeprefix("Bearer ")))


def test_it_writes_no_file_asks_no_network_and_starts_no_program(watched: Server) -> None:
    others_talk(watched)
    at_start, _, serving = watched.log.read_text().partition("Orosboten svarar")
    assert "WATCHED file" in at_start, "the watch itself does not see a model being unpacked"
    assert serving and "WATCHED" not in serving
    assert "WATCHED network" not in at_start


def test_the_alarm_goes_when_something_is_held_longer_than_is_promised(model: Path, tmp_path: Path) -> None:
    def ready() -> dict[str, bool]:
        return requests.get(f"{server.url}/readyz", timeout=10).json()

    with run(tmp_path, "hoarding", **IDLE) as server:
        headers = server.start()
        server.say(headers, "mer")
        assert ready()["forgets"] is True
        wait_until(lambda: ready()["forgets"] is False)
        assert requests.get(f"{server.url}/readyz", timeout=10).status_code == 503
        assert "orosboten_overdue 1.0" in requests.get(f"{server.url}/metrics", timeout=10).text
        assert "Conversations held too long: 1." in server.log.read_text()
        assert requests.get(f"{server.url}/healthz", timeout=10).status_code == 200, "visitors would lose the numbers"
