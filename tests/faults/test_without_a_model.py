"""Whatever fails inside, the visitor gets words and the number."""

import asyncio

import pytest

from bot.channel.dialogue import Dialogue
from bot.channel.requests import Turn
from bot.engine.store import ForgettingTrackerStore
from bot.memory import Conversation, LocalMemory
from bot.serve import create_app
from bot.settings import Settings

PHONE = "020-100 200"


class BrokenAgent:
    """An agent that fails on every message."""

    def is_ready(self) -> bool:
        return True

    async def handle_message(self, message: object) -> None:
        raise RuntimeError("kanariefågel")


def answer(agent: object) -> list[dict]:
    dialogue = Dialogue(agent, ForgettingTrackerStore(None), Settings())
    return asyncio.run(dialogue.answer(Conversation("x"), Turn(text="kanariefågel")))


@pytest.mark.parametrize("agent", [None, BrokenAgent()])
def test_a_visitor_gets_the_number_and_112_whatever_fails(agent: object) -> None:
    [message] = answer(agent)
    assert PHONE in message["text"] and "112" in message["text"]
    assert message["kind"] == "fault", "it was counted as a question that was not understood"


def test_a_failed_turn_leaves_no_text_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    answer(BrokenAgent())
    assert "RuntimeError" in caplog.text and "kanariefågel" not in caplog.text


def test_the_server_can_be_made_without_a_model() -> None:
    assert create_app(None, LocalMemory(Settings()), Settings(), name="without-a-model")
