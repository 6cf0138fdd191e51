"""Leave fast."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import Server
from tests.web.browser import Site
from tests.web.conftest import PAGES, Open
from tests.web.visitor import WORRY, ask


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


def test_the_exit_asks_for_nothing_but_the_end_and_the_way_out(page: Page, server: Server, neutral: Site) -> None:
    ask(page, WORRY)
    page.wait_for_load_state("networkidle")
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.click("#ut")
    expect(page).to_have_title("Neutral")
    ours = [("DELETE", f"{server.url}/api/conversations"), ("GET", f"{server.url}/ut"), ("GET", f"{neutral.url}/")]
    assert [one for one in asked if not one[1].endswith("favicon.ico")] == ours
