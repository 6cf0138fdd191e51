"""Take turns: one at a time in each conversation, not too often, and not for ever."""

from typing import Any

from bot.channel.conversations import Conversation
from bot.channel.dialogue import Dialogue
from bot.channel.health import Metrics
from bot.channel.limits import Limits
from bot.channel.requests import BadRequest, Turn
from bot.privacy.mask import is_masked
from bot.settings import Settings


class Turns:
    """Answers a conversation's turns within the limits."""

    def __init__(self, dialogue: Dialogue, metrics: Metrics, settings: Settings) -> None:
        self.dialogue = dialogue
        self._metrics = metrics
        self.limits = Limits(settings)
        self._max_turns = settings.max_turns

    async def take(self, conversation: Conversation, turn: Turn) -> list[dict[str, Any]]:
        """Return the replies to a turn. Raise BadRequest (409) while the turn before is being answered."""
        if conversation.busy:
            raise BadRequest("The turn before is still being answered.", status=409)
        self.limits.count_turn(conversation.sender_id)
        conversation.busy = True
        try:
            with self._metrics.seconds.time():
                replies = [*self._new_start(conversation), *await self.dialogue.answer(conversation, turn)]
            replies += self._masking(conversation, turn)
        finally:
            conversation.busy = False
            conversation.turns += 1
        for reply in replies:
            self._metrics.replies.labels(reply["kind"]).inc()
        return replies

    def _new_start(self, conversation: Conversation) -> list[dict[str, Any]]:
        """Forget a conversation that has become very long, and return the words that say so."""
        if conversation.turns < self._max_turns:
            return []
        self.dialogue.forget(conversation)
        return [self.dialogue.apology("borjar_om").as_json()]

    def _masking(self, conversation: Conversation, turn: Turn) -> list[dict[str, Any]]:
        """Return the words, once in a conversation, that personal details are not needed and were taken away."""
        if conversation.told_of_masking or not is_masked(turn.text):
            return []
        conversation.told_of_masking = True
        return [self.dialogue.apology("personuppgift").as_json()]
