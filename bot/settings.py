"""Settings, read from the environment once and frozen."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Settings:
    """Where things are and how much is allowed. Times in seconds, sizes in characters or bytes."""

    data: Path = Path("data")
    models: Path = Path("models")
    endpoints: Path = Path("endpoints.yml")
    host: str = "127.0.0.1"
    port: int = 8080
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Stockholm"))
    max_characters: int = 1_000
    max_body_bytes: int = 8_192
    max_conversations: int = 2_000
    idle_seconds: int = 30 * 60
    answer_seconds: float = 10.0

    @classmethod
    def from_environment(cls) -> "Settings":
        """Return the settings, each replaced by OROSBOTEN_<NAME> where it is set."""
        given = {name: os.environ.get(f"OROSBOTEN_{name.upper()}") for name in ("data", "models", "endpoints")}
        paths = {name: Path(value) for name, value in given.items() if value}
        host = os.environ.get("OROSBOTEN_HOST", cls.host)
        return replace(cls(**paths), host=host, port=int(os.environ.get("OROSBOTEN_PORT", cls.port)))  # type: ignore[arg-type]
