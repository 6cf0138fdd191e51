"""The server does not start with a setting that would keep, show or send what visitors write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rasa.core.utils import AvailableEndpoints

from bot.errors import ConfigurationError
from bot.refusals import refuse_environment, refuse_unsafe

GOOD = Path("endpoints.yml").read_text(encoding="utf-8")


def endpoints(folder: Path, text: str) -> AvailableEndpoints:
    file = folder / "endpoints.yml"
    file.write_text(text, encoding="utf-8")
    return AvailableEndpoints.read_endpoints(str(file))


def test_the_endpoints_as_they_come_are_accepted(tmp_path: Path) -> None:
    refuse_unsafe(endpoints(tmp_path, GOOD))


def test_an_action_server_on_this_machine_is_accepted(tmp_path: Path) -> None:
    text = GOOD.replace("type: bot.engine.action_runner.ActionRunner", "url: http://127.0.0.1:5055/webhook")
    refuse_unsafe(endpoints(tmp_path, text))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("bot.engine.store.ForgettingTrackerStore", "InMemoryTrackerStore"), "tracker_store is InMemoryTrackerStore"),
        (
            ("bot.engine.store.ForgettingTrackerStore", "bot.engine.store.Forgeting"),
            "tracker_store is bot.engine.store.Forgeting",
        ),
        (("tracker_store:\n  type: bot.engine.store.ForgettingTrackerStore", ""), "tracker_store is missing"),
        (("type: bot.answers.generator.AnswerGenerator", "url: http://elsewhere/nlg"), "nlg is missing"),
        (("type: bot.engine.action_runner.ActionRunner", "url: http://example.org/webhook"), "action_endpoint is"),
        (("tracker_store:", "event_broker:\n  type: file\n  path: log.txt\ntracker_store:"), "event_broker is set"),
    ],
)
def test_an_unsafe_setting_is_refused_by_name(tmp_path: Path, change: tuple[str, str], named: str) -> None:
    assert change[0] in GOOD
    with pytest.raises(ConfigurationError, match=f"endpoints.yml: {named}"):
        refuse_unsafe(endpoints(tmp_path, GOOD.replace(*change)))


def test_telemetry_that_is_on_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_TELEMETRY_ENABLED", "true")
    with pytest.raises(ConfigurationError, match="RASA_TELEMETRY_ENABLED is true"):
        refuse_environment()


def test_sanics_own_settings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANIC_CORS_ORIGINS", "*")
    with pytest.raises(ConfigurationError, match="SANIC_CORS_ORIGINS is set; unset it"):
        refuse_environment()


SERVE = [sys.executable, "-m", "bot", "serve"]


@pytest.mark.parametrize("option", [["--enable-api"], ["--cors", "*"]])
def test_the_command_line_cannot_open_the_api_or_let_other_sites_in(option: list[str]) -> None:
    done = subprocess.run([*SERVE, *option], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and f"was given {option[0]}" in done.stderr and "Traceback" not in done.stderr


def test_a_server_told_to_send_telemetry_does_not_start() -> None:
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "TRUE"}
    done = subprocess.run(SERVE, capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 1 and "RASA_TELEMETRY_ENABLED is true" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("value", ["", "0", "False", "true"])
def test_telemetry_is_off_whatever_the_environment_says(value: str) -> None:
    code = "import bot, rasa.telemetry as t, sys; sys.exit(t.is_telemetry_enabled())"
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": value}
    assert subprocess.run([sys.executable, "-c", code], timeout=60, env=environment).returncode == 0
