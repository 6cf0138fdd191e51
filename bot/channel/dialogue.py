"""One turn: a visitor's words in, replies out. Whatever fails inside, there is always a reply."""

import asyncio
import logging
from datetime import datetime
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.answers.reply import Reply
from bot.answers.writer import write_reply
from bot.channel.requests import Turn
from bot.content.library import Library
from bot.content.live import live_library
from bot.content.topics import READER_SLOT
from bot.engine.message import MessageInConversation
from bot.engine.store import ForgettingTrackerStore
from bot.errors import MemoryUnreachable
from bot.memory import Conversation
from bot.settings import Settings

logger = logging.getLogger(__name__)
CHANNEL = "webb"
# The intent of a reply to one of the bot's questions.
ANSWER = "svar"


class ReplyCollector(OutputChannel):
    """Keeps what the bot says during one turn."""

    def __init__(self) -> None:
        self.replies: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the reply that the answer generator made."""
        if message.get("custom"):
            self.replies.append(message["custom"])


class Dialogue:
    """Takes turns with Rasa's agent."""

    def __init__(self, agent: Agent | None, store: ForgettingTrackerStore, settings: Settings) -> None:
        self.agent = agent
        self.store = store
        self._settings = settings

    def use(self, agent: Agent) -> None:
        """Answer with this agent from the next turn on."""
        self.agent, self.store = agent, agent.tracker_store

    async def answer(self, conversation: Conversation, turn: Turn) -> list[dict[str, Any]]:
        """Return the replies to a turn, as JSON objects: at least one, always with a way to a human."""
        output = ReplyCollector()
        try:
            await asyncio.wait_for(self._ask(conversation, turn, output), self._settings.answer_seconds)
        except MemoryUnreachable as error:
            # What was said until then is an answer; it is only not remembered.
            logger.error("A turn is not remembered. %s", error)
        except Exception as error:  # The outermost edge: nothing may leave the visitor without an answer.
            logger.error("A turn failed: %s", type(error).__name__)
            output.replies.clear()
            await self._start_anew(conversation)
        return output.replies or [self.apology("avstangd" if self._settings.off else "fel").as_json()]

    async def forget(self, conversation: Conversation) -> None:
        """Drop everything that was said; the conversation goes on from nothing."""
        await self.store.memory.forget_words(conversation)

    def apology(self, phrase: str) -> Reply:
        """Return one of the bot's own phrases; they hold the number and 112 whatever else is broken."""
        today = datetime.now(self._settings.time_zone).date()
        return write_reply(live_library(self._settings.data).get(), phrase, today=today)

    async def _ask(self, conversation: Conversation, turn: Turn, output: ReplyCollector) -> None:
        if self.agent is None or not self.agent.is_ready():
            return
        agent, tracker = self.agent, await self._tracker(conversation)
        chosen = None
        if turn.choice:
            chosen = _chosen(live_library(self._settings.data).get(), turn.choice, _understood(tracker))
        text = chosen["text"] if chosen else turn.text
        await agent.handle_message(
            MessageInConversation(tracker, text, output, parse_data=chosen, input_channel=CHANNEL)
        )

    async def _start_anew(self, conversation: Conversation) -> None:
        """Drop what was said, since half a turn could lead the next one astray; it is over soon if this fails too."""
        try:
            await self.forget(conversation)
        except MemoryUnreachable as error:
            logger.error("A failed turn is not dropped yet. %s", error)

    async def _tracker(self, conversation: Conversation) -> DialogueStateTracker:
        """Return the conversation so far, with the reader in its slot."""
        tracker = await self.store.get_or_create_tracker(conversation.sender_id)
        if tracker.get_slot(READER_SLOT) != conversation.reader:
            tracker.update(SlotSet(READER_SLOT, conversation.reader))
        return tracker


def _understood(tracker: DialogueStateTracker) -> dict[str, Any]:
    message = tracker.latest_message
    return (message.parse_data.get("understanding") or {}) if message else {}


def _chosen(library: Library, choice: str, before: dict[str, Any]) -> dict[str, Any]:
    """Return a choice as if it had been understood; who it is about and who reads go on from the turn before."""
    option = library.options().get(choice)
    kept = {name: before.get(name) for name in ("person", "known", "reader")}
    if option and option.person:
        kept |= {"person": option.person, "known": option.person}
    intent = {"name": ANSWER if option else choice, "confidence": 1.0}
    understanding = {**kept, "answer": choice if option else None}
    return {"text": library.title_of(choice), "intent": intent, "entities": [], "understanding": understanding}
