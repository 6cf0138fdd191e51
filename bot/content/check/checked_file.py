"""A file held against the shape it should have."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.content.check.fault import Fault
from bot.content.check.shape import Keys, Problem
from bot.content.check.source_file import SourceFile
from bot.content.topics import SYSTEM_GROUP


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
