"""A real PostgreSQL for the tests: a scratch cluster on a socket of its own, to be killed, hung and started again."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2

START_SECONDS = 30
# Quick: the machine itself is not to be killed.
FAST = ("-c", "fsync=off", "-c", "full_page_writes=off")


class PostgresServer:
    """A PostgreSQL that the test may kill, hang, wake and start again."""

    def __init__(self) -> None:
        # Not in pytest's folder, which is closed to all but the one who runs the tests.
        self._folder = Path(tempfile.mkdtemp(prefix="orosboten-postgres-"))
        self.url = f"postgresql://orosboten@/postgres?host={self._folder}"
        self._as = _not_root(self._folder)
        self._data = str(self._folder / "data")
        options = ("--username=orosboten", "--auth=trust", "--no-sync", "--pgdata", self._data)
        subprocess.run((_program("initdb"), *options), check=True, stdout=subprocess.DEVNULL, **self._as)
        self.start()

    def start(self) -> None:
        """Start it, with what was written before, and wait until it answers."""
        deadline = time.monotonic() + START_SECONDS
        self._launch()
        while not self._answers():
            assert time.monotonic() < deadline, (self._folder / "log.txt").read_text()
            if self._process.poll() is not None:
                self._launch()  # the children of one that was killed had not ended yet
            time.sleep(0.1)

    def rows(self, query: str) -> list[tuple]:
        """Return what the database answers."""
        with self._cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()

    def run(self, command: str) -> None:
        """Do something to what is written."""
        with self._cursor() as cursor:
            cursor.execute(command)

    def kill(self) -> None:
        """End it at once, as a crash does; its children end when they see it."""
        self._process.kill()
        self._process.wait()

    def hang(self) -> None:
        """Let it live, but let nobody in."""
        self._process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it, whatever state it is in, and leave nothing."""
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        connection = psycopg2.connect(self.url)
        try:
            with connection, connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()

    def _launch(self) -> None:
        command = (_program("postgres"), "-D", self._data, "-h", "", "-k", str(self._folder), *FAST)
        with (self._folder / "log.txt").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **self._as)

    def _answers(self) -> bool:
        try:
            psycopg2.connect(self.url, connect_timeout=2).close()
        except psycopg2.OperationalError:
            return False
        return True


def _program(name: str) -> str:
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    program = shutil.which(name) or (str(found[-1]) if found else None)
    assert program, f"{name} is not there: is PostgreSQL installed (apt install postgresql)?"
    return program


def _not_root(folder: Path) -> dict:
    """Return how to start a program that refuses to be root: as the package's own user, where the tests are root."""
    options: dict = {"cwd": folder}
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        options |= {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    return options
