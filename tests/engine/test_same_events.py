"""The same conversations give the same events as through Rasa's own processor, runner, rule policy and action call."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.processor import MessageProcessor
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channel.dialogue import ReplyCollector
from bot.engine.agent import load_agent
from bot.engine.local_action import LocalAction
from bot.engine.rules import QuickRulePolicy
from bot.engine.runner import StraightRunner
from bot.engine.store import ForgettingTrackerStore
from bot.memory import Conversation, LocalMemory
from bot.settings import Settings

# Answers, choices, misses, a guide, corrections, an emergency and what comes after it, small talk, another language.
TALKS = [
    ["hej", "hur mycket kostar det att ringa er", "mer", "enklare tack", "tack", "hejdå"],
    ["asdf qwer", "blå fisk cykel", "zzzz", "jag vill prata med en människa", "och på kvällen?"],
    ["jag vet inte var jag ska börja", "nej", "min son", "hoppa över", "1", "tillbaka"],
    ["min bror har köpt en pistol och säger att han ska skjuta folk i morgon", "vad är tecken", "nej, det var inte så"],
    ["min son hyllar nazister", "nej, min dotter", "varför?", "det andra", "ja", "nej"],
    ["I am worried about my brother", "is it anonymous?", "du är en idiot", "/restart", "är du en robot?"],
    ["när öppnar ni? kostar det något?"] * 3 + ["hur anmäler jag ett konto"] * 20,
]


@dataclass
class Engine:
    """An agent, and what it remembers."""

    agent: Agent
    memory: LocalMemory
    loop: asyncio.AbstractEventLoop

    def events(self, talk: list[str]) -> list[dict[str, Any]]:
        return self.loop.run_until_complete(self._talk(talk))

    async def _talk(self, talk: list[str]) -> list[dict[str, Any]]:
        await self.memory.start(Conversation("someone"))
        for text in talk:
            await self.agent.handle_message(UserMessage(text, ReplyCollector(), "someone", message_id="1"))
        tracker: DialogueStateTracker = await self.memory.tracker("someone")
        await self.memory.forget("someone")
        return [{k: v for k, v in event.as_dict().items() if k != "timestamp"} for event in tracker.events]


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="module")
def ours(model: Path, loop: asyncio.AbstractEventLoop) -> Engine:
    settings = Settings()
    memory = LocalMemory(settings)
    return Engine(loop.run_until_complete(load_agent(model, settings, memory)), memory, loop)


@pytest.fixture(scope="module")
def rasas(model: Path, ours: Engine, loop: asyncio.AbstractEventLoop) -> Engine:
    memory = LocalMemory(Settings())
    store = ForgettingTrackerStore(None, memory=memory)
    agent = Agent(generator=ours.agent.nlg, action_endpoint=ours.agent.action_endpoint, tracker_store=store)
    with pytest.MonkeyPatch.context() as patch:
        # Loaded as Rasa loads its own, it is Rasa's own.
        patch.setattr(QuickRulePolicy, "load", classmethod(RulePolicy.load.__func__))
        agent.processor = MessageProcessor(
            model, store, agent.lock_store, agent.nlg, action_endpoint=agent.action_endpoint
        )
    store.domain = agent.processor.domain
    return Engine(agent, memory, loop)


def test_the_two_are_what_they_are_said_to_be(ours: Engine, rasas: Engine) -> None:
    assert type(rasas.agent.processor.graph_runner) is DaskGraphRunner
    assert type(ours.agent.processor.graph_runner) is StraightRunner


@pytest.mark.parametrize("talk", TALKS, ids=[talk[0][:30] for talk in TALKS])
def test_a_talk_gives_the_events_that_rasa_gives(ours: Engine, rasas: Engine, talk: list[str]) -> None:
    assert json.dumps(ours.events(talk), indent=1) == json.dumps(rasas.events(talk), indent=1)


def test_an_action_of_ours_runs_here(ours: Engine) -> None:
    tracker = DialogueStateTracker.from_events("someone", [], ours.agent.domain.slots)
    tracker.followup_action = "action_overlamning"
    action, _ = ours.agent.processor.predict_next_with_tracker_if_should(tracker)
    assert isinstance(action, LocalAction)
