"""Settings of the counting that would leak, lie or do nothing are refused, without telling a secret."""

import pytest

from bot.errors import ConfigurationError
from bot.settings import Settings
from bot.statistics import make_statistics

SECRET = "hemligt-losenord"


def refused(**settings: object) -> str:
    with pytest.raises(ConfigurationError) as caught:
        make_statistics(Settings(**settings))
    return str(caught.value)


def test_nothing_counts_unless_a_database_is_named() -> None:
    assert make_statistics(Settings()) is None


@pytest.mark.parametrize("setting", [{"staff_password": SECRET}, {"keep_unrecognised": True}])
def test_what_needs_a_database_is_refused_without_one(setting: dict) -> None:
    assert "OROSBOTEN_STATISTICS_URL" in refused(**setting)


def test_a_short_password_is_refused() -> None:
    assert "expected at least 12" in refused(statistics_url="sqlite:///x.db", staff_password="kort")


@pytest.mark.parametrize(
    "url",
    ["antal.db", "sqlite://", "sqlite:///:memory:", "mysql://x@y/z", f"postgresql://x:{SECRET}@db.example.se/n"]
    + [f"postgresql://x:{SECRET}@db.example.se/n?sslmode=prefer", f"postgresql://x:{SECRET}@db:port/n"],
)
def test_an_address_that_keeps_nothing_or_goes_in_the_clear_is_refused(url: str) -> None:
    message = refused(statistics_url=url)
    assert "OROSBOTEN_STATISTICS_URL" in message and SECRET not in message


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////var/lib/x.db",
        "postgresql://x@localhost/n",
        "postgresql://x@/n?host=/run/postgresql",
        "postgresql:///n",
    ]
    + [f"postgresql://x:{SECRET}@db.example.se/n?sslmode=verify-full"],
)
def test_a_database_here_or_reached_with_tls_is_taken(url: str) -> None:
    settings = Settings(statistics_url=url, staff_password=SECRET)
    assert make_statistics(settings) is not None and SECRET not in repr(settings)
