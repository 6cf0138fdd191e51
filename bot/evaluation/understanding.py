"""The trained understanding alone, without a dialogue: messages in, Rasa's parses out."""

from collections.abc import Callable, Sequence
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER

from bot.channel.requests import clean
from bot.settings import Settings
from bot.training import train_if_changed

Parser = Callable[[Sequence[str]], list[dict[str, Any]]]


def load_parser(settings: Settings) -> Parser:
    """Return a function from messages to Rasa's parses of them, after the same cleaning as a visitor's."""
    processor = Agent.load(str(train_if_changed(settings)), generator=NaturalLanguageGenerator()).processor
    target = processor.model_metadata.nlu_target

    def parse(texts: Sequence[str]) -> list[dict[str, Any]]:
        messages = [UserMessage(clean(text) or ".") for text in texts]
        inputs = {PLACEHOLDER_MESSAGE: messages, PLACEHOLDER_TRACKER: None}
        parsed = processor.graph_runner.run(inputs=inputs, targets=[target])[target]
        return [message.as_dict(only_output_properties=True) for message in parsed]

    return parse
