"""The server does not start with a setting that would keep, show or send what visitors write."""

from pathlib import Path

import pytest
from rasa.core.utils import AvailableEndpoints

from bot.errors import ConfigurationError
from bot.refusals import refuse_unsafe

GOOD = Path("endpoints.yml").read_text(encoding="utf-8")


def endpoints(folder: Path, text: str) -> AvailableEndpoints:
    file = folder / "endpoints.yml"
    file.write_text(text, encoding="utf-8")
    return AvailableEndpoints.read_endpoints(str(file))


def test_the_endpoints_as_they_come_are_accepted(tmp_path: Path) -> None:
    refuse_unsafe(endpoints(tmp_path, GOOD))


def test_an_action_server_on_this_machine_is_accepted(tmp_path: Path) -> None:
    text = GOOD.replace("type: bot.action_runner.ActionRunner", "url: http://127.0.0.1:5055/webhook")
    refuse_unsafe(endpoints(tmp_path, text))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("bot.store.ForgettingTrackerStore", "InMemoryTrackerStore"), "tracker_store is InMemoryTrackerStore"),
        (("bot.store.ForgettingTrackerStore", "bot.store.Forgeting"), "tracker_store is bot.store.Forgeting"),
        (("tracker_store:\n  type: bot.store.ForgettingTrackerStore", ""), "tracker_store is missing"),
        (("type: bot.answers.generator.AnswerGenerator", "url: http://elsewhere/nlg"), "nlg is missing"),
        (("type: bot.action_runner.ActionRunner", "url: http://example.org/webhook"), "action_endpoint is"),
        (("tracker_store:", "event_broker:\n  type: file\n  path: log.txt\ntracker_store:"), "event_broker is set"),
    ],
)
def test_an_unsafe_setting_is_refused_by_name(tmp_path: Path, change: tuple[str, str], named: str) -> None:
    assert change[0] in GOOD
    with pytest.raises(ConfigurationError, match=f"endpoints.yml: {named}"):
        refuse_unsafe(endpoints(tmp_path, GOOD.replace(*change)))


def test_telemetry_that_is_on_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_TELEMETRY_ENABLED", "true")
    with pytest.raises(ConfigurationError, match="telemetry"):
        refuse_unsafe(endpoints(tmp_path, GOOD))
