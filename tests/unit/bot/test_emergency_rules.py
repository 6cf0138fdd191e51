"""Rules over concepts."""

from pathlib import Path

import pytest

from bot.content.emergency_rules import EmergencyRule, load_emergency_rules
from bot.nlu.concepts import Concept, concept_matcher
from bot.nlu.emergency_detector import fired_rule

ROOT = Path(__file__).resolve().parents[3]
RULE = EmergencyRule("r", "t", (frozenset({"vapen", "kniv"}), frozenset({"hemma"})), frozenset({"spel"}))


def found(*ids: str) -> list[Concept]:
    return [Concept(id_, id_) for id_ in ids]


def test_a_rule_fires_when_every_group_is_met() -> None:
    rule, concepts = fired_rule([RULE], found("kniv", "hemma", "mamma")) or pytest.fail("did not fire")
    assert rule is RULE and [concept.id for concept in concepts] == ["kniv", "hemma"]


@pytest.mark.parametrize("ids", [("kniv",), ("hemma",), ("kniv", "hemma", "spel")])
def test_a_rule_does_not_fire_when_a_group_is_missing_or_it_is_calmed(ids: tuple[str, ...]) -> None:
    assert fired_rule([RULE], found(*ids)) is None


def test_the_real_rules_recognise_what_they_are_written_for() -> None:
    rules = load_emergency_rules(ROOT / "data" / "kris.yml")
    matcher = concept_matcher(ROOT / "data" / "lexikon")
    fired = fired_rule(rules, matcher.find("jag hittade en pistol hemma hos min son"))
    assert fired and fired[0].topic == "akut_vapen_hemma"
    assert fired_rule(rules, matcher.find("han har en pistol i spelet fortnite hemma")) is None
