"""A talked conversation is counted right, through the real server, and nothing but counts is written."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from bot.statistics.store import Store
from tests.conftest import Server, run_server
from tests.faults.visitor import wait_until

SECRET = "kanariefågelhemlig"
DANGER = "min bror har ett vapen och är på väg till skolan"
NONSENSE = "xqzt vrblk"
COLUMNS = ["period", "hours", "measure", "name", "count", "day", "fingerprint", "words", "count"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("counting") / "antal.db"


@pytest.fixture(scope="module")
def running(model: Path, database: Path) -> Iterator[Server]:
    settings = {"OROSBOTEN_STATISTICS_URL": f"sqlite:///{database}", "OROSBOTEN_STATISTICS_SECONDS": "0.5"}
    with run_server(database.with_name("log.txt"), OROSBOTEN_KEEP_UNRECOGNISED="true", **settings) as server:
        yield server


@pytest.fixture
def counting(running: Server, database: Path) -> Server:
    """Return a server that counts and keeps, with nothing counted yet."""
    wait_until(database.exists)
    with sqlite3.connect(database, timeout=10) as connection:
        connection.executescript("drop table if exists numbers; drop table if exists questions")
    return running


def totals(database: Path, measure: str = "outcome") -> dict[str, int]:
    """Return the numbers of the days, by what they count."""
    store = Store(f"sqlite:///{database}")
    found = {cell: count for month in store.months() for cell, count in store.numbers(month).items()}
    return {cell.name: count for cell, count in found.items() if cell.measure == measure and _is_day(cell.period)}


def wait_for_turns(database: Path, turns: int) -> None:
    wait_until(lambda: totals(database).get("turn", 0) >= turns)


def _is_day(period: str) -> bool:
    return len(period) == len("2026-11-24")


def test_the_totals_of_a_talked_conversation_are_right(counting: Server, database: Path) -> None:
    headers = counting.start()
    for choice in ("kostnad", "tecken", "prata_med_manniska"):
        counting.choose(headers, choice)
    counting.say(counting.start(), DANGER)
    for _ in range(2):
        counting.say(headers, NONSENSE)
    wait_for_turns(database, 6)
    found = totals(database)
    expected = {"turn": 6, "start": 2, "answer": 2, "unknown": 2, "handoff": 2, "crisis": 1, "human": 1, "fault": 0}
    assert {name: found.get(name, 0) for name in expected} == expected
    topics = totals(database, "topic")
    assert topics["kostnad"] == topics["tecken"] == 1


def test_no_topic_has_an_hour_and_no_day_has_hours(counting: Server, database: Path) -> None:
    counting.choose(counting.start(), "kostnad")
    wait_for_turns(database, 1)
    store = Store(f"sqlite:///{database}")
    cells = list(store.numbers(store.months()[-1]))
    assert {cell.measure for cell in cells if cell.hours} == {"outcome"}
    assert not [cell for cell in cells if cell.hours and _is_day(cell.period)]
    assert {cell.measure for cell in cells if not cell.hours and not _is_day(cell.period)} == {"seconds"}


def test_what_is_counted_last_is_written_when_the_server_stops(model: Path, tmp_path: Path) -> None:
    database = tmp_path / "antal.db"
    with run_server(tmp_path / "log.txt", OROSBOTEN_STATISTICS_URL=f"sqlite:///{database}") as server:
        server.choose(server.start(), "kostnad")
        assert totals(database) == {}
    assert totals(database)["turn"] == 1


def test_nothing_is_counted_or_written_unless_it_is_turned_on(server: Server) -> None:
    server.choose(server.start(), "kostnad")
    assert requests.get(f"{server.url}/personal", timeout=10).status_code == 404
    assert [path.name for path in server.log.parent.iterdir()] == [server.log.name]


def test_nothing_but_counts_is_in_the_file(counting: Server, database: Path) -> None:
    conversations = [counting.start(reader="ung") for _ in range(3)]
    texts = [SECRET, f"min son {SECRET} 070-123 45 67", f"{SECRET} {DANGER}"]
    for headers, text in zip(conversations, texts, strict=True):
        counting.say(headers, text)
    wait_for_turns(database, 3)
    written = b"".join(path.read_bytes() for path in database.parent.iterdir()).lower()
    secrets = [SECRET, "070", "127.0.0.1", *(headers["Authorization"][7:].lower() for headers in conversations)]
    own = counting.url.removesuffix("/").encode()
    assert not [secret for secret in secrets if secret.encode() in written.replace(own, b"")]
    with sqlite3.connect(database) as connection:
        tables = ("numbers", "questions")
        columns = [row[1] for table in tables for row in connection.execute(f"pragma table_info({table})")]
    assert columns == COLUMNS
    assert database.stat().st_mode & 0o077 == 0, "others on the machine can read it"


def test_a_question_that_five_conversations_begin_with_is_kept_and_others_are_not(
    counting: Server, database: Path
) -> None:
    store = Store(f"sqlite:///{database}")
    for _ in range(4):
        headers = counting.start()
        for _ in range(3):  # one conversation counts once
            counting.say(headers, NONSENSE)
    for _ in range(6):
        counting.say(counting.start(), DANGER)
    wait_for_turns(database, 18)
    assert store.questions() == {"": 4} and NONSENSE.encode() not in database.read_bytes()
    counting.say(counting.start(), f"  {NONSENSE.upper()}!! ")
    wait_for_turns(database, 19)
    assert store.questions() == {NONSENSE: 5}


def test_what_is_kept_is_told_wherever_it_is_promised_that_nothing_is(counting: Server, server: Server) -> None:
    for place, keeps in ((counting, True), (server, False)):
        front, privacy, answer = (_page(place, path) for path in ("/", "/integritet", "/svar/bot_integritet"))
        [reply] = place.choose(place.start(), "bot_integritet")
        told = ["sparas frågan i högst 30 dagar" in text for text in (privacy, answer, reply["text"])]
        assert told == [keeps] * 3
        promised = [promise in front for promise in ("Den sparas inte", "Allt du skrev är borta")]
        assert promised == [not keeps] * 2 and ("Räknas:" in privacy) is keeps


def _page(server: Server, path: str) -> str:
    return requests.get(f"{server.url}{path}", timeout=10).text
