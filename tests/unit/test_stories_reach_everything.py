"""The test stories reach every topic, every action and every rule."""

from pathlib import Path

import yaml

from bot.content.topics import topic_files

ROOT = Path(__file__).resolve().parents[2]
STEPS = [
    step
    for path in sorted((ROOT / "tests" / "conversations").glob("test_*.yml"))
    for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]
    for step in story["steps"]
]
REACHED_INTENTS = {step["intent"] for step in STEPS if "intent" in step}
REACHED_ACTIONS = {step["action"] for step in STEPS if "action" in step}


def rules() -> list[dict]:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in topic_files(ROOT / "data")]
    return [rule for file in files for rule in file.get("rules", [])]


def test_every_intent_stands_in_a_story() -> None:
    named = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    assert set(named) - REACHED_INTENTS == set()


def test_every_action_stands_in_a_story() -> None:
    named = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["actions"]
    assert set(named) - REACHED_ACTIONS == set()


def test_every_rule_is_followed_in_a_story() -> None:
    pairs = {
        (before["intent"], after["action"])
        for before, after in zip(STEPS, STEPS[1:], strict=False)
        if "intent" in before and "action" in after
    }
    missed = [rule["rule"] for rule in rules() if (rule["steps"][0]["intent"], rule["steps"][1]["action"]) not in pairs]
    assert missed == []
