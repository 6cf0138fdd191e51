"""One server: Rasa's agent, the actions, the API and the page, in one process."""

import asyncio
import gc
import logging
from functools import partial

from rasa.core.agent import Agent
from sanic import Sanic

from bot.channel.api import api
from bot.channel.connections import protocol
from bot.channel.conversations import Conversations
from bot.channel.dialogue import Dialogue
from bot.channel.errors import answer_errors
from bot.channel.health import Metrics, health
from bot.channel.origins import refuse_other_sites
from bot.channel.turns import Turns
from bot.content.live import live_library
from bot.engine.agent import load_or_none
from bot.engine.store import ForgettingTrackerStore
from bot.errors import MemoryUnreachable
from bot.memory import Memory, make_memory
from bot.memory.sweeper import Sweeper
from bot.refusals import refuse_environment
from bot.reload import follow_model
from bot.runtime.logs import configure_logs
from bot.settings import Settings
from bot.statistics import Statistics, make_statistics
from bot.training import model_path
from bot.web.pages import pages
from bot.web.staff import staff

logger = logging.getLogger(__name__)


def run(settings: Settings | None = None) -> None:
    """Train if needed, then answer until stopped."""
    settings = settings or Settings.from_environment()
    configure_logs(as_json=settings.log_json)
    refuse_environment()
    statistics = make_statistics(settings)
    asyncio.run(_look_at(make_memory(settings)))
    memory = make_memory(settings)
    live_library(settings.data)
    agent = None if settings.off else load_or_none(settings, memory, train=settings.train)
    app = create_app(agent, memory, settings, statistics=statistics)
    # What is there before the first visitor stays to the end: no collection needs to look through it.
    gc.collect()
    gc.freeze()
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


def create_app(
    agent: Agent | None,
    memory: Memory,
    settings: Settings,
    *,
    statistics: Statistics | None = None,
    name: str = "orosboten",
) -> Sanic:
    """Return the server for an agent and the memory it was loaded with."""
    app = Sanic(name, configure_logging=False)
    app.config.update(REQUEST_MAX_SIZE=settings.max_body_bytes, RESPONSE_TIMEOUT=20)
    app.config.update(REQUEST_TIMEOUT=settings.request_seconds, KEEP_ALIVE_TIMEOUT=settings.request_seconds)
    app.config.update(FALLBACK_ERROR_FORMAT="json", PROXIES_COUNT=settings.proxies or None)
    store = agent.tracker_store if agent else ForgettingTrackerStore(None, memory=memory)
    dialogue, sweeper, metrics = Dialogue(agent, store, settings), Sweeper(memory), Metrics()
    counts = statistics.counts if statistics else None
    turns, conversations = Turns(dialogue, memory, metrics, settings, counts), Conversations(memory)
    app.blueprint(api(turns, conversations, settings))
    app.blueprint(health(dialogue, memory, sweeper, metrics, settings))
    app.blueprint(pages(turns, conversations, memory, settings))
    answer_errors(app, settings)
    refuse_other_sites(app)
    app.add_task(sweeper.run())
    if statistics:
        _count(app, statistics, turns, settings)
    if not settings.off:
        load = partial(load_or_none, settings, memory, train=False)
        app.add_task(follow_model(dialogue, model_path(settings), load))
    return app


def _count(app: Sanic, statistics: Statistics, turns: Turns, settings: Settings) -> None:
    """Write what is counted, now and then and once the last answer has gone out; show it to staff, if they may see."""
    app.add_task(statistics.flusher.run())
    if settings.staff_password:
        app.blueprint(staff(statistics.store, turns.limits, settings))

    @app.after_server_stop
    async def finish(app: Sanic) -> None:
        await statistics.flusher.flush()
