"""Every error as JSON: the reason, and the number a visitor can always call."""

import logging

from sanic import Request, Sanic
from sanic.exceptions import SanicException
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.channel.limits import retry_after
from bot.channel.requests import BadRequest
from bot.content.live import live_library
from bot.errors import MemoryUnreachable
from bot.settings import Settings

logger = logging.getLogger(__name__)


def answer_errors(app: Sanic, settings: Settings) -> None:
    """Make the app answer every error with its reason and the way to a human; never a trace, path or version."""

    @app.exception(Exception)
    async def answer(request: Request, error: Exception) -> HTTPResponse:
        status = getattr(error, "status_code", 500)
        reason = "Something went wrong here."
        if isinstance(error, BadRequest):
            status, reason = error.status, str(error)
        elif isinstance(error, MemoryUnreachable):
            status, reason = 503, "Conversations cannot be kept just now. Try again in a while, or call."
            logger.error("A request was not answered. %s", error)
        elif isinstance(error, SanicException) and status < 500:
            reason = _REASONS.get(status, "The request cannot be answered.")
        else:
            logger.error("A request failed: %s", type(error).__name__)
        # Sanic's own errors know which methods are allowed.
        headers = {**getattr(error, "headers", {}), **retry_after(error)}
        return json_response({"error": reason, "help": _help(settings)}, status=status, headers=headers)


_REASONS = {
    403: "Other sites may not send anything here.",
    404: "There is nothing here.",
    405: "That method is not allowed here.",
    408: "The request took too long.",
    413: "The request is too large.",
}


def _help(settings: Settings) -> str:
    facts = live_library(settings.data).get().facts
    return f"Orostelefonen {facts['orostelefonen_telefon'].value}. Fara för liv: {facts['sos_telefon'].value}."
