"""Tickets for the first message."""

import asyncio

from bot.memory import LocalMemory
from bot.settings import Settings
from bot.web.tickets import Tickets


def test_a_ticket_is_good_once_and_only_ours() -> None:
    async def scenario() -> list[bool]:
        ours, theirs = (Tickets(LocalMemory(Settings()), Settings()) for _ in range(2))
        ticket = ours.make()
        shown = [(ours, ticket), (ours, ticket), (ours, "x.y"), (theirs, ours.make())]
        return [await tickets.take(number) for tickets, number in shown]

    assert asyncio.run(scenario()) == [True, False, False, False]
