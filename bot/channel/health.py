"""For whoever runs it: alive, ready, and numbers without people."""

import logging

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.process_collector import ProcessCollector
from sanic import Blueprint, NotFound, Request
from sanic.response import HTTPResponse, raw
from sanic.response import json as json_response

from bot.channel.dialogue import Dialogue
from bot.content.live import live_library
from bot.errors import OrosbotenError
from bot.memory import Memory
from bot.memory.sweeper import Sweeper
from bot.settings import Settings

logger = logging.getLogger(__name__)


class Metrics:
    """Counts in this process. No label tells who, from where or about what."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.replies = Counter("orosboten_replies", "Replies by kind", ["kind"], registry=self.registry)
        self.seconds = Histogram("orosboten_turn_seconds", "Time to answer a turn", registry=self.registry)
        self.conversations = Gauge("orosboten_conversations", "Conversations open now", registry=self.registry)
        self.overdue = Gauge("orosboten_overdue", "Conversations held longer than allowed", registry=self.registry)


def health(dialogue: Dialogue, memory: Memory, sweeper: Sweeper, metrics: Metrics, settings: Settings) -> Blueprint:
    """Return the blueprint of /healthz, /readyz and, where the settings turn it on, /metrics."""
    blueprint = Blueprint("health")
    metrics.conversations.set_function(lambda: sweeper.held)
    metrics.overdue.set_function(lambda: sweeper.overdue)

    @blueprint.get("/healthz")
    async def alive(request: Request) -> HTTPResponse:
        return json_response({"alive": True})

    @blueprint.get("/readyz")
    async def ready(request: Request) -> HTTPResponse:
        checks = {**_checks(dialogue, settings), "memory": await _works(memory), "forgets": sweeper.overdue == 0}
        return json_response(checks, status=200 if all(checks.values()) else 503)

    @blueprint.get("/metrics")
    async def measured(request: Request) -> HTTPResponse:
        if not settings.metrics:
            raise NotFound()
        return raw(generate_latest(metrics.registry), content_type=CONTENT_TYPE_LATEST)

    return blueprint


def _checks(dialogue: Dialogue, settings: Settings) -> dict[str, bool]:
    """Return what must be true of a server that visitors are sent to."""
    return {
        "model": settings.off or (dialogue.agent is not None and dialogue.agent.is_ready()),
        "content": live_library(settings.data).is_current,
    }


async def _works(memory: Memory) -> bool:
    try:
        await memory.check()
    except OrosbotenError as error:
        logger.error("The memory is not ready. %s", error)
        return False
    return True
