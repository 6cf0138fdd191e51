"""Take turns: one at a time in each conversation, not too often, and not for ever."""

import logging
import time
from typing import Any

from bot.channel.dialogue import Dialogue
from bot.channel.health import Metrics
from bot.channel.limits import Limits
from bot.channel.requests import BadRequest, Turn
from bot.errors import MemoryUnreachable
from bot.memory import Conversation, Memory
from bot.privacy.mask import is_masked
from bot.settings import Settings
from bot.statistics import Counts

logger = logging.getLogger(__name__)


class Turns:
    """Answers a conversation's turns within the limits."""

    def __init__(
        self, dialogue: Dialogue, memory: Memory, metrics: Metrics, settings: Settings, counts: Counts | None = None
    ) -> None:
        self.dialogue = dialogue
        self._memory = memory
        self._metrics = metrics
        self._counts = counts
        self.limits = Limits(settings)
        self._max_turns = settings.max_turns

    async def take(self, conversation: Conversation, turn: Turn) -> list[dict[str, Any]]:
        """Return the replies to a turn. Raise BadRequest (409) while the turn before is being answered."""
        if not await self._memory.begin_turn(conversation.sender_id):
            raise BadRequest("The turn before is still being answered.", status=409)
        began, is_first = time.perf_counter(), conversation.turns == 0
        try:
            replies = await self._answered(conversation, turn)
        finally:
            await self._end(conversation)
        self._count(replies, turn, seconds=time.perf_counter() - began, is_first=is_first)
        return replies

    def _count(self, replies: list[dict[str, Any]], turn: Turn, *, seconds: float, is_first: bool) -> None:
        self._metrics.seconds.observe(seconds)
        for reply in replies:
            self._metrics.replies.labels(reply["kind"]).inc()
        if self._counts:
            self._counts.add(replies, seconds=seconds, is_first=is_first, words=turn.text)

    async def _answered(self, conversation: Conversation, turn: Turn) -> list[dict[str, Any]]:
        self.limits.count_turn(conversation.sender_id)
        replies = [*await self._new_start(conversation), *await self.dialogue.answer(conversation, turn)]
        return replies + self._masking(conversation, turn)

    async def _new_start(self, conversation: Conversation) -> list[dict[str, Any]]:
        """Forget a conversation that has become very long, and return the words that say so."""
        if conversation.turns < self._max_turns:
            return []
        await self.dialogue.forget(conversation)
        return [self.dialogue.apology("borjar_om").as_json()]

    def _masking(self, conversation: Conversation, turn: Turn) -> list[dict[str, Any]]:
        """Return the words, once in a conversation, that personal details are not needed and were taken away."""
        if conversation.told_of_masking or not is_masked(turn.text):
            return []
        conversation.told_of_masking = True
        return [self.dialogue.apology("personuppgift").as_json()]

    async def _end(self, conversation: Conversation) -> None:
        """Free the conversation; an answer that is ready is given also where this fails."""
        try:
            await self._memory.end_turn(conversation)
        except MemoryUnreachable as error:
            logger.error("A turn is not counted. %s", error)
