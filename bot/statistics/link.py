"""The way to the database: no connection kept, no wait without end, nothing of what is sent in an error."""

import select
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
from psycopg2 import extensions
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateTable

from bot.errors import ConfigurationError, StatisticsUnreachable
from bot.statistics.tables import METADATA

# How long PostgreSQL may be silent in the middle of something.
ANSWER_SECONDS = 5.0
LOCAL_HOSTS = (None, "", "127.0.0.1", "localhost", "::1")
ENCRYPTED = ("require", "verify-ca", "verify-full")


class Link:
    """A database that may be gone, hung, full or started anew at any time."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)

    @property
    def dialect(self) -> str:
        """Return the kind of database: sqlite or postgresql."""
        return str(self._engine.dialect.name)

    @contextmanager
    def reach(self) -> Iterator[Connection]:
        """Lend a connection with the tables in place; all that is done with it is done, or none. Blocks.

        Raise StatisticsUnreachable if it fails.
        """
        try:
            self._make_private()
            self._make_tables()
            with self._engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            # Never the error's own text: it can hold the address, the password and what was sent.
            raise StatisticsUnreachable(f"The database of the counts fails: {type(error).__name__}.") from None

    def _make_tables(self) -> None:
        try:
            with self._engine.begin() as connection:
                for table in METADATA.sorted_tables:
                    connection.execute(CreateTable(table, if_not_exists=True))
        except IntegrityError:
            pass  # Another process came to the new database at the same moment, and PostgreSQL let it go first.

    def _make_private(self) -> None:
        """Make SQLite's file before SQLite does, so that nobody else on the machine can read it."""
        if self.dialect == "sqlite":
            Path(str(self._engine.url.database)).touch(mode=0o600)


def _engine(url: str) -> Engine:
    _refuse(url)
    engine = create_engine(url, future=True, poolclass=NullPool, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _overwrite_what_is_deleted)
    else:
        extensions.set_wait_callback(_wait)
    return engine


def _refuse(url: str) -> None:
    expected = "expected sqlite:////path/file.db, or postgresql://user:password@host/name"
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise ConfigurationError(f"OROSBOTEN_STATISTICS_URL is no address of a database; {expected}.") from None
    kind = parsed.get_backend_name()
    if kind not in ("sqlite", "postgresql") or not parsed.database or parsed.database == ":memory:":
        raise ConfigurationError(f"OROSBOTEN_STATISTICS_URL begins with '{kind}:'; {expected}.")
    if kind == "postgresql" and not _is_closed(parsed.host, dict(parsed.query)):
        raise ConfigurationError(
            "OROSBOTEN_STATISTICS_URL leads to another machine in the clear; end it with ?sslmode=verify-full."
        )


def _is_closed(host: str | None, query: dict[str, Any]) -> bool:
    return (query.get("host", host) or "").startswith("/") or host in LOCAL_HOSTS or query.get("sslmode") in ENCRYPTED


def _overwrite_what_is_deleted(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA secure_delete = ON")


def _wait(connection: Any) -> None:
    """Wait for PostgreSQL, as psycopg2 does, but not for ever: a hung one would hold the thread till it woke."""
    waits = {extensions.POLL_READ: select.POLLIN, extensions.POLL_WRITE: select.POLLOUT}
    while (state := connection.poll()) != extensions.POLL_OK:
        poll = select.poll()
        poll.register(connection.fileno(), waits[state])
        if not poll.poll(ANSWER_SECONDS * 1000):
            raise psycopg2.OperationalError("no answer in time")
