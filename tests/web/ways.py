"""How a visitor comes to a state of the page, and on what screen."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.web.visitor import WORRY, ask, refused

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
SMALL = {"viewport": {"width": 320, "height": 256}}
DARK = {**PHONE, "color_scheme": "dark"}
CONTRAST = {**PHONE, "forced_colors": "active"}
PLAIN = {**PHONE, "java_script_enabled": False}


def asked(*texts: str) -> Callable[[Page], None]:
    """Return how to ask one thing after another."""

    def prepare(page: Page) -> None:
        for text in texts:
            ask(page, text)

    return prepare


def searched(words: str) -> Callable[[Page], None]:
    """Return how to search among the answers."""

    def prepare(page: Page) -> None:
        page.fill("#sok", words)
        page.click(".sok button")
        page.locator("[role=status]", has_text="alla orden").wait_for()

    return prepare


def start(page: Page) -> None:
    return


def opened(page: Page) -> None:
    page.click(".ingangar summary >> nth=0")


def unfolded(page: Page) -> None:
    ask(page, WORRY)
    for summary in page.locator("#senast summary").all():
        summary.click()


def broken(page: Page) -> None:
    page.route("**/api/**", lambda route: route.abort())
    refused(WORRY)(page)


def cleared(page: Page) -> None:
    ask(page, WORRY)
    page.click("#rensa button")
    page.locator("#lage", has_text="Chatten är rensad").wait_for()


def warned(page: Page) -> None:
    page.clock.install()
    page.reload()
    ask(page, WORRY)
    page.clock.fast_forward("08:01")
    page.locator("#tid button").wait_for()


def printed(page: Page) -> None:
    page.emulate_media(media="print")


def right_to_left(page: Page) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    ask(page, "أنا قلق على ابني 020-100 200")
