"""Everything the checks look at, read once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bot.content.check import schema
from bot.content.check.checked_file import CheckedFile, CheckedTopic
from bot.content.check.fault import Fault
from bot.content.check.shape import Shape
from bot.content.check.source_file import read_source
from bot.content.topics import NOT_TOPICS, topic_files

STORIES = Path("tests") / "conversations"


@dataclass(frozen=True)
class Project:
    """The project at `root`, as it stands on `today`."""

    root: Path
    data: Path
    today: date
    facts: CheckedFile
    sources: CheckedFile
    emergencies: CheckedFile
    follow_ups: CheckedFile
    domain: CheckedFile
    topics: tuple[CheckedTopic, ...]
    lexicon: tuple[CheckedFile, ...]
    stories: tuple[CheckedFile, ...]
    faults: list[Fault] = field(default_factory=list)

    def sound_topics(self) -> list[CheckedTopic]:
        """Return the topics whose files can be read without surprises."""
        return [topic for topic in self.topics if topic.is_sound()]

    def questions(self) -> dict[str, CheckedTopic]:
        """Return every topic a visitor can ask about, by id, whether its file is sound or not."""
        return {topic.id: topic for topic in self.topics if not topic.is_system}

    def fact(self, name: str) -> dict[str, Any]:
        """Return a fact as it stands, empty if it says nothing."""
        entry = self.facts.part("fakta").get(name)
        return entry if isinstance(entry, dict) else {}

    def concepts(self) -> list[str]:
        """Return the name of every concept in the lexicon."""
        return [name for file in self.lexicon for name in file.names("begrepp")]


class _Reader:
    """Reads files, and gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.faults: list[Fault] = []

    def file(self, path: Path, shape: Shape) -> CheckedFile:
        """Read a file and hold it against its shape."""
        source, unreadable = read_source(self._root, path)
        problems = () if source.content is None else tuple(shape(source.content, ()))
        checked = CheckedFile(source, problems)
        self.faults += [*unreadable, *checked.faults()]
        return checked

    def files(self, paths: Iterable[Path], shape: Shape) -> tuple[CheckedFile, ...]:
        """Read files of one kind, in order."""
        return tuple(self.file(path, shape) for path in sorted(paths))

    def topic(self, path: Path) -> CheckedTopic:
        """Read a topic file; its folder is its group."""
        checked = self.file(path, schema.topic_shape(path.parent.name))
        return CheckedTopic(checked.source, checked.problems, path.parent.name, path.stem)


def read_project(root: Path, today: date, *, data: Path | None = None) -> Project:
    """Read every file and hold it against its shape. `data` is a folder in the root, data/ if not given."""
    data, read = data or root / "data", _Reader(root)
    return Project(
        root=root,
        data=data,
        today=today,
        facts=read.file(data / "fakta.yml", schema.facts_shape()),
        sources=read.file(data / "kallor.yml", schema.sources_shape()),
        emergencies=read.file(data / "kris.yml", schema.emergency_shape()),
        follow_ups=read.file(data / "uppfoljning.yml", schema.follow_ups_shape()),
        domain=read.file(root / "domain.yml", schema.domain_shape()),
        topics=tuple(read.topic(path) for path in topic_files(data)),
        lexicon=read.files((data / NOT_TOPICS[0]).glob("*.yml"), schema.lexicon_shape()),
        stories=read.files((root / STORIES).glob("test_*.yml"), schema.stories_shape()),
        faults=read.faults,
    )
