"""Moments when the helpline is open, when it is closed, and when nobody knows."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.content.live import LiveLibrary
from bot.content.opening import opening_at
from bot.web.views import HOURS
from tests.conftest import ROOT

STOCKHOLM = ZoneInfo("Europe/Stockholm")
STEP = timedelta(minutes=30)


def moments() -> dict[str, datetime]:
    """Return one moment of each kind, keyed by name, whatever the hours in the register."""
    hours = LiveLibrary(ROOT / "data").get().facts[HOURS]
    assert hours.valid_until is not None, f"{HOURS} has no giltig_till"
    last = datetime.combine(hours.valid_until, time(12), STOCKHOLM)
    earlier = [last - number * STEP for number in range(1000)]
    opening = {moment: opening_at(hours, moment) for moment in earlier}
    return {
        "oppet": next(moment for moment in earlier if opening[moment].is_open),
        "stangt": next(moment for moment in earlier if not opening[moment].is_open and opening[moment].next_opening),
        "okant": last + timedelta(days=1),
    }
