"""Rasa's response generator: the answers in data/, filled in and checked while the server runs."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.answers.choices import choices_after
from bot.answers.writer import write_reply
from bot.content.live import live_library
from bot.content.topics import READER_SLOT, RESPONSE_PREFIX
from bot.settings import Settings

PARTS = ("part", "choices", "values")


class AnswerGenerator(NaturalLanguageGenerator):
    """Answer with the content on disk. Named as `nlg: type:` in endpoints.yml."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        self.settings = Settings.from_environment()
        self.live = live_library(self.settings.data)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """Return the reply as a Rasa message: its text, and all of it under `custom`."""
        library, topic = self.live.get(), utter_action.removeprefix(RESPONSE_PREFIX)
        asked = {name: kwargs[name] for name in PARTS if kwargs.get(name)}
        if not asked:
            asked["choices"] = choices_after(library, topic, _understanding(tracker))
        today = datetime.now(self.settings.time_zone).date()
        reply = write_reply(library, topic, today=today, reader=tracker.get_slot(READER_SLOT), **asked)
        return {"text": reply.text, "custom": asdict(reply)}


def _understanding(tracker: DialogueStateTracker) -> dict[str, Any]:
    message = tracker.latest_message
    return (message.parse_data.get("understanding") or {}) if message else {}
