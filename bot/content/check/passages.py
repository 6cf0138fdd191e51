"""The texts that visitors read, one passage at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.content.check.checked_file import CheckedTopic
from bot.content.check.fault import Fault
from bot.content.check.project import Project
from bot.content.check.shape import Keys
from bot.content.check.source_file import SourceFile
from bot.content.facts import PLACEHOLDER, Fact, fill, unknown_facts

PARTS = ("las_mer", "lattlast", "kort", "kort_en")
BY_PROGRAM = {"nasta_tid": "på torsdag klockan 9", "oppet_nu": "Öppet nu.", "person": "din dotter"}


@dataclass(frozen=True)
class Passage:
    """One text, where it stands, and what the reader has on the screen together with it."""

    source: SourceFile
    keys: Keys
    part: str
    group: str
    text: str
    above: str = field(default="", repr=False)

    def fault(self, wrong: str, mend: str, *, needle: str = "") -> Fault:
        """Return a fault at the passage, or at the line in it that holds `needle`."""
        return self.source.fault(wrong, mend, *self.keys, needle=needle)

    @property
    def bare(self) -> str:
        """Return the text without its {facts}."""
        return PLACEHOLDER.sub("", self.text)

    @property
    def in_view(self) -> str:
        """Return the text and what stands above it."""
        return f"{self.above}\n{self.text}"


def passages(project: Project) -> Iterator[Passage]:
    """Yield every text of every topic that can be read."""
    for topic in project.sound_topics():
        for index, answer in enumerate(topic.answers):
            yield from _of_answer(topic, index, answer)


def _of_answer(topic: CheckedTopic, index: int, answer: dict[str, Any]) -> Iterator[Passage]:
    keys, metadata, text = (*topic.answer_keys, index), answer.get("metadata", {}), answer["text"]
    if "titel" in metadata:
        yield Passage(topic.source, (*keys, "metadata", "titel"), "titel", topic.group, metadata["titel"])
    yield Passage(topic.source, (*keys, "text"), "text", topic.group, text)
    for part in PARTS:
        if part in metadata:
            above = text if part == "las_mer" else ""
            yield Passage(topic.source, (*keys, "metadata", part), part, topic.group, metadata[part], above)


def readable_facts(project: Project) -> dict[str, Fact]:
    """Return the facts that can be read, as they are filled into texts."""
    return {
        id_: Fact(
            id=id_,
            about=entry["om"],
            source=entry["kalla"],
            checked=date.fromisoformat(entry["kontrollerad"]),
            trust=entry["tillit"],
            value=entry.get("varde"),
            hours=entry.get("tider"),
            stated=entry.get("uppgift_fran"),
        )
        for id_, entry in project.facts.entries("fakta").items()
    }


def as_read(text: str, facts: dict[str, Fact], today: date) -> str:
    """Return the text as its reader sees it; a fact that is not known stands as its own name."""
    for name, value in BY_PROGRAM.items():
        text = text.replace("{" + name + "}", value)
    for name in unknown_facts(text, facts):
        text = text.replace("{" + name + "}", name)
    return fill(text, facts, today)
