"""Whatever fails inside, the visitor gets words and the number."""

import asyncio
from pathlib import Path

import pytest

from bot.channel.conversations import Conversation
from bot.channel.dialogue import Dialogue
from bot.channel.requests import Turn
from bot.serve import create_app
from bot.settings import Settings
from bot.store import ForgettingTrackerStore

PHONE = "020-100 200"


class BrokenAgent:
    """An agent that fails on every message."""

    def is_ready(self) -> bool:
        return True

    async def handle_message(self, message: object) -> None:
        raise RuntimeError("kanariefågel")


def answer(agent: object) -> list[dict]:
    dialogue = Dialogue(agent, ForgettingTrackerStore(None), Settings())
    return asyncio.run(dialogue.answer(Conversation(), Turn(text="kanariefågel")))


@pytest.mark.parametrize("agent", [None, BrokenAgent()])
def test_a_visitor_gets_the_number_and_112_whatever_fails(agent: object) -> None:
    [message] = answer(agent)
    assert PHONE in message["text"] and "112" in message["text"]


def test_a_failed_turn_leaves_no_text_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    answer(BrokenAgent())
    assert "RuntimeError" in caplog.text and "kanariefågel" not in caplog.text


def test_the_server_can_be_made_without_a_model() -> None:
    assert create_app(None, Settings(), name="without-a-model")


def test_a_conversation_is_forgotten_when_it_is_idle() -> None:
    store = ForgettingTrackerStore(None, idle_seconds=0.05)
    asyncio.run(store.create_tracker("x"))
    assert asyncio.run(store.keys()) == ["x"]
    asyncio.run(asyncio.sleep(0.06))
    assert store.forget_expired() == 1 and asyncio.run(store.keys()) == []


def test_conversations_are_bounded_in_number() -> None:
    store = ForgettingTrackerStore(None, max_conversations=3)
    for number in range(10):
        asyncio.run(store.create_tracker(str(number)))
    assert len(asyncio.run(store.keys())) == 3


def test_nothing_is_written_to_disk_by_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(ForgettingTrackerStore(None).create_tracker("x"))
    assert not list(tmp_path.iterdir())
