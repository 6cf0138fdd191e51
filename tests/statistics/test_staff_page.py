"""The staff's page: closed to all but those with the password, and silent about what could point somebody out."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import requests

from bot.statistics.cells import Cell
from bot.statistics.counts import Batch
from bot.statistics.store import Store
from bot.web.headers import ALWAYS
from tests.conftest import Server, run_server

PASSWORD = "ett:långt lösenord"
MONTH = "2026-02"


@pytest.fixture(scope="module")
def today() -> date:
    return datetime.now(ZoneInfo("Europe/Stockholm")).date()


@pytest.fixture(scope="module")
def page(model: Path, today: date, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("staff")
    url = f"sqlite:///{folder}/antal.db"
    Store(url).add(_numbers(today))
    settings = {"OROSBOTEN_STATISTICS_URL": url, "OROSBOTEN_STAFF_PASSWORD": PASSWORD}
    with run_server(
        folder / "log.txt", OROSBOTEN_TRAIN="false", OROSBOTEN_KEEP_UNRECOGNISED="true", **settings
    ) as server:
        yield server


def _numbers(today: date) -> Batch:
    """Return a month that is over, and what has been counted of this one."""
    numbers = Counter({Cell(f"{MONTH}-{day:02}", "", "outcome", "turn"): 10 + day for day in range(1, 29)})
    numbers |= {Cell(f"{MONTH}-01", "", "topic", "kostnad"): 17, Cell(f"{MONTH}-01", "", "topic", "tecken"): 4}
    numbers |= {Cell(f"{MONTH}-01", "", "outcome", "unknown"): 3, Cell(MONTH, "night", "outcome", "crisis"): 2}
    numbers |= {Cell(today.isoformat(), "", "topic", "kostnad"): 13, Cell(MONTH, "", "seconds", "0.25"): 39}
    questions = Counter({(today.isoformat(), "<b>var är toaletten"): 6, (today.isoformat(), "sällsynt fråga"): 4})
    return Batch(numbers, questions)


def read(server: Server, path: str = f"/personal?manad={MONTH}", password: str = PASSWORD) -> requests.Response:
    return requests.get(server.url + path, auth=(b"personal", password.encode()), timeout=10)


def cells_of(html: str, heading: str) -> list[str]:
    """Return the cells of the row with the heading."""
    row = re.search(rf'<tr><th scope="row">{heading}</th>(.*?)</tr>', html)
    assert row, f"no row {heading}"
    return re.findall(r"<td>(.*?)</td>", row[1])


def test_without_the_password_nothing_is_told(page: Server) -> None:
    for answer in (requests.get(f"{page.url}/personal", timeout=10), read(page, password="ett:långt")):
        assert answer.status_code == 401 and answer.headers["WWW-Authenticate"].startswith("Basic ")
        assert "Lösenord behövs" in answer.text and "Antal i" not in answer.text and "020-100 200" in answer.text
    for header in ("Basic", "Basic ÿ", "Basic !!", "Bearer x", "Basic " + "QQ==" * 50):
        answer = requests.get(f"{page.url}/personal", headers={"Authorization": header.encode("latin-1")}, timeout=10)
        assert answer.status_code == 401, header


def test_the_page_keeps_the_strict_headers_and_has_no_script_or_style_of_its_own(page: Server) -> None:
    answer = read(page)
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", answer.text)
    assert answer.text.count("<svg") == 5


def test_a_number_under_five_is_never_told(page: Server) -> None:
    html = read(page).text
    assert "<td>17</td>" in html
    assert cells_of(html, "Visade ett akut kort") == ["0", "färre än fem", "0", "0", "0"]
    assert cells_of(html, "Förstods inte")[0] == "färre än fem"
    assert cells_of(html, "1 februari 2026") == ["11", "0", "färre än fem", "0"]
    assert "högst 0,05" in html and "högst 4<" in html
    told = {
        int(value)
        for value in re.findall(r"<td>(\d+)</td>|<title>[^<]*: (\d+)</title>", html)
        for value in value
        if value
    }
    assert not told & {1, 2, 3, 4}


def test_a_month_that_goes_on_is_told_in_whole_fives_and_without_today(page: Server, today: date) -> None:
    html = read(page, "/personal").text
    assert "<td>10</td>" in html and "<td>13</td>" not in html, "one more tomorrow would tell of one person"
    assert f'<tr><th scope="row">{today.day} ' not in html


def test_only_what_many_have_asked_is_shown_and_never_as_markup(page: Server) -> None:
    html = read(page).text
    assert "&lt;b&gt;var är toaletten" in html and "<b>" not in html
    assert "sällsynt" not in html and "vars ord inte finns kvar: färre än fem." in html


def test_a_month_without_numbers_and_a_month_that_is_none_are_both_calm(page: Server) -> None:
    assert "Antal i mars 2025" in read(page, "/personal?manad=2025-03").text
    for wrong in ("2026-13", "x", "%27--", "2026-1"):
        assert read(page, f"/personal?manad={wrong}").status_code == 200


def test_a_database_that_cannot_be_read_is_told_calmly(page: Server) -> None:
    database = page.log.with_name("antal.db")
    whole = database.read_bytes()
    database.write_bytes(b"not a database" * 100)
    answer = read(page)
    database.write_bytes(whole)
    assert answer.status_code == 503 and "går inte att läsa just nu" in answer.text
    assert read(page).status_code == 200


def test_passwords_cannot_be_guessed_for_long(page: Server) -> None:
    guesses = [read(page, password=f"gissning nummer {number}").status_code for number in range(15)]
    assert guesses[0] == 401 and guesses[-1] == 429
    assert read(page).status_code == 429, "a right guess among the wrong ones is still told from them"
