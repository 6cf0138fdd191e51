"""The content of a comparison: the same topics, cut to so many examples each, for us and for stock Rasa."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from bot.content.topics import split_examples, topic_files
from bot.content.yaml_file import read_yaml

DATA = Path("data")
STOCK = Path(__file__).with_name("stock")
ACTION = "action_overlamning"


def write_ours(folder: Path, *, examples: int, topics: int | None = None) -> None:
    """Write a data folder as this bot reads it, with at most so many examples (and topics that are asked about)."""
    shutil.copytree(DATA, folder, dirs_exist_ok=True)
    for path in topic_files(folder):
        content: dict[str, Any] = read_yaml(path)
        for block in content.get("nlu") or []:
            block["examples"] = "".join(f"- {text}\n" for text in split_examples(block["examples"])[:examples])
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    if topics:
        _keep(folder, topics)


def write_stock(folder: Path, *, examples: int) -> None:
    """Write a stock project: one intent, one response and one rule a topic, and one custom action."""
    shutil.copytree(STOCK, folder, dirs_exist_ok=True)
    intents: dict[str, list[str]] = {}
    for path in topic_files(DATA):
        for block in (read_yaml(path) or {}).get("nlu") or []:
            intents[block["intent"]] = split_examples(block["examples"])[:examples]
    actions = {name: ACTION if name == "prata_med_manniska" else f"utter_{name}" for name in intents}
    domain = {
        "version": "3.1",
        "intents": list(intents),
        "actions": [ACTION],
        "responses": {f"utter_{name}": [{"text": _answer(name)}] for name in intents},
    }
    nlu = [{"intent": name, "examples": "".join(f"- {text}\n" for text in texts)} for name, texts in intents.items()]
    rules = [{"rule": name, "steps": [{"intent": name}, {"action": action}]} for name, action in actions.items()]
    _write(folder / "domain.yml", domain)
    _write(folder / "data" / "nlu.yml", {"version": "3.1", "nlu": nlu})
    _write(folder / "data" / "rules.yml", {"version": "3.1", "rules": rules})


def _answer(topic: str) -> str:
    """Return the answer as it is written, its facts left out."""
    for path in DATA.glob(f"*/{topic}.yml"):
        variants = next(iter((read_yaml(path).get("responses") or {}).values()), [{}])
        return str(variants[0].get("text", topic)).replace("{", "").replace("}", "")
    return topic


def _keep(folder: Path, topics: int) -> None:
    """Cut to so many topics, or copy topics under new names until there are as many."""
    files = [path for path in topic_files(folder) if path.parent.name not in ("samspel", "system", "akut")]
    for path in files[topics:]:
        path.unlink()
    for number in range(topics - len(files)):
        original = files[number % len(files)]
        name = f"{original.stem}_{number}"
        text = original.read_text(encoding="utf-8").replace(original.stem, name)
        # Other words, so that it is a topic of its own.
        text = text.replace("\n    - ", f"\n    - ämne{number} ")
        (original.parent / f"{name}.yml").write_text(text, encoding="utf-8")


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
