"""A misspelt name in a rule is a missed emergency; one in a test is a test of nothing."""

import pytest

from tests.content.conftest import SmallProject

CRISIS = "data/kris.yml"
WORDS = "data/lexikon/vardag.yml"
STORIES = "tests/conversations/test_mer.yml"


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("dampande: [spel]", "dampande: [spela]", "dampande:"),
        ("[ta_sitt_liv]", "[ta_sitt_live]", "krav:"),
        ("[jag, nu]", "[jag, nuu]", "krav:"),
        ("inte: [lugn_kvall]", "inte: [lugna_kvall]", "inte:"),
    ],
)
def test_a_concept_that_does_not_exist_is_caught_with_the_nearest(
    project: SmallProject, old: str, new: str, at: str
) -> None:
    project.replace(CRISIS, old, new)
    project.expect(CRISIS, at, "finns inte i data/lexikon/", "Menade du '")


def test_a_rule_for_a_topic_that_does_not_exist_is_caught(project: SmallProject) -> None:
    project.replace(CRISIS, "amne: egen_sjalvmordstanke", "amne: egen_sjalvmordstankar")
    project.expect(CRISIS, "amne:", "finns inte", "Menade du 'egen_sjalvmordstanke'?")


def test_a_rule_for_a_topic_without_a_card_is_caught(project: SmallProject) -> None:
    project.replace(CRISIS, "amne: egen_sjalvmordstanke", "amne: blir_arg")
    project.expect(CRISIS, "amne:", "inget nödkort")


def test_a_concept_in_two_files_is_caught_since_one_would_overrule_the_other(project: SmallProject) -> None:
    project.append(WORDS, '  jag:\n    om: "Igen"\n    former: [man]\n')
    project.expect(WORDS, "  jag:", "finns redan i data/lexikon/fara.yml")


def test_a_form_written_twice_is_caught(project: SmallProject) -> None:
    project.replace(WORDS, "[spelar, fortnite]", "[spelar, fortnite, Spelar]")
    project.expect(WORDS, "[spelar, fortnite, Spelar]", "'spelar' står två gånger i 'spel'")


def test_a_story_outside_the_list_is_caught_though_rasa_skips_it(project: SmallProject) -> None:
    project.append(STORIES, 'story: "a lost one"\nsteps:\n- intent: mer\n- action: action_mer\n')
    project.expect_among(STORIES, 'story: "a lost one"', "nyckeln 'story' finns inte, så det som står där läses aldrig")


@pytest.mark.parametrize(
    ("old", "new", "gist"),
    [
        ("intent: blir_arg", "intent: blir_argt", "Menade du 'blir_arg'?"),
        ("- action: utter_blir_arg", "- action: utter_blir_argt", "Menade du 'utter_blir_arg'?"),
        ("- action: action_mer", "- action: action_mera", "Menade du 'action_mer'?"),
        ("  - action: action_mer", "  - actoin: action_mer", "Menade du 'action'?"),
        ("stories:", "storeis:", "Menade du 'stories'?"),
    ],
)
def test_a_misspelt_name_in_a_test_story_is_caught(project: SmallProject, old: str, new: str, gist: str) -> None:
    project.replace(STORIES, old, new)
    project.expect_among(STORIES, new.strip(), gist)


def test_two_test_stories_with_one_name_are_caught(project: SmallProject) -> None:
    story = '- story: "a person who asks for more gets more"\n  steps:\n  - intent: mer\n  - action: action_mer\n'
    project.append("tests/conversations/test_more.yml", f'version: "3.1"\nstories:\n{story}')
    project.expect("tests/conversations/test_more.yml", "- story:", "samma namn", STORIES)
