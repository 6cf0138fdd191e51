"""Serve with something broken: `python -m tests.faults.serve_with slow|raising|refusing`."""

import asyncio
import sys
from typing import Any

from bot.channel.conversations import Conversations
from bot.engine.action_runner import ActionRunner
from bot.serve import run

SLOW_SECONDS = 2.0
request = ActionRunner.request


async def slow(self: ActionRunner, *args: Any, **kwargs: Any) -> Any:
    """Run the action, but take some time."""
    await asyncio.sleep(SLOW_SECONDS)
    return await request(self, *args, **kwargs)


async def raising(self: ActionRunner, *args: Any, **kwargs: Any) -> Any:
    """Fail with what the visitor wrote in the message, as a careless action would."""
    raise RuntimeError(str(kwargs.get("json")))


async def refusing(self: Conversations, reader: str | None = None) -> str:
    """Fail outside every turn, with what nobody should read in the message."""
    raise RuntimeError("kanariefågel /srv/orosboten rasa 3.6.21")


if __name__ == "__main__":
    if sys.argv[1] == "refusing":
        Conversations.start = refusing
    else:
        ActionRunner.request = {"slow": slow, "raising": raising}[sys.argv[1]]
    run()
