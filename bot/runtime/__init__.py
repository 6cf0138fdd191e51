"""What must be in place before Rasa is imported."""

import os

from bot.runtime.logs import configure_logs
from bot.runtime.placeholder import install_placeholders

ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "LOG_LEVEL": "ERROR",
    "LOG_LEVEL_LIBRARIES": "CRITICAL",
    "SANIC_ACCESS_LOG": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
# A turn multiplies one row by a matrix: a second thread gains nothing, and spins for longer than the turn takes.
ONE_THREAD = "OPENBLAS_NUM_THREADS"
# What the environment asked for otherwise, before it was overruled.
OVERRULED: dict[str, str] = {}


def prepare() -> None:
    """Turn telemetry off, keep message text out of the logs, and stand in for packages left out."""
    OVERRULED.update({name: os.environ[name] for name in ENVIRONMENT if os.environ.get(name)})
    os.environ.update(ENVIRONMENT)
    os.environ.setdefault(ONE_THREAD, "1")
    configure_logs()
    install_placeholders()
