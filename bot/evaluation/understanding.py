"""The trained understanding alone, without a dialogue: one message in, Rasa's parse out."""

import asyncio
from collections.abc import Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.nlg import NaturalLanguageGenerator

from bot.channel.requests import clean
from bot.settings import Settings
from bot.training import train_if_changed

Parser = Callable[[str], dict[str, Any]]


def load_parser(settings: Settings) -> Parser:
    """Return a function from a message to Rasa's parse of it, after the same cleaning as a visitor's."""
    agent = Agent.load(str(train_if_changed(settings)), generator=NaturalLanguageGenerator())
    loop = asyncio.new_event_loop()

    def parse(text: str) -> dict[str, Any]:
        message = UserMessage(clean(text) or ".")
        result: dict[str, Any] = loop.run_until_complete(agent.processor.parse_message(message))
        return result

    return parse
