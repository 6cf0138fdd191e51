"""What is offered after an answer: what else the question may have meant, then related topics."""

from typing import Any

from bot.content.library import Library

MAX_CHOICES = 4
MAX_ALTERNATIVES = 3
# Greetings and the bot's own phrases are not taken for one question when another was meant.
NOT_QUESTIONS = ("system", "samspel")


def choices_after(library: Library, topic: str, understanding: dict[str, Any]) -> list[str]:
    """Return the topics to offer after the answer on a topic, at most four."""
    alternatives = [id_ for id_ in understanding.get("offered", ()) if id_ != topic]
    if library.topics[topic].group in NOT_QUESTIONS:
        alternatives = []
    wanted = [*alternatives[:MAX_ALTERNATIVES], *library.topics[topic].answers[0].related]
    return list(dict.fromkeys(id_ for id_ in wanted if id_ != topic))[:MAX_CHOICES]
