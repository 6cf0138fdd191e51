"""One rule for one question, and a domain that names what there is."""

from tests.content.conftest import SmallProject

ARG = "data/samtal/blir_arg.yml"
HOURS = "data/orostelefonen/oppettider.yml"
UNKNOWN = "data/system/okant.yml"


def test_a_rule_that_calls_a_response_that_does_not_exist_is_caught(project: SmallProject) -> None:
    project.replace("data/samspel/mer.yml", "- action: action_mer", "- action: action_mera")
    project.expect(
        "data/samspel/mer.yml", "action_mera", "finns inte, så regeln svarar inget", "Menade du 'action_mer'?"
    )


def test_a_rule_that_answers_with_another_topic_is_caught(project: SmallProject) -> None:
    project.replace(ARG, "- action: utter_blir_arg", "- action: utter_oppettider")
    project.expect(ARG, "- action: utter_oppettider", "filen heter blir_arg.yml")


def test_a_rule_for_another_intent_is_caught(project: SmallProject) -> None:
    project.replace(ARG, "  - intent: blir_arg\n  - action", "  - intent: oppettider\n  - action")
    project.expect_among(ARG, "  - intent: oppettider", "regeln gäller 'oppettider'")


def test_rules_that_contradict_each_other_are_caught_though_validate_passes_them(project: SmallProject) -> None:
    project.append(UNKNOWN, '- rule: "anger gets a shrug"\n  steps:\n  - intent: blir_arg\n  - action: utter_okant\n')
    project.expect(UNKNOWN, "anger gets a shrug", "säger emot en annan regel", ARG)


def test_the_same_rule_twice_is_caught(project: SmallProject) -> None:
    project.append(UNKNOWN, '- rule: "the same once more"\n  steps:\n  - intent: okant\n  - action: action_okant\n')
    project.expect(UNKNOWN, "the same once more", "regeln för 'okant' står redan")


def test_two_rules_with_one_name_are_caught(project: SmallProject) -> None:
    name = "a message that is not understood is owned up to"
    project.replace(ARG, '- rule: "«Han blir arg varje gång vi pratar» gets its own answer"', f'- rule: "{name}"')
    project.expect(UNKNOWN, "- rule:", "samma namn", ARG)


def test_a_rule_with_steps_in_the_wrong_order_is_caught(project: SmallProject) -> None:
    project.replace(
        ARG, "  - intent: blir_arg\n  - action: utter_blir_arg", "  - action: utter_blir_arg\n  - intent: blir_arg"
    )
    project.expect(ARG, "  steps:", "går inte att följa")


def test_a_topic_without_an_intent_in_the_domain_is_caught(project: SmallProject) -> None:
    project.replace("domain.yml", "- blir_arg\n", "")
    project.expect_among("domain.yml", "intents:", "'blir_arg' (data/samtal/blir_arg.yml) saknas", "«- blir_arg»")


def test_an_intent_with_neither_examples_nor_rule_is_caught_though_validate_passes_it(project: SmallProject) -> None:
    project.replace("domain.yml", "- blir_arg\n", "- blir_arg\n- blir_ledsen\n")
    project.expect("domain.yml", "blir_ledsen", "ingen fil i data/")


def test_an_intent_written_twice_is_caught(project: SmallProject) -> None:
    project.replace("domain.yml", "- okant\n", "- okant\n- mer\n")
    faults = project.faults()
    assert [(fault.path, "två gånger" in str(fault)) for fault in faults] == [("domain.yml", True)]


def test_an_action_in_a_rule_but_not_in_the_domain_is_caught(project: SmallProject) -> None:
    project.replace("domain.yml", "- action_mer\n", "")
    project.expect_among("data/samspel/mer.yml", "action_mer", "finns inte, så regeln svarar inget")


def test_an_action_without_a_class_is_caught_before_somebody_needs_it(project: SmallProject) -> None:
    project.replace("domain.yml", "- action_mer\n", "- action_mer\n- action_mindre\n")
    project.expect("domain.yml", "action_mindre", "ingen klass i actions/")


def test_a_class_that_no_domain_names_is_caught(project: SmallProject) -> None:
    project.append("actions/one_more.py", 'class A:\n    def name(self) -> str:\n        return "action_en_till"\n')
    project.expect("actions/one_more.py", "action_en_till", "saknas i domain.yml", "«- action_en_till»")


def test_a_domain_without_the_slot_for_readers_is_caught(project: SmallProject) -> None:
    project.replace("domain.yml", "  lasare:", "  reader:")
    project.expect("domain.yml", "slots:", "saknar 'lasare'")


def test_a_step_that_is_something_else_is_told_and_breaks_nothing(project: SmallProject) -> None:
    project.replace(ARG, "  - intent: blir_arg\n  - action", "  - intnt: [blir_arg]\n  - action")
    project.expect_among(ARG, "intnt", "nyckeln 'intnt' finns inte")
