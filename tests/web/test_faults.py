"""What is said when a question cannot be answered, and that it is not lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.visitor import TOO_LONG, WORRY, ask, refused


def test_an_empty_question_gets_help_and_the_number(page: Page) -> None:
    page.click("#skriv button")
    alert = page.locator("#fel[role=alert]")
    expect(alert).to_contain_text("Skriv något i rutan först")
    expect(alert.locator("a[href='tel:+4620100200']")).to_have_count(1)
    assert "fel" in (page.locator("#fraga").get_attribute("aria-describedby") or "")


def test_too_long_a_question_keeps_its_text(page: Page) -> None:
    page.fill("#fraga", "a" * 1200)
    page.click("#skriv button")
    expect(page.locator("#fel")).to_contain_text("för mycket text")
    expect(page.locator("#fraga")).to_have_value("a" * 1200)


@pytest.mark.parametrize("earlier", [[], [WORRY]])
def test_without_script_what_was_not_taken_is_kept_and_stands_in_focus(plain: Page, earlier: list[str]) -> None:
    for question in earlier:
        ask(plain, question)
    refused(TOO_LONG)(plain)
    field = plain.locator("#fraga")
    expect(field).to_be_focused()
    expect(field).to_have_value(TOO_LONG)
    expect(field).to_be_in_viewport()
    expect(plain.locator("#fel a[href='tel:+4620100200']")).to_be_in_viewport()


def test_a_script_that_fails_midway_falls_back_without_losing_the_question(page: Page) -> None:
    ask(page, "Kostar det något att ringa?")
    page.route("**/api/**", lambda route: route.abort())
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#fel")).to_contain_text("020-100 200")
    expect(page.locator("#fraga")).to_have_value(WORRY)
    page.click("#skriv button")
    expect(page.locator("#lista > li")).to_have_count(4)


def test_an_answer_that_never_comes_ends_in_calm_words_and_the_number(page: Page) -> None:
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#fel")).to_contain_text("020-100 200", timeout=15_000)


def test_an_ended_conversation_starts_anew_with_a_word_about_it(page: Page) -> None:
    ask(page, "Kostar det något att ringa?")
    page.route("**/api/messages", _say_it_is_over_once())
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    expect(page.locator("#lage")).to_contain_text("Det förra samtalet var slut")
    expect(page.locator("#lista > li")).to_have_count(2)


def _say_it_is_over_once() -> Callable[[Route], None]:
    told: list[bool] = []

    def answer(route: Route) -> None:
        if told:
            route.continue_()
            return
        told.append(True)
        route.fulfill(status=401, json={"error": "over"})

    return answer
