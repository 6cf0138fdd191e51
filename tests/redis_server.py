"""A real Redis for the tests: memory only, on a socket of its own, to be killed and stopped."""

import signal
import subprocess
import time
from pathlib import Path

import redis

START_SECONDS = 20


class RedisServer:
    """A Redis that the test may kill, hang, wake and start again."""

    def __init__(self, folder: Path, *options: str, password: str | None = None) -> None:
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        self._command = ["redis-server", "--port", "0", "--unixsocket", str(self.socket), "--dir", str(folder)]
        self._command += ["--save", "", "--appendonly", "no", *options]
        self.client = redis.Redis(unix_socket_path=str(self.socket), password=password, decode_responses=True)
        self.start()

    def start(self) -> None:
        """Start it, empty, and wait until it answers."""
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                self.client.ping()
                return
            except redis.ConnectionError:
                assert time.monotonic() < deadline, "redis-server did not start: is it installed?"
                time.sleep(0.02)

    def kill(self) -> None:
        """End it at once, as a crash does."""
        self._process.kill()
        self._process.wait()
        self.socket.unlink(missing_ok=True)

    def hang(self) -> None:
        """Let it live, but answer nothing."""
        self._process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it, whatever state it is in."""
        self._process.kill()
        self._process.wait()
