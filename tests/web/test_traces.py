"""Nothing is left behind, on the device or in an address."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Server
from tests.web.conftest import PAGES, Open
from tests.web.visitor import WORRY, ask

TOPIC_WORDS = ["radikal", "extrem", "terror", "våld", "vald", "nazi", "islam"]
STORED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length]"""


def test_five_turns_add_no_history_and_store_nothing(page: Page) -> None:
    before = page.evaluate("history.length")
    for question in ("hej", WORRY, "mer", "vad kostar det att ringa?", "tack"):
        ask(page, question)
    assert page.evaluate("history.length") == before
    assert page.evaluate(STORED) == ["", 0, 0, 0, 0, 0]


@pytest.mark.parametrize("path", PAGES)
def test_title_and_address_are_neutral(open_page: Open, path: str) -> None:
    page = open_page(path)
    shown = f"{page.title()} {page.url} {page.locator('head').inner_html()}".casefold()
    assert not [word for word in TOPIC_WORDS if word in shown]


def test_the_title_stays_when_an_answer_comes(page: Page) -> None:
    title = page.title()
    ask(page, WORRY)
    assert page.title() == title == "Stöd och råd – chatt"


def test_only_our_own_host_is_asked_and_no_address_holds_what_was_written(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    ask(page, WORRY)
    page.click("#rensa button")
    assert asked and all(address.startswith(server.url) for address in asked)
    assert not [address for address in asked if "radikal" in address.casefold()]


def test_typing_sends_nothing(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.type("#fraga", WORRY)
    assert asked == []


def test_clearing_works_with_script(page: Page) -> None:
    ask(page, WORRY)
    with page.expect_request(lambda sent: sent.method == "DELETE"):
        page.click("#rensa button")
    expect(page.locator("#lista")).to_be_empty()
    expect(page.locator("#lage")).to_contain_text("Chatten är rensad")


def test_clearing_works_without_script(plain: Page) -> None:
    ask(plain, WORRY)
    plain.click("#rensa button")
    expect(plain.locator("#lage")).to_contain_text("Chatten är rensad")
    assert WORRY not in plain.content()


def test_the_chat_is_wiped_when_nobody_is_there(page: Page) -> None:
    page.clock.install()
    page.reload()
    ask(page, WORRY)
    page.clock.fast_forward("08:01")
    expect(page.locator("#tid")).to_contain_text("Chatten rensas om två minuter")
    page.clock.fast_forward("02:01")
    expect(page.locator("#lista")).to_be_empty()


def test_the_wipe_can_be_put_off(page: Page) -> None:
    page.clock.install()
    page.reload()
    ask(page, WORRY)
    page.clock.fast_forward("08:01")
    page.click("#tid button")
    page.clock.fast_forward("03:00")
    expect(page.locator("#lista > li")).to_have_count(2)


def test_the_chat_can_hide_when_the_tab_is_hidden(page: Page) -> None:
    page.check("#dolj")
    page.evaluate("Object.defineProperty(document, 'hidden', { value: true })")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#fraga")).to_be_hidden()
