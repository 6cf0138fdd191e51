"""Say one thing after another to a real server, and look at what is answered."""

from typing import Any

from tests.conftest import Server

PHONE = "020-100 200"
Messages = list[dict[str, Any]]


def talk(server: Server, *said: str, **start: str) -> list[Messages]:
    """Say one thing after another; return the messages of every turn."""
    headers = server.start(**start)
    return [server.say(headers, text) for text in said]


def kinds(messages: Messages) -> list[str]:
    return [message["kind"] for message in messages]


def topics(messages: Messages) -> list[str]:
    return [message["topic"] for message in messages if message["topic"]]
