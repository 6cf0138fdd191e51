"""Say what is kept, in the answers that tell what happens to a visitor's words, where the operator keeps something."""

from dataclasses import replace
from datetime import date

from bot.answers.reply import Reply
from bot.answers.writer import write_reply
from bot.content.library import Library
from bot.settings import Settings

EXCEPTION = "fragor_sparas"
PROMISES = ("bot_integritet", "radera")


def with_exception(library: Library, reply: Reply, settings: Settings, today: date) -> Reply:
    """Return the reply, with the exception after its text if it promises that nothing is kept."""
    if not settings.keep_unrecognised or reply.topic not in PROMISES:
        return reply
    return replace(reply, text=f"{reply.text}\n\n{write_reply(library, EXCEPTION, today=today).text}")
