"""Imports point one way."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# A folder may import itself, what stands behind it here, and the small modules every folder shares.
ARROWS = {
    "bot/content": set(),
    "bot/nlu": {"bot.content"},
    "bot/answers": {"bot.content"},
    "bot/privacy": {"bot.content"},
    "actions": {"bot.content"},
    "bot/memory": set(),
    "bot/statistics": set(),
    "bot/engine": {"bot.memory", "bot.refusals", "bot.training"},
    "bot/channel": {
        *("bot.answers", "bot.content", "bot.memory", "bot.privacy", "bot.statistics"),
        *("bot.engine.store", "bot.engine.message"),
    },
    "bot/web": {"bot.channel", "bot.answers", "bot.content", "bot.memory", "bot.statistics"},
    "bot/runtime": set(),
}
SHARED = {"bot.settings", "bot.errors"}
NO_RASA = ("bot/content", "bot/memory", "bot/privacy", "bot/statistics", "bot/settings.py", "bot/errors.py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("folder", sorted(ARROWS))
def test_a_folder_imports_only_what_is_behind_it(folder: str) -> None:
    allowed = ARROWS[folder] | SHARED | {folder.replace("/", ".")}
    for path in (ROOT / folder).rglob("*.py"):
        own = {name for name in imports(path) if name.split(".")[0] in ("bot", "actions", "tests")}
        wrong = {name for name in own if not any(name == a or name.startswith(a + ".") for a in allowed)}
        assert not wrong, f"{path.relative_to(ROOT)} imports {wrong}"


@pytest.mark.parametrize("place", NO_RASA)
def test_content_is_loaded_and_checked_without_rasa(place: str) -> None:
    paths = [ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py")
    for path in paths:
        assert not {name for name in imports(path) if name.split(".")[0] in ("rasa", "rasa_sdk", "spacy")}, path


def test_nothing_imports_the_tests() -> None:
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "actions").rglob("*.py")]:
        assert not {name for name in imports(path) if name.split(".")[0] == "tests"}, path


def test_actions_hold_no_sentences() -> None:
    for path in (ROOT / "actions").rglob("*.py"):
        assert "text=" not in path.read_text(encoding="utf-8"), path
