"""A YAML file that is read once and remembers on which line each thing stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.content.check.fault import Fault

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Key = str | int


@dataclass(frozen=True)
class SourceFile:
    """`name` is the path as faults show it; `content` is None if the file cannot be read."""

    name: str
    text: str = ""
    content: Any = None
    node: Any = None

    def line(self, *keys: Key) -> int:
        """Return the line (from 1) where the value under the keys begins; of the last one found if it is missing."""
        node, line = self.node, 1
        for key in keys:
            found = _child(node, key)
            if found is None:
                return line
            line, node = found
        return line

    def line_with(self, needle: str, *keys: Key) -> int:
        """Return the first line from the keys and on that holds the text; the line of the keys if none does."""
        first = self.line(*keys)
        for number, line in enumerate(self.text.splitlines()[first - 1 :], start=first):
            if needle in line:
                return number
        return first

    def fault(self, wrong: str, mend: str, *keys: Key, needle: str = "") -> Fault:
        """Return a fault at the keys, or at the first line after them that holds `needle`."""
        return Fault(self.name, self.line_with(needle, *keys) if needle else self.line(*keys), wrong, mend)


def read_source(root: Path, path: Path) -> tuple[SourceFile, list[Fault]]:
    """Return the file and what is wrong with it as YAML."""
    name, text = path.relative_to(root).as_posix(), ""
    try:
        text = path.read_text(encoding="utf-8")
        loader = _Loader(text)
        node = loader.get_single_node()
        content = None if node is None else loader.construct_document(node)
    except FileNotFoundError:
        return SourceFile(name), [Fault(name, 1, "filen saknas", "Hämta tillbaka den ur git: boten behöver den")]
    except (yaml.YAMLError, ValueError) as error:
        return SourceFile(name), [_unreadable(name, text, error)]
    if content is None:
        return SourceFile(name, text), [Fault(name, 1, "filen är tom", "Fyll i den, eller ta bort den")]
    source = SourceFile(name, text, content, node)
    return source, list(_written_twice(source, node))


def _unreadable(name: str, text: str, error: Exception) -> Fault:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Fault(name, 1, "filen har tecken eller datum som inte går att läsa", "Spara den som UTF-8 (vanlig text)")
    if text.splitlines()[mark.line : mark.line + 1] and "\t" in text.splitlines()[mark.line]:
        return Fault(name, mark.line + 1, "raden har en tabb", "Byt tabben mot mellanslag")
    return Fault(
        name,
        mark.line + 1,
        "raden går inte att läsa som YAML",
        "Titta på den och på raden ovanför: oftast är ett indrag, ett kolon eller ett citattecken fel",
    )


def _written_twice(source: SourceFile, node: Any) -> Iterator[Fault]:
    """Yield a fault for each key that stands twice in one place: YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        lines: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in lines:
                wrong = f"'{key.value}' står redan på rad {lines[key.value]}, och bara den sista gäller"
                yield Fault(source.name, line, wrong, "Ta bort den ena, eller ge den ett annat namn")
            lines[key.value] = line
            yield from _written_twice(source, value)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _written_twice(source, item)


def _child(node: Any, key: Key) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            if key_node.value == str(key):
                return key_node.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    return None
