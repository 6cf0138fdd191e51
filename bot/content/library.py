"""All content at once: facts, contacts, sources and topics, as they stand on disk."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.content.contacts import Contact
from bot.content.facts import Fact, fill
from bot.content.sources import Source
from bot.content.topics import SYSTEM_GROUP, Option, Topic


@dataclass(frozen=True, eq=False)
class Library:
    """The content that answers are made of. Never changed: an edit makes a new one, so what follows from it is kept."""

    facts: dict[str, Fact]
    contacts: dict[str, Contact]
    sources: dict[str, Source]
    topics: dict[str, Topic]

    def fill(self, text: str, today: date) -> str:
        """Return the text with its {facts} filled in."""
        return fill(text, self.facts, today)

    def questions(self) -> list[Topic]:
        """Return the topics that a visitor can ask about, the bot's own phrases left out."""
        return [topic for topic in self.topics.values() if topic.group != SYSTEM_GROUP]

    def options(self) -> dict[str, Option]:
        """Return every reply that a question of the bot offers, keyed by id."""
        return self._options

    @cached_property
    def _options(self) -> dict[str, Option]:
        return {option.id: option for topic in self.topics.values() for option in topic.answers[0].options}

    def title_of(self, choice: str) -> str | None:
        """Return how a choice is worded: the title of a topic that can be asked about, or of a reply; else None."""
        topic = self.topics.get(choice)
        if topic and topic.group != SYSTEM_GROUP:
            return topic.title
        option = self.options().get(choice)
        return option.title if option else None
