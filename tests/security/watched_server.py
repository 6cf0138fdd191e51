"""The real server, watched from within: `python -m tests.security.watched_server quick|hoarding`.

Whatever it writes to a file, asks of a network or starts is told on stderr as a line that begins with WATCHED.
`hoarding` also keeps what visitors said for ever, as a leak would.
"""

import os
import sys
from typing import Any

# Its own connections are not seen by Python's audit; asyncio's are.
sys.modules["uvloop"] = None
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
NETWORK = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")
STARTING = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork")
HARMLESS = ("/dev/null", os.devnull)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Tell of what leaves the process."""
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING and arguments[0] not in HARMLESS:
        tell(f"file {arguments[0]}")
    elif event in NETWORK and "127.0.0.1" not in str(arguments):
        tell(f"network {event} {arguments}")
    elif event in STARTING:
        tell(f"started {arguments}")


def tell(what: str) -> None:
    """Write a line past every log."""
    os.write(2, f"WATCHED {what}\n".encode())


sys.addaudithook(watch)

import bot.memory.local  # noqa: E402
import bot.memory.sweeper  # noqa: E402
import bot.serve  # noqa: E402

KEPT: list[Any] = []
KEEP = bot.memory.local.LocalMemory.keep_tracker


async def hoard(self: Any, sender_id: str, tracker: Any) -> None:
    """Keep the tracker, and one more reference to it."""
    KEPT.append(tracker)
    await KEEP(self, sender_id, tracker)


if __name__ == "__main__":
    bot.memory.sweeper.SWEEP_SECONDS = 0.2
    if sys.argv[1] == "hoarding":
        bot.memory.local.GRACE_SECONDS = 0
        bot.memory.local.LocalMemory.keep_tracker = hoard
    bot.serve.run()
