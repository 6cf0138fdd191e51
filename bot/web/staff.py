"""The staff's page of numbers, behind a password. It is not there at all unless a password is set."""

import asyncio
import logging
import re
from base64 import b64decode
from dataclasses import dataclass
from secrets import compare_digest

from sanic import Blueprint, Request
from sanic.response import HTTPResponse

from bot.channel.limits import Limits
from bot.errors import StatisticsUnreachable
from bot.settings import Settings
from bot.statistics import Store
from bot.statistics.cells import month_of
from bot.statistics.report import Report, make_report
from bot.web.plots import Plot, plot
from bot.web.static_files import static_files
from bot.web.views import View, make_view
from bot.web.web_settings import WebSettings

logger = logging.getLogger(__name__)
ADDRESS = "/personal"
MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
BASIC = "Basic "
ASK = {"WWW-Authenticate": 'Basic realm="Personal", charset="UTF-8"'}
# What is drawn day by day.
DRAWN = ("turn", "answer", "unknown", "handoff")


@dataclass(frozen=True)
class Staff:
    """Shows a month of numbers to whoever has the password."""

    view: View
    store: Store
    limits: Limits
    settings: Settings

    async def show(self, request: Request) -> HTTPResponse:
        """Return the page, or the question for the password. Raise TooOften where too many have been guessed."""
        self.limits.refuse_guessing(request)
        given = _password(request)
        if given is None or not compare_digest(given, self.settings.staff_password.encode()):
            if given is not None:
                self.limits.count_wrong_password(request)
            return self._without_numbers("locked", status=401, headers=ASK)
        try:
            return await asyncio.to_thread(self._page, request.args.get("manad"))
        except StatisticsUnreachable as error:
            logger.error("The numbers were not shown. %s", error)
            return self._without_numbers("unreachable", status=503)

    def _page(self, wanted: str | None) -> HTTPResponse:
        today = self.view.now().date()
        month = wanted if wanted and MONTH.fullmatch(wanted) else month_of(today)
        report = make_report(self.store.numbers(month), month, today)
        asked = self.store.questions() if self.settings.keep_unrecognised else {}
        return self.view.page(
            "personal.html",
            problem="",
            report=report,
            months=sorted({*self.store.months(), month_of(today)}),
            goes_on=month == month_of(today),
            plots=_plots(report),
            title_of=lambda topic: self.view.library.title_of(topic) or topic,
            asked=sorted(((words, times) for words, times in asked.items() if words), key=lambda pair: -pair[1]),
            rare=asked.get("", 0),
        )

    def _without_numbers(self, problem: str, *, status: int, headers: dict[str, str] | None = None) -> HTTPResponse:
        page = self.view.page("personal.html", status=status, problem=problem)
        page.headers.update(headers or {})
        return page


def staff(store: Store, limits: Limits, settings: Settings) -> Blueprint:
    """Return the blueprint of the page."""
    versions = {name: file.version for name, file in static_files().items()}
    view = make_view(settings, WebSettings.from_environment(), versions)
    blueprint = Blueprint("staff")
    blueprint.add_route(Staff(view, store, limits, settings).show, ADDRESS, name="show")
    return blueprint


def _password(request: Request) -> bytes | None:
    """Return the password that was sent, by any name of a user; None where none was."""
    header = request.headers.get("authorization", "")
    if not header.startswith(BASIC):
        return None
    try:
        return b64decode(header.removeprefix(BASIC), validate=True).partition(b":")[2]
    except ValueError:
        return b""


def _plots(report: Report) -> dict[str, Plot]:
    days = {name: plot([(day, told[name]) for day, told in report.days.items()]) for name in DRAWN}
    return {**days, "seconds": plot(list(report.seconds.items()))}
