"""Settings, read from the environment once and frozen."""

import os
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

from bot.errors import ConfigurationError

PREFIX = "OROSBOTEN_"


@dataclass(frozen=True)
class Settings:
    """Where things are and how much is allowed. Times in seconds, sizes in characters or bytes."""

    data: Path = Path("data")
    models: Path = Path("models")
    domain: Path = Path("domain.yml")
    endpoints: Path = Path("endpoints.yml")
    host: str = "127.0.0.1"
    port: int = 8080
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Stockholm"))
    max_characters: int = 1_000
    max_body_bytes: int = 8_192
    max_conversations: int = 2_000
    idle_seconds: int = 30 * 60
    max_age_seconds: int = 2 * 3600
    answer_seconds: float = 4.0
    # How long a request may take to arrive, and how many connections there may be at once.
    request_seconds: float = 10.0
    max_connections: int = 2_000
    # Limits: a conversation's turns, and what one network (IPv4 /24, IPv6 /48) may start and send, a minute.
    turns_a_minute: int = 20
    starts_a_minute: int = 120
    messages_a_minute: int = 600
    max_turns: int = 100
    # How many reverse proxies stand before the server; only then is their X-Forwarded-For believed.
    proxies: int = 0
    # Where several processes keep conversations together: unix:///run/redis.sock, or rediss://:password@host:6379/0.
    # Hidden, since it holds a password.
    redis_url: str = field(default="", repr=False)
    # Train at the start if what is learnt from has changed. Off where the model comes ready, as in a container.
    train: bool = True
    # Write the log as JSON, one object a line.
    log_json: bool = False
    # Serve /metrics (Prometheus). Off, since whoever can reach the page can reach it.
    metrics: bool = False
    # Where what is counted is written: sqlite:////path/file.db, or postgresql://user:password@host/name. Counts nothing
    # without. Hidden, since it can hold a password.
    statistics_url: str = field(default="", repr=False)
    statistics_seconds: float = 60.0
    # Opens the page of the counts, /personal, to whoever has it.
    staff_password: str = field(default="", repr=False)
    # Keep questions that were not understood and that several have asked, for 30 days. The pages then say so.
    keep_unrecognised: bool = False
    # Answer nothing but the numbers, on the page and in the API.
    off: bool = False

    @classmethod
    def from_environment(cls) -> "Settings":
        """Return the settings, each replaced by OROSBOTEN_<NAME> where set. Raise ConfigurationError on a bad one."""
        kinds = get_type_hints(cls)
        given = {name: os.environ.get(variable(name)) for name in (f.name for f in fields(cls))}
        return cls(**{name: _read(name, value, kinds[name]) for name, value in given.items() if value})


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return PREFIX + name.upper()


def _read(name: str, value: str, kind: Any) -> Any:
    try:
        return {"true": True, "false": False}[value.lower()] if kind is bool else kind(value)
    except (ValueError, KeyError) as error:
        expected = "true or false" if kind is bool else kind.__name__
        raise ConfigurationError(
            f"{variable(name)} is '{value}'; expected {expected}. Change it, or leave it out for the default."
        ) from error
