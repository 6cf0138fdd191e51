"""One server: Rasa's agent, the actions, the API and the page, in one process."""

import asyncio
import logging
from pathlib import Path

from rasa.core.agent import Agent
from rasa.core.agent import load_agent as load_rasa_agent
from rasa.core.utils import AvailableEndpoints
from sanic import Sanic

from bot.action_runner import ActionRunner
from bot.channel.api import api
from bot.channel.connections import protocol
from bot.channel.conversations import Conversations
from bot.channel.dialogue import Dialogue
from bot.channel.errors import answer_errors
from bot.channel.health import Metrics, health
from bot.channel.turns import Turns
from bot.errors import MemoryUnreachable, ModelError
from bot.memory import Memory, make_memory
from bot.memory.sweeper import Sweeper
from bot.refusals import ACTION_RUNNER, refuse_unsafe
from bot.settings import Settings
from bot.store import ForgettingTrackerStore
from bot.training import train_if_changed
from bot.web.pages import pages

logger = logging.getLogger(__name__)


def run(settings: Settings | None = None) -> None:
    """Train if needed, then answer until stopped."""
    settings = settings or Settings.from_environment()
    asyncio.run(_look_at(make_memory(settings)))
    store = ForgettingTrackerStore(None, memory=make_memory(settings))
    app = create_app(_agent_or_none(settings, store), store, settings)
    print(f"Orosboten svarar på http://{settings.host}:{settings.port}/ – avsluta med Ctrl+C.", flush=True)
    app.run(
        host=settings.host,
        port=settings.port,
        protocol=protocol(settings),
        single_process=True,
        access_log=False,
        motd=False,
        debug=False,
    )


async def _look_at(memory: Memory) -> None:
    """Raise ConfigurationError if the memory would not forget. One that does not answer yet may come later."""
    try:
        await memory.check()
    except MemoryUnreachable as error:
        logger.error("Serving without conversations. %s", error)


def _agent_or_none(settings: Settings, store: ForgettingTrackerStore) -> Agent | None:
    """Return the agent, or None where it is off or has no model: pages and numbers are served all the same."""
    if settings.off:
        return None
    try:
        return asyncio.run(load_agent(train_if_changed(settings), settings, store))
    except ModelError as error:
        logger.error("Serving without understanding. %s", error)
        return None


async def load_agent(model: Path, settings: Settings, store: ForgettingTrackerStore) -> Agent:
    """Return Rasa's agent with our store and actions. Raise ConfigurationError if a setting makes it unsafe."""
    endpoints = AvailableEndpoints.read_endpoints(str(settings.endpoints))
    refuse_unsafe(endpoints)
    if endpoints.action.type == ACTION_RUNNER:
        endpoints.action = ActionRunner()
    endpoints.tracker_store = store
    agent = await load_rasa_agent(str(model), endpoints=endpoints)
    if agent.processor is None:
        raise ModelError(f"{model}: the model cannot be loaded. Remove it, and run `make train`.")
    # Rasa wraps the store in one that, when it fails, keeps what is said elsewhere and never forgets.
    agent.tracker_store = agent.processor.tracker_store = store
    return agent


def create_app(
    agent: Agent | None, store: ForgettingTrackerStore, settings: Settings, *, name: str = "orosboten"
) -> Sanic:
    """Return the server for an agent and the store it was loaded with."""
    app = Sanic(name, configure_logging=False)
    app.config.update(REQUEST_MAX_SIZE=settings.max_body_bytes, RESPONSE_TIMEOUT=20)
    app.config.update(REQUEST_TIMEOUT=settings.request_seconds, KEEP_ALIVE_TIMEOUT=settings.request_seconds)
    app.config.update(FALLBACK_ERROR_FORMAT="json", PROXIES_COUNT=settings.proxies or None)
    memory, metrics = store.memory, Metrics()
    dialogue, sweeper = Dialogue(agent, store, settings), Sweeper(memory)
    turns, conversations = Turns(dialogue, memory, metrics, settings), Conversations(memory)
    app.blueprint(api(turns, conversations, settings))
    app.blueprint(health(dialogue, memory, sweeper, metrics, settings))
    app.blueprint(pages(turns, conversations, memory, settings))
    answer_errors(app, settings)
    app.add_task(sweeper.run())
    return app
