"""What is offered after an answer: what else the question may have meant, then related topics."""

from typing import Any

from bot.content.library import Library

MAX_CHOICES = 4
MAX_ALTERNATIVES = 3


def choices_after(library: Library, topic: str, understanding: dict[str, Any]) -> list[str]:
    """Return the topics to offer after the answer on a topic, at most four."""
    alternatives = [id_ for id_ in understanding.get("offered", ()) if id_ != topic]
    related = library.topics[topic].answers[0].related if topic in library.topics else ()
    wanted = [*alternatives[:MAX_ALTERNATIVES], *related]
    return list(dict.fromkeys(id_ for id_ in wanted if id_ != topic))[:MAX_CHOICES]
