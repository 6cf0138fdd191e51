"""Two engines, axe and HTML_CodeSniffer, find no fault in any state of the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.clock import Clock
from tests.conftest import Server, run_server
from tests.web.conftest import Open
from tests.web.moments import moments
from tests.web.states import HOURS, STATES, State
from tests.web.visitor import WORRY
from tests.web.ways import PHONE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """(tags) => axe.run({ runOnly: tags }).then((found) =>
    [found.violations.map((one) => [one.id, one.nodes[0].html]), found.passes.length])"""
SNIFFER = """() => new Promise((done) => HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages()
    .filter((one) => one.type === HTMLCS.ERROR).map((one) => [one.code, one.msg, one.element.outerHTML]))))"""


def opened(open_page: Open, state: State, **where: str) -> Page:
    """Return a page in a state. Without script means without ours: axe is a script itself."""
    path, options, prepare = state
    # Trusted Types would refuse axe's own script; nothing else is switched off.
    page = open_page(
        path,
        without_script=not options.get("java_script_enabled", True),
        **{**options, "java_script_enabled": True, "bypass_csp": True, **where},
    )
    prepare(page)
    return page


def assert_no_violations(page: Page, axe: str, sniffer: str) -> None:
    page.evaluate(axe)
    violations, passes = page.evaluate(AXE, TAGS)
    page.evaluate(sniffer)
    assert violations == [] == page.evaluate(SNIFFER)
    assert passes > 10


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    return Clock(tmp_path_factory.mktemp("clock"))


@pytest.fixture(scope="module")
def timed(model: Path, clock: Clock, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose clock can be set."""
    with run_server(tmp_path_factory.mktemp("timed") / "log.txt", **clock.environment) as running:
        yield running


@pytest.mark.parametrize("state", STATES)
def test_no_engine_finds_a_violation(open_page: Open, axe: str, sniffer: str, state: str) -> None:
    assert_no_violations(opened(open_page, STATES[state]), axe, sniffer)


def test_no_engine_finds_a_violation_while_waiting(open_page: Open, axe: str, sniffer: str) -> None:
    page = opened(open_page, ("/", PHONE, lambda page: None))
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    page.locator("#lista > .du").wait_for()
    assert_no_violations(page, axe, sniffer)


SAID = {"oppet": "öppen nu", "stangt": "stängd nu. Nästa tid:", "okant": "tider kan ha ändrats"}


@pytest.mark.parametrize("state", HOURS)
@pytest.mark.parametrize("when", SAID)
def test_open_closed_and_outdated_hours_are_said_without_violations(
    open_page: Open, axe: str, sniffer: str, timed: Server, clock: Clock, when: str, state: str
) -> None:
    clock.set(moments()[when])
    page = opened(open_page, HOURS[state], server_url=timed.url)
    assert SAID[when] in page.locator("footer").inner_text()
    if state == "overlamning":
        assert SAID[when] in page.locator("#senast").inner_text()
    assert_no_violations(page, axe, sniffer)
