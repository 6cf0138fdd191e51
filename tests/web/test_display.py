"""Zoom, contrast, dark, motion, and text from right to left."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.conftest import Open
from tests.web.visitor import WORRY, ask

SMALL = {"viewport": {"width": 320, "height": 256}}


@pytest.mark.parametrize("path", ["/", "/svar/tecken", "/kontakter", "/infor-samtalet"])
def test_nothing_scrolls_sideways_at_400_percent(open_page: Open, path: str) -> None:
    page = open_page(path, **SMALL)
    if path == "/":
        ask(page, WORRY)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_stuck_over_the_text_on_a_low_screen(open_page: Open) -> None:
    page = open_page("/", **SMALL)
    ask(page, WORRY)
    for part in (".topp", ".skriv"):
        expect(page.locator(part)).to_have_css("position", "static")


def test_text_spacing_of_the_readers_own_hides_nothing(open_page: Open) -> None:
    page = open_page("/", viewport={"width": 800, "height": 844}, bypass_csp=True)
    page.add_style_tag(content="* { line-height: 1.5; letter-spacing: .12em; word-spacing: .16em; }")
    page.add_style_tag(content="html { font-size: 200%; }")
    ask(page, WORRY)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_moves(page: Page) -> None:
    ask(page, WORRY)
    assert page.evaluate("document.getAnimations().length") == 0
    expect(page.locator("html")).to_have_css("scroll-behavior", "auto")


def test_high_contrast_keeps_the_edges(open_page: Open) -> None:
    page = open_page("/", forced_colors="active")
    ask(page, WORRY)
    for part in ("#ut", ".svar article", ".du .ord", "#skriv button"):
        expect(page.locator(part).first).not_to_have_css("border-top-width", "0px")


def test_dark_follows_the_system(open_page: Open) -> None:
    page = open_page("/", color_scheme="dark")
    expect(page.locator("html")).to_have_css("background-color", "rgb(18, 25, 29)")


def test_one_who_reads_further_up_is_told_and_not_moved(open_page: Open) -> None:
    page = open_page("/", viewport={"width": 390, "height": 500})
    ask(page, WORRY)
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", "Kan de se mitt nummer?")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    page.evaluate("window.scrollTo(0, 0)")
    held[0].continue_()
    page.locator("#nytt").wait_for()
    assert page.evaluate("scrollY") == 0
    expect(page.locator("#lage")).to_contain_text("Ett nytt svar")


@pytest.mark.parametrize("words", ["ابني 020-100 200", "پسرم 020-100 200"])
def test_right_to_left_words_find_their_own_direction(page: Page, words: str) -> None:
    ask(page, words)
    expect(page.locator(".du .ord")).to_have_attribute("dir", "auto")
    assert page.evaluate("getComputedStyle(document.querySelector('.du .ord')).direction") == "rtl"
    expect(page.locator("#fraga")).to_have_attribute("dir", "auto")


def test_the_exit_mirrors(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.evaluate("document.documentElement.dir = 'rtl'")
    box = page.locator("#ut").bounding_box()
    assert box is not None and box["x"] < 640
