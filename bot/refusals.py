"""What the server refuses to start with: settings that would keep, show or send what visitors write."""

import os
from collections.abc import Sequence

import rasa.telemetry
from rasa.core.utils import AvailableEndpoints

from bot.errors import ConfigurationError
from bot.runtime import ENVIRONMENT, OVERRULED

ACTION_RUNNER = "bot.engine.action_runner.ActionRunner"
GENERATOR = "bot.answers.generator.AnswerGenerator"
STORE = "bot.engine.store.ForgettingTrackerStore"
LOCAL = ("http://127.0.0.1:", "http://localhost:", "http://[::1]:")


def refuse_unsafe(endpoints: AvailableEndpoints) -> None:
    """Raise ConfigurationError, naming the setting and what it should be, if one of them is unsafe."""
    if endpoints.event_broker is not None:
        raise _refused("event_broker", "set", "no event_broker: it would send everything visitors write elsewhere")
    _must_be("tracker_store", endpoints.tracker_store, STORE, "every other store keeps what visitors write")
    _must_be("nlg", endpoints.nlg, GENERATOR, "answers with numbers in them are filled in there")
    _check_actions(endpoints)


def refuse_arguments(arguments: Sequence[str]) -> None:
    """Raise ConfigurationError if `serve` is given options, such as those of stock Rasa that open its HTTP API."""
    if arguments:
        raise ConfigurationError(
            f"`serve` takes no options, and was given {arguments[0]}. Rasa's HTTP API (--enable-api, --auth-token) and "
            "other sites' scripts (--cors) are never let in here; settings are OROSBOTEN_… variables, see docs/."
        )


def refuse_environment() -> None:
    """Raise ConfigurationError if a variable would open the server. Ask before Sanic runs: it sets some itself."""
    if rasa.telemetry.is_telemetry_enabled() or OVERRULED.get("RASA_TELEMETRY_ENABLED", "").lower() == "true":
        raise ConfigurationError("RASA_TELEMETRY_ENABLED is true; unset it: it would send errors to Rasa's vendor.")
    foreign = sorted(name for name in os.environ if name.startswith("SANIC_") and name not in ENVIRONMENT)
    if foreign:
        raise ConfigurationError(
            f"{foreign[0]} is set; unset it: it would change the server's limits, whom it believes, or who may read it."
        )


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
