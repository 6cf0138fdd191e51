"""Talk to the bot in the terminal, through the same dialogue as the page."""

import asyncio
from typing import Any

from rich.console import Console

from bot.channel.api import accept
from bot.channel.dialogue import Dialogue
from bot.channel.requests import BadRequest, Turn, read_text
from bot.engine.agent import load_agent
from bot.memory import Conversation, LocalMemory
from bot.settings import Settings
from bot.training import train_if_changed


def talk() -> None:
    """Read a line, show the replies; a number chooses among what was offered. An empty line ends it."""
    asyncio.run(_talk(Settings.from_environment(), Console()))


async def _talk(settings: Settings, console: Console) -> None:
    memory, conversation = LocalMemory(settings), Conversation("console")
    await memory.start(conversation)
    agent = await load_agent(train_if_changed(settings), settings, memory)
    dialogue = Dialogue(agent, agent.tracker_store, settings)
    offered: list[dict[str, Any]] = []
    while line := (await asyncio.to_thread(console.input, "[bold]> [/]")).strip():
        try:
            turn = _turn(line, offered, settings)
        except BadRequest as error:
            console.print(str(error))
            continue
        replies = await dialogue.answer(conversation, turn)
        offered = [choice for reply in replies for choice in reply["choices"]]
        for reply in replies:
            _show(reply, console)
        for number, choice in enumerate(offered, start=1):
            console.print(f"  {number}. {choice['title']}", markup=False)


def _turn(line: str, offered: list[dict[str, Any]], settings: Settings) -> Turn:
    if line.isdigit() and 0 < int(line) <= len(offered):
        return Turn(choice=offered[int(line) - 1]["id"])
    return accept(Turn(text=read_text(line, max_characters=settings.max_characters)), settings)


def _show(reply: dict[str, Any], console: Console) -> None:
    style = "bold red" if reply["kind"] == "crisis" else None
    console.print(f"\n{reply['text']}\n", style=style, markup=False, highlight=False)
    for source in reply["sources"]:
        console.print(f"  Källa: {source['title']}, läst {source['checked']}", style="dim", markup=False)
