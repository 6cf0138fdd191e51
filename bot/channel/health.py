"""For whoever runs it: alive, ready, and numbers without people."""

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.process_collector import ProcessCollector
from sanic import Blueprint, NotFound, Request
from sanic.response import HTTPResponse, raw
from sanic.response import json as json_response

from bot.channel.conversations import Conversations
from bot.channel.dialogue import Dialogue
from bot.content.live import live_library
from bot.settings import Settings
from bot.store import overdue_conversations

# A sweep comes every ten seconds; what is older than this after its time is a fault.
GRACE_SECONDS = 60


class Metrics:
    """Counts in this process. No label tells who, from where or about what."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.replies = Counter("orosboten_replies", "Replies by kind", ["kind"], registry=self.registry)
        self.seconds = Histogram("orosboten_turn_seconds", "Time to answer a turn", registry=self.registry)
        self.conversations = Gauge("orosboten_conversations", "Conversations held now", registry=self.registry)


def health(dialogue: Dialogue, conversations: Conversations, metrics: Metrics, settings: Settings) -> Blueprint:
    """Return the blueprint of /healthz, /readyz and, where the settings turn it on, /metrics."""
    blueprint = Blueprint("health")
    metrics.conversations.set_function(lambda: len(conversations))

    @blueprint.get("/healthz")
    async def alive(request: Request) -> HTTPResponse:
        return json_response({"alive": True})

    @blueprint.get("/readyz")
    async def ready(request: Request) -> HTTPResponse:
        checks = _checks(dialogue, settings)
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
        "model": dialogue.agent is not None and dialogue.agent.is_ready(),
        "content": live_library(settings.data).is_current(),
        "forgets": overdue_conversations(settings.idle_seconds + GRACE_SECONDS) == 0,
    }
