"""The database of the counts fails while people talk: they are answered, and what was counted is written later."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.statistics.store import FEWEST, Store
from tests.conftest import Server, run_server
from tests.faults.visitor import is_ready, post, wait_until
from tests.postgres_server import PostgresServer

QUICK = {"OROSBOTEN_STATISTICS_SECONDS": "0.5"}
SECRET = "kanariefågelhemlig"
FAILS = "Counts are not written yet"
NO_ROOM = (0, resource.RLIM_INFINITY)
ROOM = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def turns(url: str) -> int:
    store = Store(url)
    numbers = {cell: count for month in store.months() for cell, count in store.numbers(month).items()}
    return sum(count for cell, count in numbers.items() if cell.name == "turn" and not cell.hours)


def talk(server: Server, times: int) -> None:
    """Talk, and be answered as if nothing had happened."""
    headers = server.start()
    for _ in range(times):
        answer = post(server, "/api/messages", headers, json={"choice": "kostnad"})
        assert answer.json()["messages"][0]["topic"] == "kostnad" and is_ready(server)


def wait_for_failures(server: Server, times: int) -> None:
    before = server.log.read_text().count(FAILS)
    wait_until(lambda: server.log.read_text().count(FAILS) >= before + times)


@pytest.fixture(scope="module")
def server(model: Path, postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("counting") / "log.txt"
    with run_server(log, OROSBOTEN_STATISTICS_URL=postgres.url, **QUICK) as running:
        yield running


@pytest.mark.parametrize("how", ["kill", "hang"])
def test_a_postgresql_that_fails_in_mid_conversation_costs_no_answer_and_no_count(
    server: Server, postgres: PostgresServer, how: str
) -> None:
    before = turns(postgres.url)
    talk(server, 2)
    wait_until(lambda: turns(postgres.url) == before + 2)
    getattr(postgres, how)()
    talk(server, 2)
    wait_for_failures(server, 1)
    talk(server, 3)
    wait_for_failures(server, 1)
    postgres.start() if how == "kill" else postgres.wake()
    wait_until(lambda: turns(postgres.url) == before + 7)
    talk(server, 1)
    wait_until(lambda: turns(postgres.url) == before + 8)


def test_a_server_stops_in_time_though_its_postgresql_hangs(
    model: Path, postgres: PostgresServer, tmp_path: Path
) -> None:
    with run_server(tmp_path / "log.txt", OROSBOTEN_STATISTICS_URL=postgres.url) as server:
        talk(server, 1)
        postgres.hang()
        server.process.terminate()
        assert server.process.wait(timeout=20) == 0
    postgres.wake()


def test_a_disk_without_room_costs_no_answer_and_no_count(model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "not_there_yet"
    url = f"sqlite:///{folder}/antal.db"
    settings = {"OROSBOTEN_STATISTICS_URL": url, "OROSBOTEN_KEEP_UNRECOGNISED": "true", **QUICK}
    with run_server(tmp_path / "log.txt", **settings) as server:
        for _ in range(FEWEST):
            server.say(server.start(), SECRET)
        wait_for_failures(server, 2)  # the first may have been under way
        folder.mkdir()
        wait_until(lambda: turns(url) == FEWEST)
        assert not Store(url).questions(), "somebody's words waited for the disk"
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, NO_ROOM)
        talk(server, 2)
        time.sleep(2)
        assert turns(url) == FEWEST, "it was written although there was no room"
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, ROOM)
        wait_until(lambda: turns(url) == FEWEST + 2)
        assert SECRET not in server.log.read_text()
