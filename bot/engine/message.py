"""A message together with the conversation that it belongs to."""

from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.trackers import DialogueStateTracker


class MessageInConversation(UserMessage):
    """A message that brings its tracker, so that the memory is asked for it once a turn."""

    def __init__(self, tracker: DialogueStateTracker, text: str, output_channel: OutputChannel, **options: Any) -> None:
        super().__init__(text, output_channel, tracker.sender_id, **options)
        self.tracker = tracker
