"""What a visitor writes, and how it is sent."""

from collections.abc import Callable

from playwright.sync_api import FrameLocator, Page

WORRY = "Hur kan jag märka om någon håller på att radikaliseras?"
DANGER = "min bror har ett vapen och är på väg till skolan"
TOO_LONG = "a" * 1200


def ask(page: Page | FrameLocator, text: str) -> None:
    """Write a question, on a page or in a frame, send it and wait for the answer."""
    before = page.locator("#lista > .svar").count()
    page.locator("#fraga").fill(text)
    page.locator("#skriv button").click()
    answer = page.locator("#lista > .svar").nth(before)
    answer.wait_for()
    assert not answer.locator(".fault").count(), "The bot could not answer: is its model trained?"


def refused(text: str) -> Callable[[Page], None]:
    """Return how to send what is not taken."""

    def prepare(page: Page) -> None:
        page.fill("#fraga", text)
        page.click("#skriv button")
        page.locator("#fel p").first.wait_for()

    return prepare
