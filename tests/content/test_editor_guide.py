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
TOO_SHORT = 4


def rows() -> list[str]:
    """Return the messages in the first column of the tables of errors."""
    tables = GUIDE[GUIDE.index("## Felen") :]
    cells = re.findall(r"^\| (`.*?) \|", tables, re.MULTILINE)
    return [message for cell in cells for message in re.findall(r"`([^`]+)`", cell)]


def messages() -> Iterator[str]:
    """Yield every text in the checks, with a hole where a value goes."""
    for path in CHECKS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else HOLE for part in node.values]
                yield re.sub(f"'{HOLE}'|«{HOLE}»", HOLE, "".join(map(str, parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def wrongs() -> list[str]:
    """Return the texts that say what is wrong: the first one given to a fault, or bound to `wrong`."""
    found = []
    for path in CHECKS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            texts: list[ast.expr] = []
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in (
                "fault",
                "Fault",
                "Problem",
            ):
                texts = node.args
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "wrong":
                texts = [node.value]
            if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                texts = node.value.elts
            text = next((text for text in texts if isinstance(text, ast.JoinedStr | ast.Constant)), None)
            found += [_with_holes(text)] if text is not None and _is_text(text) else []
    return found


@pytest.mark.parametrize("row", rows())
def test_a_message_in_the_guide_is_one_that_the_checks_give(row: str) -> None:
    pieces = [piece.strip() for piece in row.replace(f"«{HOLE}»", HOLE).split(HOLE) if len(piece.strip()) >= TOO_SHORT]
    assert any(all(piece in message for piece in pieces) for message in messages()), row


@pytest.mark.parametrize("wrong", sorted(set(wrongs())))
def test_a_message_that_the_checks_give_is_in_the_guide(wrong: str) -> None:
    pieces = [piece.strip(" ':«»(,") for piece in wrong.split(HOLE)]
    assert any(piece in GUIDE for piece in pieces if len(piece) >= TOO_SHORT) or any(
        row.strip(f"{HOLE} ") in wrong for row in rows()
    ), wrong


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`make (\w+)`", GUIDE))))
def test_a_command_in_the_guide_exists(command: str) -> None:
    assert re.search(rf"^{command}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _with_holes(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""
