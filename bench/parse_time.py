"""Print the median milliseconds of understanding one message, without a dialogue. Runs in either environment.

Usage: python parse_time.py MODEL [ours]; messages on stdin, one a line.
"""

import asyncio
import statistics
import sys
import time

if sys.argv[2:] == ["ours"]:
    import bot  # noqa: F401  its settings come before Rasa

from rasa.core.agent import Agent

agent = Agent.load(sys.argv[1])
messages = [line.strip() for line in sys.stdin if line.strip()]


async def measure() -> float:
    """Return the median, after one round to warm up."""
    times = []
    for message in messages * 2:
        started = time.perf_counter()
        await agent.parse_message(message)
        times.append(time.perf_counter() - started)
    return statistics.median(times[len(messages) :])


print(1000 * asyncio.run(measure()))
