"""Pictures of every state of the page, for people to look at: `python -m tests.web.screenshots FOLDER [ADDRESS]`."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import run_server
from tests.web.browser import chromium

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
SMALL = {"viewport": {"width": 320, "height": 256}}
DARK = {**PHONE, "color_scheme": "dark"}
CONTRAST = {**PHONE, "forced_colors": "active"}
PLAIN = {**PHONE, "java_script_enabled": False}

WORRY = "Hur kan jag märka om någon håller på att radikaliseras?"
DANGER = "min bror har ett vapen och är på väg till skolan"


def ask(page: Page, text: str) -> None:
    """Write a question, send it and wait for the answer."""
    before = page.locator("#lista > .svar").count()
    page.fill("#fraga", text)
    page.click("#skriv button")
    page.locator("#lista > .svar").nth(before).wait_for()


def _start(page: Page) -> None:
    return


def _opened(page: Page) -> None:
    page.click(".ingangar summary >> nth=0")


def _answered(page: Page) -> None:
    ask(page, WORRY)


def _crisis(page: Page) -> None:
    ask(page, DANGER)


def _choices(page: Page) -> None:
    ask(page, "anmälan")


def _hand_over(page: Page) -> None:
    ask(page, "jag vill prata med en människa")


def _broken(page: Page) -> None:
    page.route("**/api/**", lambda route: route.abort())
    page.fill("#fraga", WORRY)
    page.click("#skriv button")
    page.locator("#fel p").first.wait_for()


def _printed(page: Page) -> None:
    page.emulate_media(media="print")


def _right_to_left(page: Page) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    ask(page, "أنا قلق على ابني 020-100 200")


State = tuple[str, dict[str, Any], Callable[[Page], None]]
STATES: dict[str, State] = {
    "start": ("/", PHONE, _start),
    "start-dator": ("/", DESKTOP, _start),
    "start-mork": ("/", DARK, _start),
    "start-320": ("/", SMALL, _start),
    "ingang": ("/", PHONE, _opened),
    "svar": ("/", PHONE, _answered),
    "svar-dator": ("/", DESKTOP, _answered),
    "svar-mork": ("/", DARK, _answered),
    "svar-320": ("/", SMALL, _answered),
    "svar-kontrast": ("/", CONTRAST, _answered),
    "svar-utan-skript": ("/", PLAIN, _answered),
    "svar-hoger-till-vanster": ("/", PHONE, _right_to_left),
    "kris": ("/", PHONE, _crisis),
    "kris-dator": ("/", DESKTOP, _crisis),
    "kris-mork": ("/", DARK, _crisis),
    "kris-kontrast": ("/", CONTRAST, _crisis),
    "kris-utan-skript": ("/", PLAIN, _crisis),
    "val": ("/", PHONE, _choices),
    "overlamning": ("/", PHONE, _hand_over),
    "fel": ("/", PHONE, _broken),
    "alla-svar": ("/svar", PHONE, _start),
    "ett-svar": ("/svar/tecken", PHONE, _start),
    "ett-svar-dator": ("/svar/tecken", DESKTOP, _start),
    "ett-svar-utskrift": ("/svar/tecken", DESKTOP, _printed),
    "kontakter": ("/kontakter", PHONE, _start),
    "infor-samtalet": ("/infor-samtalet", PHONE, _start),
    "utskrift": ("/", DESKTOP, _printed),
    "finns-inte": ("/finns-inte", PHONE, _start),
}


def take(browser: Browser, address: str, folder: Path, name: str) -> None:
    """Save a picture of a state as it stands in the window, and one of the whole page."""
    path, options, prepare = STATES[name]
    context = browser.new_context(locale="sv-SE", **options)
    page = context.new_page()
    page.goto(address + path)
    prepare(page)
    page.screenshot(path=folder / f"{name}.png")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": options["viewport"]["width"], "height": max(height, 100)})
    page.screenshot(path=folder / f"{name}-hel.png")
    context.close()


def main(folder: Path, address: str | None, names: list[str]) -> None:
    """Take every picture, or those named."""
    folder.mkdir(parents=True, exist_ok=True)
    running = nullcontext(address) if address else run_server(folder / "server.txt")
    with running as server, sync_playwright() as playwright:
        browser = chromium(playwright)
        for name in names or STATES:
            take(browser, getattr(server, "url", str(server)), folder, name)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None, sys.argv[3:])
