"""Rasa's response generator: the answers in data/, filled in and checked while the server runs."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.answers.choices import choices_after
from bot.answers.human import way_to_a_human
from bot.answers.kept import with_exception
from bot.answers.person import PHRASE, coloured, fits
from bot.answers.reply import Reply
from bot.answers.writer import write_reply
from bot.content.cards import card_is_up
from bot.content.follow_ups import follow_ups
from bot.content.library import Library
from bot.content.live import live_library
from bot.content.topics import READER_SLOT, RESPONSE_PREFIX
from bot.settings import Settings

PARTS = ("part", "choices", "values")
# Who an answer is about, where that is not the person of this message; and what waits until a danger is over.
ABOUT, HELD = "about", "held"
# While an emergency card is up, these wait: a tip must not take the place of the call.
TIPS = ("tecken", "samtal", "anhorig", "natet", "ung", "lamna", "skola", "atervandare")
CALL_FIRST, CALL_FIRST_AGAIN, DENY = "akut_forst", "akut_forst_igen", "nej"


class AnswerGenerator(NaturalLanguageGenerator):
    """Answer with the content on disk. Named as `nlg: type:` in endpoints.yml."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        self.settings = Settings.from_environment()
        self.live = live_library(self.settings.data)
        self.words = follow_ups(self.settings.data)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """Return the reply as a Rasa message: its text, and all of it under `custom`."""
        topic = utter_action.removeprefix(RESPONSE_PREFIX)
        asked = {name: kwargs[name] for name in PARTS if kwargs.get(name)}
        person = kwargs[ABOUT] if ABOUT in kwargs else _understanding(tracker).get("person")
        reply = self._about(self.live.get(), self._reply(self.live.get(), topic, tracker, asked), person)
        if kwargs.get(HELD):
            reply = replace(reply, held=kwargs[HELD])
        return {"text": reply.text, "custom": asdict(reply)}

    def _reply(self, library: Library, topic: str, tracker: DialogueStateTracker, asked: dict[str, Any]) -> Reply:
        understanding, now = _understanding(tracker), datetime.now(self.settings.time_zone)
        call_first = CALL_FIRST_AGAIN if _asked_to_call(tracker) else CALL_FIRST
        topic = call_first if topic == CALL_FIRST else topic
        if self._waits(library, topic, tracker, asked):
            first = write_reply(library, call_first, today=now.date(), choices=[DENY])
            return replace(first, held=topic)
        if "choices" not in asked and asked.get("part") in (None, "lattlast"):
            asked["choices"] = choices_after(library, topic, understanding)
        reader = understanding.get("reader") or tracker.get_slot(READER_SLOT)
        reply = write_reply(library, topic, today=now.date(), reader=reader, **asked)
        reply = with_exception(library, reply, self.settings, now.date())
        return replace(reply, human=way_to_a_human(library, reply, now))

    def _waits(self, library: Library, topic: str, tracker: DialogueStateTracker, asked: dict[str, Any]) -> bool:
        denied = tracker.latest_message is not None and tracker.latest_message.intent.get("name") == DENY
        held_back = library.topics[topic].group in TIPS and not library.topics[topic].is_emergency
        return held_back and not denied and asked.get("part") != "kort" and card_is_up(_replies(tracker))

    def _about(self, library: Library, reply: Reply, person: str | None) -> Reply:
        if not person or reply.kind != "answer" or not reply.topic:
            return reply
        if not fits(reply, library.topics[reply.topic].group, person, self.words):
            return reply
        known = self.words.persons[person]
        today = datetime.now(self.settings.time_zone).date()
        line = write_reply(library, PHRASE, today=today, values={"person": known.yours}).text
        return coloured(reply, line, known)


def _replies(tracker: DialogueStateTracker) -> Iterator[dict[str, Any]]:
    for event in reversed(tracker.events):
        custom = (event.data or {}).get("custom") if isinstance(event, BotUttered) else None
        if custom:
            yield custom


def _asked_to_call(tracker: DialogueStateTracker) -> bool:
    """Return whether the latest reply offered nothing but to say that it was not so."""
    return [choice["id"] for choice in next(_replies(tracker), {}).get("choices", ())] == [DENY]


def _understanding(tracker: DialogueStateTracker) -> dict[str, Any]:
    message = tracker.latest_message
    return (message.parse_data.get("understanding") or {}) if message else {}
