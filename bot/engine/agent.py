"""Rasa's agent, with our store, actions and answers."""

import asyncio
import logging
from pathlib import Path

from rasa.core.agent import Agent
from rasa.core.utils import AvailableEndpoints

from bot.engine.action_runner import ActionRunner
from bot.engine.processor import Processor
from bot.engine.store import ForgettingTrackerStore
from bot.errors import ModelError
from bot.memory import Memory
from bot.refusals import ACTION_RUNNER, refuse_unsafe
from bot.settings import Settings
from bot.training import model_path, train_if_changed

logger = logging.getLogger(__name__)


async def load_agent(model: Path, settings: Settings, memory: Memory) -> Agent:
    """Return the agent of a model.

    Raise ConfigurationError if a setting makes it unsafe, ModelError if the model cannot be loaded.
    """
    endpoints = AvailableEndpoints.read_endpoints(str(settings.endpoints))
    refuse_unsafe(endpoints)
    if endpoints.action.type == ACTION_RUNNER:
        endpoints.action = ActionRunner()
    # Rasa would wrap the store in one that, when it fails, keeps what is said elsewhere and never forgets.
    store = ForgettingTrackerStore(None, memory=memory)
    agent = Agent(generator=endpoints.nlg, action_endpoint=endpoints.action)
    agent.tracker_store = store
    try:
        agent.processor = Processor(model, store, agent.lock_store, agent.nlg, endpoints.action)
    except Exception as error:  # A model can be broken in any way.
        raise ModelError(f"{model}: the model is missing or broken. Remove it, and run `make train`.") from error
    agent.domain = store.domain = agent.processor.domain
    return agent


def load_or_none(settings: Settings, memory: Memory, *, train: bool) -> Agent | None:
    """Return the agent, or None, with the reason in the log, where it has no model that works."""
    try:
        model = train_if_changed(settings) if train else model_path(settings)
        return asyncio.run(load_agent(model, settings, memory))
    except ModelError as error:
        logger.error("There is no understanding to take into use. %s", error)
        return None
