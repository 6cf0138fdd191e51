"""Serve with something broken: `python -m tests.faults.serve_with slow|raising`."""

import asyncio
import sys
from typing import Any

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


if __name__ == "__main__":
    ActionRunner.request = {"slow": slow, "raising": raising}[sys.argv[1]]
    run()
