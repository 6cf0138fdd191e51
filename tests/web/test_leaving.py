"""Leave fast, and leave nothing behind."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, Route, expect

from tests.conftest import Server
from tests.web.browser import Site
from tests.web.conftest import Open
from tests.web.screenshots import WORRY, ask

PAGES = ["/", "/svar", "/svar/tecken", "/kontakter", "/infor-samtalet", "/sakerhet", "/integritet", "/tillganglighet"]
PAGES += ["/om", "/ruta", "/finns-inte"]
ASKED = [WORRY, "Ser de vilket nummer jag ringer från?", "Vad kostar samtalet egentligen?"]
TOPIC_WORDS = ["radikal", "extrem", "terror", "våld", "vald", "nazi", "islam"]
STORED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length]"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("with_script", [True, False])
def test_exit_is_first_in_tab_order_on_every_page(open_page: Open, path: str, with_script: bool) -> None:
    page = open_page(path, java_script_enabled=with_script)
    page.keyboard.press("Tab")
    expect(page.locator("#ut")).to_be_focused()


def test_exit_without_script_leads_to_the_neutral_page(plain: Page, neutral: Site) -> None:
    plain.click("#ut")
    expect(plain).to_have_title("Neutral")


def test_exit_without_script_ends_the_conversation_on_the_server(plain: Page, server: Server, neutral: Site) -> None:
    ask(plain, WORRY)
    token = plain.locator("#skriv [name=token]").input_value()
    plain.click("#ut")
    expect(plain).to_have_title("Neutral")
    answer = plain.request.delete(f"{server.url}/api/conversations", headers={"Authorization": f"Bearer {token}"})
    assert answer.status == 401


def test_exit_with_script_ends_the_conversation_on_the_server(page: Page) -> None:
    ask(page, WORRY)
    with page.expect_request(lambda sent: sent.method == "DELETE") as ended:
        page.click("#ut")
    assert ended.value.headers["authorization"].startswith("Bearer ")
    expect(page).to_have_title("Neutral")


def test_the_screen_is_blank_within_a_tenth_of_a_second_with_the_network_dead(page: Page) -> None:
    ask(page, WORRY)
    held: list[Route] = []
    page.route("**/*", lambda route: held.append(route))
    blank_after, text = page.evaluate(
        """() => new Promise((done) => {
            const from = performance.now();
            new MutationObserver(() => done([performance.now() - from, document.body.innerText]))
              .observe(document.body, { childList: true });
            setTimeout(() => done([2000, document.body.innerText]), 2000);
            document.getElementById('ut').click();
        })"""
    )
    for route in held:
        route.abort()
    assert (blank_after <= 100, text) == (True, "")


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


def test_five_turns_add_no_history_and_store_nothing(page: Page) -> None:
    before = page.evaluate("history.length")
    for question in ("hej", WORRY, "mer", "vad kostar det att ringa?", "tack"):
        ask(page, question)
    assert page.evaluate("history.length") == before
    assert page.evaluate(STORED) == ["", 0, 0, 0, 0]


def test_shift_three_times_leaves(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_title("Neutral")


def test_shift_is_announced_while_it_is_counted(page: Page) -> None:
    page.keyboard.press("Shift")
    expect(page.locator("#skift[role=status]")).to_have_text("Lämna sidan: tryck Skift två gånger till.")


@pytest.mark.parametrize("keys", [["Shift+A"] * 4, ["Shift+Enter"] * 4, ["Escape"] * 4])
def test_capitals_new_lines_and_escape_do_not_leave(page: Page, keys: list[str]) -> None:
    page.focus("#fraga")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    expect(page.locator("#fraga")).to_be_visible()


@pytest.mark.parametrize("size", [(320, 256), (390, 844), (1280, 720)])
def test_nothing_covers_the_exit(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("/", viewport={"width": size[0], "height": size[1]})
    ask(page, WORRY)
    page.focus("#ut")
    assert (
        page.evaluate(
            """() => { const b = document.getElementById('ut').getBoundingClientRect();
        return document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2).id }"""
        )
        == "ut"
    )


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
