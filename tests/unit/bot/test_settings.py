from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.settings import Settings


def test_each_setting_can_be_given_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OROSBOTEN_PORT", "9000")
    monkeypatch.setenv("OROSBOTEN_DATA", "elsewhere")
    monkeypatch.setenv("OROSBOTEN_ANSWER_SECONDS", "2.5")
    settings = Settings.from_environment()
    assert (settings.port, settings.data, settings.answer_seconds) == (9000, Path("elsewhere"), 2.5)


@pytest.mark.parametrize(("name", "value"), [("PORT", "åttio"), ("TIME_ZONE", "Stockholm"), ("IDLE_SECONDS", "1.5")])
def test_a_setting_that_cannot_be_read_is_named_with_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"OROSBOTEN_{name}", value)
    with pytest.raises(ConfigurationError, match=f"OROSBOTEN_{name} is '{value}'"):
        Settings.from_environment()
