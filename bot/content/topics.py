"""One file a topic: its answers, its examples and its rule."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.content.yaml_file import read_yaml
from bot.errors import ContentError

SYSTEM_GROUP = "system"
NOT_TOPICS = ("lexikon",)
RESPONSE_PREFIX = "utter_"
READER_SLOT = "lasare"


@dataclass(frozen=True)
class Option:
    """A reply that a question of the bot offers; `topics` are what then fits, `person` is who it is about."""

    id: str
    title: str
    topics: tuple[str, ...] = ()
    person: str | None = None


@dataclass(frozen=True)
class Answer:
    """What one kind of reader is told about a topic. Texts still hold their {facts}."""

    text: str
    title: str
    more: str = ""
    plain: str = ""
    card: str = ""
    card_en: str = ""
    options: tuple[Option, ...] = ()
    sources: tuple[str, ...] = ()
    checked: date | None = None
    review: str = "råd"
    audience: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    reader: str | None = None


@dataclass(frozen=True)
class Topic:
    """A topic (= intent = response = rule) and where its file is."""

    id: str
    group: str
    path: Path
    answers: tuple[Answer, ...]
    examples: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.answers[0].title

    @property
    def is_emergency(self) -> bool:
        return bool(self.answers[0].card)

    def answer_for(self, reader: str | None) -> Answer:
        """Return the answer written for this reader, or the one for everybody."""
        return next((answer for answer in self.answers[1:] if answer.reader == reader), self.answers[0])


def topic_files(data: Path) -> Iterator[Path]:
    """Yield every topic file: those in a folder of data/, the bot's own phrases in system/ among them."""
    for folder in sorted(path for path in data.iterdir() if path.is_dir() and path.name not in NOT_TOPICS):
        yield from sorted(folder.glob("*.yml"))


def load_topics(data: Path) -> dict[str, Topic]:
    """Return every topic in data/, keyed by id. Raise ContentError on a file that cannot be used."""
    return {path.stem: load_topic(path) for path in topic_files(data)}


def load_topic(path: Path) -> Topic:
    """Return the topic that a file holds. Raise ContentError, naming the file, if it holds none."""
    content = read_yaml(path) or {}
    try:
        variants = content["responses"][RESPONSE_PREFIX + path.stem]
        answers = _answers(variants)
        examples = tuple(line for block in content.get("nlu", []) for line in split_examples(block["examples"]))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ContentError(f"{path}: ämnesfilen går inte att använda ({error!r}). Kör `make check`.") from error
    return Topic(id=path.stem, group=path.parent.name, path=path, answers=answers, examples=examples)


def split_examples(block: str) -> list[str]:
    """Return the lines of an `examples: |` block without their dashes."""
    return [line.strip()[2:].strip() for line in block.splitlines() if line.strip().startswith("- ")]


def _answers(variants: list[dict[str, Any]]) -> tuple[Answer, ...]:
    first = _answer(variants[0]["text"], variants[0]["metadata"])
    return first, *(_variant(first, variant) for variant in variants[1:])


def _answer(text: str, metadata: dict[str, Any]) -> Answer:
    return Answer(
        text=text.strip(),
        title=metadata["titel"],
        more=metadata.get("las_mer", "").strip(),
        plain=metadata.get("lattlast", "").strip(),
        card=metadata.get("kort", "").strip(),
        card_en=metadata.get("kort_en", "").strip(),
        options=tuple(_option(option) for option in metadata.get("svar", ())),
        sources=tuple(metadata.get("kallor", ())),
        checked=date.fromisoformat(metadata["kontrollerad"]) if "kontrollerad" in metadata else None,
        review=metadata.get("granskning", "råd"),
        audience=tuple(metadata.get("for", ())),
        related=tuple(metadata.get("relaterade", ())),
    )


def _option(option: dict[str, Any]) -> Option:
    return Option(option["id"], option["titel"], tuple(option.get("amnen", ())), option.get("person"))


def _variant(first: Answer, variant: dict[str, Any]) -> Answer:
    own = variant.get("metadata", {})
    return replace(
        first,
        text=variant["text"].strip(),
        more=own.get("las_mer", first.more).strip(),
        plain=own.get("lattlast", first.plain).strip(),
        sources=tuple(own.get("kallor", first.sources)),
        reader=variant["condition"][0]["value"],
    )
