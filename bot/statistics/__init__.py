"""Counting without people: how many, never who, and never what they wrote. Off unless a database is named."""

from dataclasses import dataclass
from datetime import datetime

from bot.errors import ConfigurationError
from bot.settings import Settings
from bot.statistics.counts import Counts
from bot.statistics.flusher import Flusher
from bot.statistics.store import Store

__all__ = ["Counts", "Flusher", "Statistics", "Store", "make_statistics"]

MIN_PASSWORD = 12


@dataclass(frozen=True)
class Statistics:
    """What is counted, where it is written, and who carries it there."""

    counts: Counts
    store: Store
    flusher: Flusher


def make_statistics(settings: Settings) -> Statistics | None:
    """Return what counts, or None where it is off. Raise ConfigurationError on settings that do not fit together."""
    _check(settings)
    if not settings.statistics_url:
        return None
    counts = Counts(settings.time_zone, keep_unrecognised=settings.keep_unrecognised)
    store = Store(settings.statistics_url)
    flusher = Flusher(
        counts,
        store,
        every_seconds=settings.statistics_seconds,
        today=lambda: datetime.now(settings.time_zone).date(),
    )
    return Statistics(counts, store, flusher)


def _check(settings: Settings) -> None:
    needy = {"STAFF_PASSWORD": settings.staff_password, "KEEP_UNRECOGNISED": settings.keep_unrecognised}
    for name in [name for name, given in needy.items() if given and not settings.statistics_url]:
        raise ConfigurationError(
            f"OROSBOTEN_{name} is set, but nothing is counted: set OROSBOTEN_STATISTICS_URL too, or unset it."
        )
    if settings.staff_password and len(settings.staff_password) < MIN_PASSWORD:
        raise ConfigurationError(
            f"OROSBOTEN_STAFF_PASSWORD has {len(settings.staff_password)} characters; expected at least {MIN_PASSWORD}."
        )
