"""Every state the page can be in: its address, the screen, and how a visitor gets there."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.web import ways
from tests.web.visitor import DANGER, TOO_LONG, WORRY, refused
from tests.web.ways import CONTRAST, DARK, DESKTOP, PHONE, PLAIN, SMALL, asked, searched

State = tuple[str, dict[str, Any], Callable[[Page], None]]
CHAT: dict[str, State] = {
    "start": ("/", PHONE, ways.start),
    "start-dator": ("/", DESKTOP, ways.start),
    "start-mork": ("/", DARK, ways.start),
    "start-320": ("/", SMALL, ways.start),
    "start-utan-skript": ("/", PLAIN, ways.start),
    "ingang": ("/", PHONE, ways.opened),
    "svar": ("/", PHONE, asked(WORRY)),
    "svar-utfallt": ("/", PHONE, ways.unfolded),
    "svar-dator": ("/", DESKTOP, asked(WORRY)),
    "svar-mork": ("/", DARK, asked(WORRY)),
    "svar-320": ("/", SMALL, asked(WORRY)),
    "svar-kontrast": ("/", CONTRAST, asked(WORRY)),
    "svar-utan-skript": ("/", PLAIN, asked(WORRY)),
    "svar-hoger-till-vanster": ("/", PHONE, ways.right_to_left),
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
    "fel": ("/", PHONE, ways.broken),
    "tomt": ("/", PHONE, refused("")),
    "tomt-utan-skript": ("/", PLAIN, refused("")),
    "for-langt-utan-skript": ("/", PLAIN, refused(TOO_LONG)),
    "rensat": ("/", PHONE, ways.cleared),
    "rensas-snart": ("/", PHONE, ways.warned),
    "utskrift": ("/", DESKTOP, ways.printed),
    "ruta": ("/ruta", PHONE, ways.start),
    "ruta-svar": ("/ruta", PHONE, asked(WORRY)),
    "ruta-utan-skript": ("/ruta", PLAIN, asked(WORRY)),
}
PAGES: dict[str, State] = {
    "alla-svar": ("/svar", PHONE, ways.start),
    "sokt": ("/svar", PHONE, searched("socialtjänsten")),
    "sokt-utan-traff": ("/svar", PHONE, searched("xyzzy")),
    "ett-svar": ("/svar/tecken", PHONE, ways.start),
    "ett-svar-dator": ("/svar/tecken", DESKTOP, ways.start),
    "ett-svar-mork": ("/svar/tecken", DARK, ways.start),
    "ett-svar-med-kort": ("/svar/akut_vapen_hemma", PHONE, ways.start),
    "ett-svar-utskrift": ("/svar/tecken", DESKTOP, ways.printed),
    "kontakter": ("/kontakter", PHONE, ways.start),
    "kontakter-dator": ("/kontakter", DESKTOP, ways.start),
    "kontakter-mork": ("/kontakter", DARK, ways.start),
    "infor-samtalet": ("/infor-samtalet", PHONE, ways.start),
    "infor-samtalet-mork": ("/infor-samtalet", DARK, ways.start),
    "infor-samtalet-utskrift": ("/infor-samtalet", DESKTOP, ways.printed),
    "sakerhet": ("/sakerhet", PHONE, ways.start),
    "integritet": ("/integritet", PHONE, ways.start),
    "tillganglighet": ("/tillganglighet", PHONE, ways.start),
    "om": ("/om", DESKTOP, ways.start),
    "finns-inte": ("/finns-inte", PHONE, ways.start),
}
STATES = CHAT | PAGES
# At each of the moments in moments.py.
HOURS: dict[str, State] = {name: STATES[name] for name in ("start", "overlamning", "kontakter")}
