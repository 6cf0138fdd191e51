"""Every state the page can be in, and how a visitor gets there."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.web.visitor import DANGER, TOO_LONG, WORRY, ask, refused

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


def _start(page: Page) -> None:
    return


def _opened(page: Page) -> None:
    page.click(".ingangar summary >> nth=0")


def _unfolded(page: Page) -> None:
    ask(page, WORRY)
    for summary in page.locator("#senast summary").all():
        summary.click()


def _broken(page: Page) -> None:
    page.route("**/api/**", lambda route: route.abort())
    refused(WORRY)(page)


def _cleared(page: Page) -> None:
    ask(page, WORRY)
    page.click("#rensa button")
    page.locator("#lage", has_text="Chatten är rensad").wait_for()


def _warned(page: Page) -> None:
    page.clock.install()
    page.reload()
    ask(page, WORRY)
    page.clock.fast_forward("08:01")
    page.locator("#tid button").wait_for()


def _printed(page: Page) -> None:
    page.emulate_media(media="print")


def _right_to_left(page: Page) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    ask(page, "أنا قلق على ابني 020-100 200")


State = tuple[str, dict[str, Any], Callable[[Page], None]]
CHAT: dict[str, State] = {
    "start": ("/", PHONE, _start),
    "start-dator": ("/", DESKTOP, _start),
    "start-mork": ("/", DARK, _start),
    "start-320": ("/", SMALL, _start),
    "start-utan-skript": ("/", PLAIN, _start),
    "ingang": ("/", PHONE, _opened),
    "svar": ("/", PHONE, asked(WORRY)),
    "svar-utfallt": ("/", PHONE, _unfolded),
    "svar-dator": ("/", DESKTOP, asked(WORRY)),
    "svar-mork": ("/", DARK, asked(WORRY)),
    "svar-320": ("/", SMALL, asked(WORRY)),
    "svar-kontrast": ("/", CONTRAST, asked(WORRY)),
    "svar-utan-skript": ("/", PLAIN, asked(WORRY)),
    "svar-hoger-till-vanster": ("/", PHONE, _right_to_left),
    "annat-sprak-utan-skript": ("/", PLAIN, asked("پسرم 020-100 200")),
    "kris": ("/", PHONE, asked(DANGER)),
    "kris-dator": ("/", DESKTOP, asked(DANGER)),
    "kris-mork": ("/", DARK, asked(DANGER)),
    "kris-320": ("/", SMALL, asked(DANGER)),
    "kris-kontrast": ("/", CONTRAST, asked(DANGER)),
    "kris-utan-skript": ("/", PLAIN, asked(DANGER)),
    "kris-annat-sprak": ("/", PHONE, asked("ابني عنده سلاح")),
    "kris-nekad": ("/", PHONE, asked(DANGER, "nej, det var inte så")),
    "val": ("/", PHONE, asked("anmälan")),
    "val-utan-skript": ("/", PLAIN, asked("anmälan")),
    "overlamning": ("/", PHONE, asked("jag vill prata med en människa")),
    "overlamning-utan-skript": ("/", PLAIN, asked("jag vill prata med en människa")),
    "fel": ("/", PHONE, _broken),
    "tomt": ("/", PHONE, refused("")),
    "tomt-utan-skript": ("/", PLAIN, refused("")),
    "for-langt-utan-skript": ("/", PLAIN, refused(TOO_LONG)),
    "rensat": ("/", PHONE, _cleared),
    "rensas-snart": ("/", PHONE, _warned),
    "utskrift": ("/", DESKTOP, _printed),
    "ruta": ("/ruta", PHONE, _start),
    "ruta-svar": ("/ruta", PHONE, asked(WORRY)),
    "ruta-utan-skript": ("/ruta", PLAIN, asked(WORRY)),
}
PAGES: dict[str, State] = {
    "alla-svar": ("/svar", PHONE, _start),
    "sokt": ("/svar", PHONE, searched("socialtjänsten")),
    "sokt-utan-traff": ("/svar", PHONE, searched("xyzzy")),
    "ett-svar": ("/svar/tecken", PHONE, _start),
    "ett-svar-dator": ("/svar/tecken", DESKTOP, _start),
    "ett-svar-mork": ("/svar/tecken", DARK, _start),
    "ett-svar-med-kort": ("/svar/akut_vapen_hemma", PHONE, _start),
    "ett-svar-utskrift": ("/svar/tecken", DESKTOP, _printed),
    "kontakter": ("/kontakter", PHONE, _start),
    "kontakter-dator": ("/kontakter", DESKTOP, _start),
    "kontakter-mork": ("/kontakter", DARK, _start),
    "infor-samtalet": ("/infor-samtalet", PHONE, _start),
    "infor-samtalet-mork": ("/infor-samtalet", DARK, _start),
    "infor-samtalet-utskrift": ("/infor-samtalet", DESKTOP, _printed),
    "sakerhet": ("/sakerhet", PHONE, _start),
    "integritet": ("/integritet", PHONE, _start),
    "tillganglighet": ("/tillganglighet", PHONE, _start),
    "om": ("/om", DESKTOP, _start),
    "finns-inte": ("/finns-inte", PHONE, _start),
}
STATES = CHAT | PAGES
# At each of the moments in moments.py.
HOURS: dict[str, State] = {name: STATES[name] for name in ("start", "overlamning", "kontakter")}
