"""Take a new model into use while the server answers."""

import asyncio
import gc
import logging
from collections.abc import Callable
from pathlib import Path

from rasa.core.agent import Agent

from bot.channel.dialogue import Dialogue
from bot.errors import OrosbotenError

logger = logging.getLogger(__name__)
LOOK_EVERY_SECONDS = 2.0


async def follow_model(dialogue: Dialogue, model: Path, load: Callable[[], Agent | None]) -> None:
    """Look at the model's file for ever, and load it in a thread once it is new and nobody is writing it.

    Turns under way end with the old model; a new one that cannot be loaded is not taken into use.
    """
    in_use = before = _stamp(model)
    while True:
        await asyncio.sleep(LOOK_EVERY_SECONDS)
        now = _stamp(model)
        if now is not None and now == before and now != in_use:
            in_use = now
            await _replace(dialogue, load)
        before = now


async def _replace(dialogue: Dialogue, load: Callable[[], Agent | None]) -> None:
    try:
        agent = await asyncio.to_thread(load)
    except Exception as error:  # The outermost edge of its task: it must look again.
        reason = str(error) if isinstance(error, OrosbotenError) else type(error).__name__
        logger.error("The new model is not taken into use. %s", reason)
        return
    if agent is None:
        return
    dialogue.use(agent)
    logger.info("A new model is in use.")
    # What was there at the start is kept out of collections (see serve.py), and so is the old model.
    gc.unfreeze()
    gc.collect()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_mtime_ns, stat.st_size
