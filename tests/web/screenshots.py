"""Pictures of every state of the page, for people to look at: `python -m tests.web.screenshots FOLDER [STATE …]`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from bot.settings import Settings
from bot.training import train_if_changed
from tests.clock import Clock
from tests.conftest import run_server
from tests.web.browser import chromium
from tests.web.moments import moments
from tests.web.states import HOURS, STATES, State


def take(browser: Browser, address: str, state: State, picture: Path) -> None:
    """Save a picture of a state as it stands in the window, and one of the whole page."""
    path, options, prepare = state
    context = browser.new_context(locale="sv-SE", **options)
    page = context.new_page()
    page.goto(address + path)
    prepare(page)
    page.screenshot(path=picture)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": options["viewport"]["width"], "height": max(height, 100)})
    page.screenshot(path=picture.with_stem(f"{picture.stem}-hel"))
    context.close()


def main(folder: Path, names: list[str]) -> None:
    """Take every picture, or those named; the hours of the helpline at each of the moments."""
    folder.mkdir(parents=True, exist_ok=True)
    train_if_changed(Settings())
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        clock = Clock(Path(scratch))
        browser = chromium(playwright)
        with run_server(Path(scratch) / "log.txt", **clock.environment) as server:
            for name in names or STATES:
                take(browser, server.url, STATES[name], folder / f"{name}.png")
            for when, moment in ({} if names else moments()).items():
                clock.set(moment)
                for name, state in HOURS.items():
                    take(browser, server.url, state, folder / f"{name}-{when}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
