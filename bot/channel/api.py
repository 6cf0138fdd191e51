"""The JSON API: start, say, end. Described in openapi.json beside this file."""

import json
from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path

from sanic import Blueprint, Request
from sanic.response import HTTPResponse, empty
from sanic.response import json as json_response

from bot.channel.conversations import Conversations
from bot.channel.requests import BadRequest, Turn, read_object, read_turn
from bot.channel.turns import Turns
from bot.content.live import live_library
from bot.memory import Conversation
from bot.privacy.mask import is_masked, mask, own_facts
from bot.settings import Settings

OPENAPI = Path(__file__).with_name("openapi.json")
READERS = {"anhorig", "ung", "skola", "proffs", "lamna"}
BEARER = "Bearer "
Handler = Callable[..., Awaitable[HTTPResponse]]


def api(turns: Turns, conversations: Conversations, settings: Settings) -> Blueprint:
    """Return the blueprint of the JSON API."""
    blueprint = Blueprint("api", url_prefix="/api")

    @blueprint.get("/openapi.json")
    async def describe(request: Request) -> HTTPResponse:
        return json_response(json.loads(OPENAPI.read_text(encoding="utf-8")))

    @blueprint.post("/conversations")
    @_json_only
    async def start(request: Request) -> HTTPResponse:
        turns.limits.count_start(request)
        return json_response({"token": await conversations.start(_reader(request.body))}, status=201)

    @blueprint.post("/messages")
    @_json_only
    async def say(request: Request) -> HTTPResponse:
        turns.limits.count_message(request)
        conversation = await _conversation(request, conversations)
        turn = accept(read_turn(request.body, max_characters=settings.max_characters), settings)
        messages = await turns.take(conversation, turn)
        return json_response({"messages": messages} | ({"heard": turn.text} if is_masked(turn.text) else {}))

    @blueprint.delete("/conversations")
    async def end(request: Request) -> HTTPResponse:
        await _conversation(request, conversations)
        await conversations.end(_token(request))
        return empty()

    return blueprint


def accept(turn: Turn, settings: Settings) -> Turn:
    """Return the turn with personal details masked, before anything else sees it.

    Raises BadRequest if a choice is neither a topic that visitors can ask about nor a reply to a question.
    """
    library = live_library(settings.data).get()
    if turn.choice is None:
        return Turn(text=mask(turn.text, own_facts(library)))
    if library.title_of(turn.choice) is None:
        raise BadRequest("'choice' must be the id of something that was offered.")
    return turn


def _json_only(handler: Handler) -> Handler:
    @wraps(handler)
    async def checked(request: Request) -> HTTPResponse:
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            raise BadRequest("Send application/json.", status=415)
        return await handler(request)

    return checked


def _reader(body: bytes) -> str | None:
    reader = read_object(body or b"{}", allowed={"reader"}).get("reader")
    if reader is not None and not (isinstance(reader, str) and reader in READERS):
        raise BadRequest(f"'reader' must be one of {', '.join(sorted(READERS))}.")
    return reader


def _token(request: Request) -> str:
    header = request.headers.get("authorization", "")
    if not header.startswith(BEARER):
        raise BadRequest("Send the conversation's token as Authorization: Bearer.", status=401)
    return str(header.removeprefix(BEARER).strip())


async def _conversation(request: Request, conversations: Conversations) -> Conversation:
    conversation = await conversations.find(_token(request))
    if conversation is None:
        raise BadRequest("There is no such conversation, or it is over. Start a new one.", status=401)
    return conversation
