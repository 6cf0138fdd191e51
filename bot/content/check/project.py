"""Everything the checks look at, read once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.content.check import schema
from bot.content.check.fault import Fault
from bot.content.check.shape import Keys, Problem, Shape
from bot.content.check.source_file import SourceFile, read_source
from bot.content.topics import NOT_TOPICS, SYSTEM_GROUP, topic_files

STORIES = Path("tests") / "conversations"


@dataclass(frozen=True)
class CheckedFile:
    """A file and what its shape lacks."""

    source: SourceFile
    problems: tuple[Problem, ...]

    def is_sound(self, *keys: str) -> bool:
        """Return whether what stands under the keys can be read without surprises."""
        if self.source.content is None:
            return False
        return not any(found[: len(keys)] == keys[: len(found)] for found in self._broken)

    def entries(self, register: str) -> dict[str, Any]:
        """Return the sound entries of a register in the file."""
        return {name: self.part(register)[name] for name in self.names(register) if self.is_sound(register, name)}

    def names(self, register: str) -> list[str]:
        """Return every name in a register, also of entries that cannot be read."""
        return list(self.part(register))

    def part(self, register: str) -> dict[str, Any]:
        """Return a register as it stands, empty if it is not one."""
        return self._registers.get(register, {})

    @cached_property
    def _broken(self) -> list[Keys]:
        return [problem.keys for problem in self.problems if problem.breaks]

    @cached_property
    def _registers(self) -> dict[str, dict[str, Any]]:
        content = self.source.content if isinstance(self.source.content, dict) else {}
        registers = {register: found for register, found in content.items() if isinstance(found, dict)}
        return {register: {str(name): entry for name, entry in found.items()} for register, found in registers.items()}

    def faults(self) -> Iterator[Fault]:
        """Yield the problems with the lines they stand on."""
        for problem in self.problems:
            yield self.source.fault(problem.wrong, problem.mend, *problem.keys)


@dataclass(frozen=True)
class CheckedTopic(CheckedFile):
    """A topic file. `answers` and `rules` are only to be used if it is sound."""

    group: str = ""
    id: str = ""

    @property
    def is_system(self) -> bool:
        return self.group == SYSTEM_GROUP

    @property
    def answers(self) -> list[dict[str, Any]]:
        """Return the first answer of the file and its variants."""
        found: list[dict[str, Any]] = next(iter(self.part("responses").values()))
        return found

    @property
    def answer_keys(self) -> Keys:
        """Return the keys under which the answers stand."""
        return ("responses", self.names("responses")[0])

    @property
    def rules(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.source.content.get("rules", [])
        return found


@dataclass(frozen=True)
class Project:
    """The project at `root`, as it stands on `today`."""

    root: Path
    today: date
    facts: CheckedFile
    sources: CheckedFile
    emergencies: CheckedFile
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

    def concepts(self) -> list[str]:
        """Return the name of every concept in the lexicon."""
        return [name for file in self.lexicon for name in file.names("begrepp")]


def read_project(root: Path, today: date) -> Project:
    """Read every file and hold it against its shape."""
    faults: list[Fault] = []
    data = root / "data"

    def read(path: Path, shape: Shape) -> CheckedFile:
        source, unreadable = read_source(root, path)
        problems = () if source.content is None else tuple(shape(source.content, ()))
        checked = CheckedFile(source, problems)
        faults.extend([*unreadable, *checked.faults()])
        return checked

    def topic(path: Path) -> CheckedTopic:
        checked = read(path, schema.topic_shape(path.parent.name))
        return CheckedTopic(checked.source, checked.problems, path.parent.name, path.stem)

    lexicon = sorted((data / NOT_TOPICS[0]).glob("*.yml"))
    return Project(
        root=root,
        today=today,
        facts=read(data / "fakta.yml", schema.facts_shape()),
        sources=read(data / "kallor.yml", schema.sources_shape()),
        emergencies=read(data / "kris.yml", schema.emergency_shape()),
        domain=read(root / "domain.yml", schema.domain_shape()),
        topics=tuple(topic(path) for path in topic_files(data)),
        lexicon=tuple(read(path, schema.lexicon_shape()) for path in lexicon),
        stories=tuple(read(path, schema.stories_shape()) for path in sorted((root / STORIES).glob("test_*.yml"))),
        faults=faults,
    )
