"""What the server refuses to start with: settings that would keep, show or send what visitors write."""

import rasa.telemetry
from rasa.core.utils import AvailableEndpoints

from bot.errors import ConfigurationError

ACTION_RUNNER = "bot.action_runner.ActionRunner"
GENERATOR = "bot.answers.generator.AnswerGenerator"
STORE = "bot.store.ForgettingTrackerStore"
LOCAL = ("http://127.0.0.1:", "http://localhost:", "http://[::1]:")


def refuse_unsafe(endpoints: AvailableEndpoints) -> None:
    """Raise ConfigurationError, naming the setting and what it should be, if one of them is unsafe."""
    if endpoints.event_broker is not None:
        raise _refused("event_broker", "set", "no event_broker: it would send everything visitors write elsewhere")
    _must_be("tracker_store", endpoints.tracker_store, STORE, "every other store keeps what visitors write")
    _must_be("nlg", endpoints.nlg, GENERATOR, "answers with numbers in them are filled in there")
    _check_actions(endpoints)
    if rasa.telemetry.is_telemetry_enabled():
        raise ConfigurationError("Rasa's telemetry is on; start with `python -m bot serve`, which turns it off.")


def _check_actions(endpoints: AvailableEndpoints) -> None:
    action = endpoints.action
    in_process = action is not None and action.type == ACTION_RUNNER
    if not in_process and not (action is not None and str(action.url or "").startswith(LOCAL)):
        raise _refused(
            "action_endpoint", "missing or elsewhere", f"type: {ACTION_RUNNER}, or a url that begins with {LOCAL[0]}"
        )


def _must_be(name: str, endpoint: object, expected: str, because: str) -> None:
    found = getattr(endpoint, "type", None)
    if found != expected:
        raise _refused(name, found or "missing", f"type: {expected}, since {because}")


def _refused(name: str, found: object, expected: str) -> ConfigurationError:
    return ConfigurationError(f"endpoints.yml: {name} is {found}; expected {expected}.")
