"""How much the fuzzing tests try: a little in `make test`, the same each time; much in `make security`."""

import os

from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("OROSBOTEN_TEST_THOROUGH") == "1"


def tries(quick: int, thorough: int) -> settings:
    """Return hypothesis' settings: so many tries, and nothing kept on disk."""
    return settings(
        max_examples=thorough if THOROUGH else quick,
        derandomize=not THOROUGH,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
