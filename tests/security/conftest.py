"""One server that everything here attacks, with limits wide enough for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Server, run_server

WIDE = {"TURNS_A_MINUTE": "1000000", "MAX_TURNS": "1000000", "MAX_CONVERSATIONS": "1000000", "TLS": "1"}


@pytest.fixture(scope="session")
def attacked(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    environment = {f"OROSBOTEN_{name}": value for name, value in WIDE.items()}
    with run_server(tmp_path_factory.mktemp("attacked") / "log.txt", **environment) as server:
        yield server
