"""The way to a human under every answer to a worry."""

from datetime import datetime

from bot.answers.reply import Human, Reply
from bot.answers.writer import write_reply
from bot.content.library import Library
from bot.content.opening import opening_at

HOURS, NUMBER, HAND_OVER = "orostelefonen_tider", "manniska", "overlamning"
# The groups in which somebody is worried, not only asking about the telephone or a law.
WORRIES = ("akut", "tecken", "samtal", "anhorig", "ung", "lamna", "natet", "skola", "atervandare")


def way_to_a_human(library: Library, reply: Reply, now: datetime) -> Human | None:
    """Return the number, open or closed, and all that is known of the call; None where nobody is worried."""
    if reply.kind != "answer" or not reply.topic or library.topics[reply.topic].group not in WORRIES:
        return None
    opening = opening_at(library.facts[HOURS], now)
    status = write_reply(library, opening.phrase, today=now.date(), values={"nasta_tid": opening.next_opening})
    number = write_reply(library, NUMBER, today=now.date(), values={"oppet_nu": status.text})
    call = write_reply(library, HAND_OVER, today=now.date())
    return Human(text=number.text, more=f"{call.text}\n\n{call.more}")
