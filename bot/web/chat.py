"""The chat without JavaScript: ask, choose, clear and leave, each with an ordinary form."""

import logging
from dataclasses import dataclass
from typing import Any

from sanic import Request
from sanic.response import HTTPResponse

from bot.channel.api import READERS, accept
from bot.channel.conversations import Conversations
from bot.channel.limits import retry_after
from bot.channel.requests import BadRequest, Turn, read_choice, read_text
from bot.channel.turns import Turns
from bot.errors import MemoryUnreachable
from bot.memory import Conversation
from bot.web.headers import EMBEDDED, is_embedded
from bot.web.tickets import Tickets
from bot.web.views import View, turn

logger = logging.getLogger(__name__)
# What is said for a status: a phrase of data/system/, or what the page itself says to an empty field.
PHRASES = {400: "tomt", 413: "for_langt", 429: "for_ofta", 503: "fullt"}


@dataclass(frozen=True)
class Chat:
    """Shows the chat page, empty or with a conversation."""

    view: View
    turns: Turns
    conversations: Conversations
    tickets: Tickets

    def first(self, request: Request, *, notice: str = "") -> HTTPResponse:
        """Return the empty page, with a ticket for the first message."""
        return self._page(request, reader=_reader(request.args.get("roll")), notice=notice)

    async def say(self, request: Request) -> HTTPResponse:
        """Take what was written or chosen, and return the conversation so far with its answer."""
        try:
            self.turns.limits.count_message(request)
            said = accept(_turn(request, self.view.settings.max_characters), self.view.settings)
            token = await self._token(request)
            conversation = await self.conversations.find(token)
            if conversation is None:
                return self.first(request, notice="over")
            return await self._answered(request, conversation, said, token)
        except BadRequest as error:
            return await self._not_accepted(request, error)
        except MemoryUnreachable as error:
            return self._not_remembered(request, error)

    async def end(self, request: Request) -> None:
        """End the conversation whose token was sent, if there is one."""
        await self.conversations.end(_field(request, "token"))

    async def leave(self, request: Request) -> None:
        """End the conversation if it can be reached: the way out is never barred, and it is over soon by itself."""
        try:
            await self.end(request)
        except MemoryUnreachable as error:
            logger.error("A conversation was left without being ended. %s", error)

    async def _answered(self, request: Request, conversation: Conversation, said: Turn, token: str) -> HTTPResponse:
        before = await self._history(conversation)
        try:
            replies = await self.turns.take(conversation, said)
        except BadRequest as error:
            return self._refused(request, error, turns=before, token=token, words=said.text)
        words = (self.view.library.title_of(said.choice) if said.choice else None) or said.text
        return self._page(request, turns=[*before, turn(words, replies)], token=token)

    async def _not_accepted(self, request: Request, error: BadRequest) -> HTTPResponse:
        """Return the page with what was written still in the field, and what to do about it."""
        token = _field(request, "token")
        conversation = await self.conversations.find(token)
        turns = await self._history(conversation) if conversation else []
        return self._refused(
            request, error, turns=turns, token=token if conversation else "", words=_field(request, "text")
        )

    def _not_remembered(self, request: Request, error: MemoryUnreachable) -> HTTPResponse:
        """Return the calm text, with what was written still in the field, to be sent again."""
        logger.error("A page was not answered. %s", error)
        return self._page(
            request, error="fel", status=503, token=_field(request, "token"), words=_field(request, "text")
        )

    def _refused(self, request: Request, error: BadRequest, **values: Any) -> HTTPResponse:
        page = self._page(request, error=PHRASES.get(error.status, "fel"), status=error.status, **values)
        page.headers.update(retry_after(error))
        return page

    async def _history(self, conversation: Conversation) -> list[dict[str, Any]]:
        turns: list[dict[str, Any]] = []
        for event in await self.turns.dialogue.store.events(conversation.sender_id):
            reply = (event.get("data") or {}).get("custom")
            if event["event"] == "user" and event.get("text"):
                turns.append(turn(event["text"], []))
            elif event["event"] == "bot" and turns and reply:
                turns[-1]["replies"].append(reply)
        return turns

    async def _token(self, request: Request) -> str:
        """Return the conversation's token; a new one for a ticket that has not been used."""
        token = _field(request, "token")
        if not token and await self.tickets.take(_field(request, "biljett")):
            self.turns.limits.count_start(request)
            return await self.conversations.start(_reader(_field(request, "roll")))
        return token

    def _page(self, request: Request, *, token: str = "", status: int = 200, **values: Any) -> HTTPResponse:
        base = EMBEDDED if is_embedded(request) else ""
        error = "avstangd" if self.view.settings.off else ""
        given = {"turns": [], "reader": None, "notice": "", "error": error, "words": "", "base": base, **values}
        ticket = "" if token else self.tickets.make()
        return self.view.page("chatt.html", status=status, token=token, ticket=ticket, **given)


def _turn(request: Request, max_characters: int) -> Turn:
    choice = _field(request, "choice")
    if choice:
        return Turn(choice=read_choice(choice))
    # Browsers send line breaks in forms as two characters.
    return Turn(text=read_text(_field(request, "text").replace("\r\n", "\n"), max_characters=max_characters))


def _field(request: Request, name: str) -> str:
    return str(request.form.get(name) or "") if request.form else ""


def _reader(value: str | None) -> str | None:
    return value if value in READERS else None
