"""Back, forward, reload and reopen after the exit show nothing."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from tests.conftest import Server
from tests.web.conftest import Open
from tests.web.states import WORRY, ask

ASKED = [WORRY, "Ser de vilket nummer jag ringer från?", "Vad kostar samtalet egentligen?"]


@pytest.mark.parametrize("with_script", [True, False])
def test_back_and_forward_after_the_exit_show_nothing(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    for question in ASKED:
        ask(page, question)
    page.click("#ut")
    expect(page).to_have_title("Neutral")
    for step in ("back", "back", "forward", "back"):
        _step(page, step)
        page.wait_for_timeout(400)
        assert not [question for question in ASKED if question in page.content()]


def _step(page: Page, step: str) -> None:
    # A form that is not sent again is an error page in Chromium: nothing is shown.
    with suppress(Error):
        page.go_back(timeout=2000) if step == "back" else page.go_forward(timeout=2000)


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
