"""The staff's page in a browser: for everyone, on any screen, within the policy."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.statistics.cells import Cell
from bot.statistics.counts import Batch
from bot.statistics.store import Store
from tests.conftest import run_server
from tests.web.test_axe import assert_no_violations

PASSWORD = "ett långt lösenord"
SCREENS = [{"width": 1280, "height": 800}, {"width": 320, "height": 600}]


@pytest.fixture(scope="module")
def address(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a month with numbers, large and small."""
    folder = tmp_path_factory.mktemp("staff")
    url = f"sqlite:///{folder}/antal.db"
    names = ("turn", "answer", "unknown", "handoff")
    days = [(date(2026, 2, day).isoformat(), name) for day in range(1, 29) for name in names]
    Store(url).add(Batch(Counter({Cell(day, "", "outcome", name): 2 + len(day + name) % 9 for day, name in days})))
    settings = {"OROSBOTEN_STATISTICS_URL": url, "OROSBOTEN_STAFF_PASSWORD": PASSWORD}
    with run_server(folder / "log.txt", **settings) as server:
        yield f"{server.url}/personal?manad=2026-02"


@pytest.fixture(params=SCREENS, ids=lambda screen: screen["width"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    credentials = {"username": "personal", "password": PASSWORD}
    context = browser.new_context(viewport=request.param, http_credentials=credentials, bypass_csp=True)
    yield context.new_page()
    context.close()


def test_axe_finds_no_violations_and_nothing_scrolls_sideways(page: Page, address: str, axe: str) -> None:
    page.goto(address)
    page.click("summary")
    assert_no_violations(page, axe)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_on_it_breaks_the_policy(browser: Browser, address: str) -> None:
    context = browser.new_context(http_credentials={"username": "x", "password": PASSWORD})
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(address, wait_until="networkidle")
    assert wrong == [] and page.locator("svg rect").count() > 28 * 4
    assert page.locator("svg rect").first.evaluate("(bar) => getComputedStyle(bar).fill") != "rgb(0, 0, 0)"
    context.close()
