"""Rasa's message processor, with our runner, and actions that run here."""

import logging
import tempfile
from pathlib import Path
from typing import Any

from rasa.core.actions.action import Action, ActionBotResponse, ActionListen, RemoteAction
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine import loader
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.action_runner import ActionRunner
from bot.engine.local_action import LocalAction
from bot.engine.message import MessageInConversation
from bot.engine.runner import StraightRunner

logger = logging.getLogger(__name__)
# Actions that never reject, and change nothing but by the events they return.
HARMLESS = (LocalAction, ActionBotResponse, ActionListen)


class Processor(MessageProcessor):
    """Handle messages as Rasa does; the cost of a turn does not grow with the conversation."""

    @staticmethod
    def _load_model(model_path: str | Path) -> tuple[str, ModelMetadata, GraphRunner]:
        with tempfile.TemporaryDirectory() as folder:
            metadata, runner = loader.load_predict_graph_runner(
                Path(folder), Path(model_path), LocalModelStorage, StraightRunner
            )
        return Path(model_path).name, metadata, runner

    async def log_message(self, message: UserMessage, should_save_tracker: bool = True) -> DialogueStateTracker:
        """Take a message into its conversation, and return that. It is saved once the turn is over."""
        if not isinstance(message, MessageInConversation):
            return await super().log_message(message, should_save_tracker)
        await self._handle_message_with_tracker(message, message.tracker)
        return message.tracker

    async def _update_tracker_session(
        self, tracker: DialogueStateTracker, output_channel: OutputChannel, metadata: dict[str, Any] | None = None
    ) -> None:
        # A conversation under way needs no new session: the memory forgets an idle one long before Rasa would ask.
        if not tracker.events:
            await super()._update_tracker_session(tracker, output_channel, metadata)

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """Do nothing: `check` holds that every intent is in the domain, and Rasa writes out the domain to see it."""

    def predict_next_with_tracker_if_should(self, tracker: DialogueStateTracker) -> tuple[Action, PolicyPrediction]:
        """Return the next action and how it was predicted; one of actions/ runs in this process."""
        action, prediction = super().predict_next_with_tracker_if_should(tracker)
        if isinstance(action, RemoteAction) and isinstance(self.action_endpoint, ActionRunner):
            action = LocalAction(action.name(), self.action_endpoint)
        return action, prediction

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        if not isinstance(action, HARMLESS):
            # It may reject what was predicted: Rasa runs it on a copy of the conversation.
            goes_on: bool = await super()._run_action(action, tracker, output_channel, nlg, prediction)
            return goes_on
        try:
            events = await action.run(output_channel, nlg, tracker, self.domain)
        except Exception as error:  # An action is content's edge: one that fails leaves the turn without a reply.
            logger.error("%s failed: %s", action.name(), type(error).__name__)
            events = []
        self._log_action_on_tracker(tracker, action, events, prediction)
        await self.execute_side_effects(events, tracker, output_channel)
        return bool(action.name() != ACTION_LISTEN_NAME)
