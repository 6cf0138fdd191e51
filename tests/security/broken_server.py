"""The real server with one thing broken, and every fault carrying what the visitor wrote: `python -m … serve`.

OROSBOTEN_TEST_FAULT says what is broken. OROSBOTEN_TEST_DEBUG turns on every log there is.
"""

import asyncio
import logging
import os
from collections.abc import Callable
from typing import Any

import structlog

import bot.memory.local
import bot.nlu.featuriser
import bot.serve
from bot.engine.action_runner import ActionRunner

KEEP = bot.memory.local.LocalMemory.keep_tracker


async def action_raises(self: Any, *args: Any, json: Any = None, **more: Any) -> Any:
    """Fail as an action does that repeats the whole conversation in its error."""
    raise KeyError(str(json["tracker"]))


async def action_hangs(self: Any, *args: Any, json: Any = None, **more: Any) -> Any:
    """Never answer, with the conversation in a local variable."""
    await asyncio.sleep(3600)
    return json


async def action_talks_nonsense(self: Any, *args: Any, json: Any = None, **more: Any) -> Any:
    """Answer something that is not what an action answers."""
    return {"events": str(json["tracker"]), "responses": 1}


def understanding_raises(self: Any, messages: list[Any]) -> Any:
    """Fail in the middle of understanding."""
    raise ValueError(str([message.data for message in messages]))


async def store_raises(self: Any, sender_id: str, tracker: Any) -> None:
    """Fail when words of the visitor are kept."""
    said = [event.as_dict() for event in tracker.events]
    if any(event["event"] == "user" for event in said):
        raise OSError(str(said))
    await KEEP(self, sender_id, tracker)


FAULTS: dict[str, Callable[[], None]] = {
    "none": lambda: None,
    "action_raises": lambda: setattr(ActionRunner, "request", action_raises),
    "action_hangs": lambda: setattr(ActionRunner, "request", action_hangs),
    "action_talks_nonsense": lambda: setattr(ActionRunner, "request", action_talks_nonsense),
    "understanding_raises": lambda: setattr(bot.nlu.featuriser.SwedishFeaturiser, "process", understanding_raises),
    "store_raises": lambda: setattr(bot.memory.local.LocalMemory, "keep_tracker", store_raises),
}


def turn_on_every_log() -> None:
    """Set every logger, asyncio and structlog to their most talkative."""
    logging.getLogger().setLevel(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.DEBUG)
        logging.getLogger(name).disabled = False
    os.environ["PYTHONASYNCIODEBUG"] = "1"
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG))


if __name__ == "__main__":
    FAULTS[os.environ["OROSBOTEN_TEST_FAULT"]]()
    if os.environ.get("OROSBOTEN_TEST_DEBUG"):
        turn_on_every_log()
    bot.serve.run()
