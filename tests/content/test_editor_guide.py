"""docs/redigera.md names every error there is, and no other; its commands exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "redigera.md").read_text(encoding="utf-8")
CHECKS = sorted((ROOT / "bot" / "content" / "check").glob("*.py"))
HOLE = "…"
FAULTS = ("fault", "Fault", "Problem")


def with_holes(node: ast.AST | None) -> str:
    """Return a text in the code with «…» where a value goes; nothing if it is no text."""
    if isinstance(node, ast.JoinedStr):
        parts = [str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values]
        return "".join(parts)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def texts() -> list[str]:
    """Return every text in the checks."""
    return [text for node in nodes() if (text := with_holes(node))]


def wrongs() -> list[str]:
    """Return the texts that say what is wrong: given to a fault first of all, bound to `wrong`, or yielded."""
    return sorted({text for node in nodes() for text in map(with_holes, candidates(node)) if " " in text})


def nodes() -> Iterator[ast.AST]:
    """Yield the whole code of the checks, piece by piece."""
    for path in CHECKS:
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def candidates(node: ast.AST) -> list[ast.expr]:
    """Return the expressions of a piece of code in which a message may stand."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in FAULTS:
        # What is wrong begins with a small letter or a name, how to mend it with a capital.
        return [part for part in node.args[:3] if not with_holes(part)[:1].isupper()][:2]
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "wrong":
        return [node.value]
    return node.value.elts[:1] if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) else []


def rows() -> list[str]:
    """Return the messages in the tables of errors."""
    cells = re.findall(r"^\| (`.*?) \|", GUIDE[GUIDE.index("## Felen") :], re.MULTILINE)
    return [message for cell in cells for message in re.findall(r"`([^`]+)`", cell)]


def pieces(message: str) -> list[str]:
    """Return what is fixed in a message."""
    return [piece for part in message.split(HOLE) if len(piece := part.strip(" '«»(),:")) > 2]


@pytest.mark.parametrize("row", rows())
def test_a_message_in_the_guide_is_one_that_the_checks_give(row: str) -> None:
    assert any(all(piece in text for piece in pieces(row)) for text in texts()), row


@pytest.mark.parametrize("wrong", wrongs())
def test_a_message_that_the_checks_give_is_in_the_guide(wrong: str) -> None:
    assert any(all(piece in wrong for piece in pieces(row)) for row in rows()), wrong


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`make (\w+)`", GUIDE))))
def test_a_command_in_the_guide_exists(command: str) -> None:
    assert re.search(rf"^{command}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
