"""Back, forward, reload and reopen after the exit show nothing that was asked, answered or read."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from tests.conftest import Server
from tests.web.browser import Site
from tests.web.conftest import Open
from tests.web.visitor import WORRY, ask

ASKED = [WORRY, "Ser de vilket nummer jag ringer från?", "Vad kostar samtalet egentligen?"]
STEPS = ("back", "back", "forward", "forward", "back", "reload")


def one_page(page: Page) -> list[str]:
    """Ask three things; leave by the button."""
    seen = []
    for question in ASKED:
        ask(page, question)
        seen += [question, page.locator("#senast .text").first.inner_text()[:60]]
    page.click("#ut")
    return seen


def an_answer_first(page: Page) -> list[str]:
    """Read an answer among all answers, then ask; leave by the button."""
    page.click("nav >> text=Alla svar")
    page.click(".lista a >> nth=0")
    page.wait_for_url("**/svar/*")
    read = [page.locator("h1").inner_text(), page.locator("article .text").first.inner_text()[:60]]
    page.click("nav >> text=Chatten")
    page.locator("#fraga").wait_for()
    return read + one_page(page)


def nothing_asked(page: Page) -> list[str]:
    """Write, and leave by the button before anything is sent."""
    page.fill("#fraga", WORRY)
    page.click("#ut")
    return [WORRY]


def by_shift(page: Page) -> list[str]:
    """Ask, and leave with the keyboard."""
    ask(page, WORRY)
    for _ in range(3):
        page.keyboard.press("Shift")
    return [WORRY]


SCENARIOS: dict[str, tuple[bool, Callable[[Page], list[str]]]] = {
    "one page": (True, one_page),
    "an answer read first": (True, an_answer_first),
    "three forms sent, without script": (False, one_page),
    "the plain link, without script": (False, nothing_asked),
    "by Shift, before any answer of the network": (True, by_shift),
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_back_and_forward_after_the_exit_show_nothing(
    open_page: Open, server: Server, stranger: Site, scenario: str
) -> None:
    with_script, visit = SCENARIOS[scenario]
    page = open_page("/om", java_script_enabled=with_script)
    page.goto(stranger.url)  # as a list of search results: what Back may lead to
    page.goto(server.url)
    seen = visit(page)
    expect(page).to_have_title("Neutral")
    for step in STEPS:
        go(page, step)
        assert [words for words in seen if words in shown(page)] == [], step
    page.goto(server.url)
    assert [words for words in seen if words in shown(page)] == [], "opened again"


def test_with_script_back_leads_past_us(open_page: Open, server: Server, stranger: Site) -> None:
    page = open_page("/om")
    page.goto(stranger.url)
    page.goto(server.url)
    an_answer_first(page)
    expect(page).to_have_title("Neutral")
    go(page, "back")
    assert page.url.startswith(stranger.url)


def go(page: Page, step: str) -> None:
    """Take a step in the history, and let the page come to rest."""
    # A form that is not sent again is an error page in Chromium: nothing is shown.
    with suppress(Error):
        {"back": page.go_back, "forward": page.go_forward, "reload": page.reload}[step](timeout=2000)
    page.wait_for_timeout(300)


def shown(page: Page) -> str:
    """Return all that the page holds, in view or not."""
    with suppress(Error):
        return page.content()
    page.wait_for_timeout(500)  # it was on its way to another page
    return page.content()


def test_reading_two_pages_leaves_one_history_entry(open_page: Open) -> None:
    page = open_page("/svar")
    page.click(".lista a >> nth=0")
    page.wait_for_url("**/svar/*")
    assert page.evaluate("history.length") == 2  # about:blank and us


def test_a_form_sent_again_after_the_exit_brings_nothing_back(plain: Page, server: Server) -> None:
    ticket = plain.locator("#skriv [name=biljett]").input_value()
    form = {"biljett": ticket, "text": WORRY}
    first = plain.request.post(f"{server.url}/", form=form).text()
    again = plain.request.post(f"{server.url}/", form=form).text()
    assert WORRY in first
    assert WORRY not in again


def test_a_page_that_the_browser_had_kept_is_emptied(page: Page) -> None:
    ask(page, WORRY)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("#fraga")).to_have_value("")
    expect(page.locator("#lista > li")).to_have_count(0)
