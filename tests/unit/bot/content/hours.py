"""What tests of opening hours share: facts with hours, and moments in Sweden."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.content.facts import Fact

STOCKHOLM = ZoneInfo("Europe/Stockholm")
HELPLINE = {"måndag": "12–18", "torsdag": "9–13"}


def fact(hours: dict[str, str], *, red_days: bool = False, until: date | None = None) -> Fact:
    """Return a fact with these hours."""
    return Fact(
        id="tider",
        about="",
        source="",
        checked=date(2026, 11, 22),
        trust="M",
        hours=hours,
        open_on_holidays=red_days,
        valid_until=until,
        afterwards="",
    )


def at(text: str) -> datetime:
    """Return the moment when Swedish clocks show this."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=STOCKHOLM)
