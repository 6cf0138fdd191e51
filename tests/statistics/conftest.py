"""A database for the counts: a file, or a real PostgreSQL."""

from pathlib import Path

import pytest

from tests.postgres_server import PostgresServer


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/antal.db"
    postgres: PostgresServer = request.getfixturevalue("postgres")
    postgres.run("drop table if exists numbers; drop table if exists questions")
    return postgres.url
