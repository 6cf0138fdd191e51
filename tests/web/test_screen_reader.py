"""What a screen reader is told, and what it is spared."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.conftest import Open
from tests.web.visitor import WORRY, ask


def test_the_page_has_language_landmarks_and_one_heading_of_the_first_level(page: Page) -> None:
    assert page.locator("html").get_attribute("lang") == "sv"
    for landmark in ("header", "main", "footer", "h1"):
        expect(page.locator(landmark)).to_have_count(1)


def test_the_log_stands_before_the_first_message_and_has_a_name(page: Page) -> None:
    expect(page.get_by_role("log", name="Samtalet")).to_have_count(1)


def test_an_answer_is_added_in_one_piece_and_last(page: Page) -> None:
    page.evaluate(
        """() => { window.added = []; new MutationObserver((seen) => seen.forEach((one) => added.push(
        [...one.addedNodes].map((n) => n.className + (n === n.parentNode.lastElementChild ? ' last' : ''))
        .join()))).observe(document.getElementById('logg'), { childList: true, subtree: true }) }"""
    )
    ask(page, WORRY)
    assert [one.split()[0] for one in page.evaluate("added")] == ["du", "svar"]
    assert page.evaluate("added").pop() == "svar last"


def test_the_status_says_that_an_answer_is_being_written_and_then_that_it_is_there(page: Page) -> None:
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#lage[role=status]")).to_have_text("Svar skrivs", timeout=300)
    expect(page.locator("#skriv button")).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#fraga")).to_have_js_property("readOnly", True)
    page.keyboard.press("Enter")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("#lage")).to_have_text("Svar klart")


def test_waiting_long_is_said_softly(page: Page) -> None:
    page.clock.install()
    page.reload()
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#lage")).to_have_text("Svar skrivs")
    page.clock.fast_forward(7_100)
    expect(page.locator("#lage")).to_have_text("Svar skrivs fortfarande")


def test_each_message_says_in_words_who_sent_it(page: Page) -> None:
    ask(page, WORRY)
    expect(page.locator("#lista .avsandare")).to_have_text(["Du", "Automatiskt svar"])


def test_messages_are_not_tab_stops(page: Page) -> None:
    ask(page, WORRY)
    assert page.locator("#logg [tabindex='0'], #logg li[tabindex='0']").count() == 0


@pytest.mark.parametrize("path", ["/", "/svar", "/kontakter", "/om", "/finns-inte"])
def test_the_number_is_a_link_with_a_name_on_every_page(open_page: Open, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    link = page.get_by_role("link", name="Ring 020-100 200").first
    assert link.get_attribute("href") == "tel:+4620100200"
    expect(page.locator("meta[name=format-detection]")).to_have_attribute("content", "telephone=no")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("sv", "ltr")])
def test_what_is_shown_says_its_language_and_direction(page: Page, language: str, direction: str) -> None:
    reply = {"kind": "language", "topic": None, "title": "T", "more": "", "choices": [], "sources": [], "human": None}
    reply |= {"text": "In danger: call 112.", "language": language}
    page.route("**/api/messages", lambda route: route.fulfill(json={"messages": [reply]}))
    ask(page, "Hello")
    shown = page.locator("#senast article")
    expect(shown).to_have_attribute("dir", direction)
    assert shown.get_attribute("lang") == (None if language == "sv" else language)


@pytest.mark.parametrize("with_script", [True, False])
def test_an_english_card_is_marked_as_english(open_page: Open, with_script: bool) -> None:
    page = open_page("/", java_script_enabled=with_script)
    ask(page, "my brother has a gun and he wants to kill someone today")
    expect(page.locator("#kris .kris").first).to_have_attribute("lang", "en")
    expect(page.locator("#kris .kris").first).to_contain_text("Call 112")


@pytest.mark.parametrize("path", ["/", "/svar/tecken", "/kontakter"])
def test_what_is_seen_is_part_of_what_is_spoken(open_page: Open, path: str) -> None:
    page = open_page(path)
    if path == "/":
        ask(page, WORRY)
    for named in page.locator("a[aria-label], button[aria-label]").all():
        assert named.inner_text() in (named.get_attribute("aria-label") or "")
