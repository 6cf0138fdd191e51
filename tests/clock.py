"""A clock for a server that a test may set, with libfaketime."""

from datetime import datetime
from pathlib import Path


class Clock:
    """Give `environment` to the server, then set the clock while it runs. Time that is measured goes on as before."""

    def __init__(self, folder: Path) -> None:
        libraries = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
        if not libraries:
            raise RuntimeError("libfaketime is missing: run `apt-get install faketime`.")
        self._file = folder / "clock"
        self.shift(0)
        self.environment = {
            "LD_PRELOAD": str(libraries[0]),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def shift(self, seconds: float) -> None:
        """Let it be so many seconds later, or earlier, than it is."""
        self._file.write_text(f"{seconds:+.0f}")

    def set(self, moment: datetime) -> None:
        """Let it be this moment (aware)."""
        self.shift((moment - datetime.now(moment.tzinfo)).total_seconds())
