"""One server: Rasa's agent, the actions, the API and the page, in one process."""

import asyncio
import logging
from pathlib import Path

from rasa.core.agent import Agent
from rasa.core.agent import load_agent as load_rasa_agent
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.utils import AvailableEndpoints
from sanic import Sanic

from bot.action_runner import ActionRunner
from bot.channel.api import api
from bot.channel.conversations import Conversations
from bot.channel.dialogue import Dialogue
from bot.channel.errors import answer_errors
from bot.channel.health import Metrics, health
from bot.channel.turns import Turns
from bot.errors import ConfigurationError, ModelError
from bot.refusals import ACTION_RUNNER, refuse_unsafe
from bot.settings import Settings
from bot.store import ForgettingTrackerStore
from bot.training import train_if_changed
from bot.web.pages import pages

logger = logging.getLogger(__name__)
SWEEP_SECONDS = 10.0


def run(settings: Settings | None = None) -> None:
    """Train if needed, then answer until stopped."""
    settings = settings or Settings.from_environment()
    agent = _agent_or_none(settings)
    app = create_app(agent, settings)
    print(f"Orosboten svarar på http://{settings.host}:{settings.port}/ – avsluta med Ctrl+C.", flush=True)
    app.run(host=settings.host, port=settings.port, single_process=True, access_log=False, motd=False, debug=False)


def _agent_or_none(settings: Settings) -> Agent | None:
    """Return the agent, or None where it is off or has no model: pages and numbers are served all the same."""
    if settings.off:
        return None
    try:
        return asyncio.run(load_agent(train_if_changed(settings), settings))
    except ModelError as error:
        logger.error("Serving without understanding. %s", error)
        return None


async def load_agent(model: Path, settings: Settings) -> Agent:
    """Return Rasa's agent with our store and actions. Raise ConfigurationError if a setting makes it unsafe."""
    endpoints = AvailableEndpoints.read_endpoints(str(settings.endpoints))
    refuse_unsafe(endpoints)
    if endpoints.action.type == ACTION_RUNNER:
        endpoints.action = ActionRunner()
    agent = await load_rasa_agent(str(model), endpoints=endpoints)
    store = tracker_store(agent)
    # Rasa would fall back to a store of its own that never forgets.
    agent.tracker_store._fallback_tracker_store = store
    agent.lock_store = agent.lock_store or InMemoryLockStore()
    return agent


def tracker_store(agent: Agent) -> ForgettingTrackerStore:
    """Return the agent's tracker store. Raise ConfigurationError if it is one that does not forget."""
    store = agent.tracker_store._tracker_store
    if not isinstance(store, ForgettingTrackerStore):
        raise ConfigurationError(
            f"endpoints.yml: tracker_store is {type(store).__name__}; expected bot.store.ForgettingTrackerStore, "
            "since every other store keeps what visitors write."
        )
    return store


def create_app(agent: Agent | None, settings: Settings, *, name: str = "orosboten") -> Sanic:
    """Return the server for an agent."""
    app = Sanic(name, configure_logging=False)
    app.config.update(REQUEST_MAX_SIZE=settings.max_body_bytes, REQUEST_TIMEOUT=10, RESPONSE_TIMEOUT=20)
    app.config.update(KEEP_ALIVE_TIMEOUT=10, FALLBACK_ERROR_FORMAT="json", PROXIES_COUNT=settings.proxies or None)
    store = tracker_store(agent) if agent else ForgettingTrackerStore(None)
    dialogue, metrics = Dialogue(agent, store, settings), Metrics()
    turns = Turns(dialogue, metrics, settings)
    conversations = Conversations(limit=settings.max_conversations, idle_seconds=settings.idle_seconds)
    app.blueprint(api(turns, conversations, settings))
    app.blueprint(health(dialogue, conversations, metrics, settings))
    app.blueprint(pages(turns, conversations, settings))
    answer_errors(app, settings)
    app.add_task(_forget_the_idle(store, conversations))
    return app


async def _forget_the_idle(store: ForgettingTrackerStore, conversations: Conversations) -> None:
    """Drop what has been idle too long, also when nobody asks for it."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        for conversation in conversations.end_idle():
            store.forget(conversation.sender_id)
        store.forget_expired()
