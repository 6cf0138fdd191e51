"""What a message means where it stands: a choice among what was offered, a way back, who it is about."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.emergency_rules import load_emergency_rules
from bot.content.follow_ups import follow_ups
from bot.content.short import is_order, is_verdict
from bot.content.who import reader_of, remembered
from bot.nlu.before import Turn, turn_before
from bot.nlu.concepts import concept_matcher
from bot.nlu.decision import EMERGENCY, UNDERSTANDING, Decision
from bot.nlu.emergency_detector import fired_rule
from bot.nlu.foreign_danger import TOPICS, ForeignDanger
from bot.nlu.trained import Component
from bot.nlu.turn import ANSWER, NOT_UNDERSTOOD, Said, closed, guided, titled
from bot.settings import Settings

# From this confidence on, what was understood goes before a rule that has no detector beside it.
SURE = 0.6
# What a guide's question does not hold up.
MISUSE, VERDICT = "farlig_begaran", "bedom_person"
ALWAYS = {EMERGENCY, "prata_med_manniska", "hejda", "radera", "annat_sprak", MISUSE, "skallsord"}


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class TurnReader(Component, IntentClassifier):
    """Reread a message in the light of the turn before. Only closed phrases go before an emergency."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        data = Settings.from_environment().data
        self._words = follow_ups(data)
        self._danger = ForeignDanger(data)
        self._rules = [rule for rule in load_emergency_rules(data / "kris.yml") if rule.alone]
        self._concepts = concept_matcher(data / "lexikon")

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what must stand before it in the pipeline."""
        return [Decision]

    def process(self, messages: list[Message], tracker: DialogueStateTracker | None = None) -> list[Message]:
        """Read each message again."""
        turn = turn_before(tracker)
        for message in messages:
            if message.get(TEXT):
                self._read(message, turn)
        return messages

    def _read(self, message: Message, turn: Turn) -> None:
        text, intent, understanding = message.get(TEXT), dict(message.get(INTENT)), dict(message.get(UNDERSTANDING))
        said = closed(text, turn, self._words) or self._open(text, intent, understanding, turn)
        if said:
            intent[INTENT_NAME_KEY] = said.intent
            understanding |= said.found
        if intent[INTENT_NAME_KEY] != EMERGENCY:
            understanding.pop("emergencies", None)
        if turn.question and intent[INTENT_NAME_KEY] not in (ANSWER, EMERGENCY):
            understanding["pending"] = turn.question
        memory = remembered(text, intent[INTENT_NAME_KEY], turn.understanding, self._words)
        understanding |= memory | {"reader": reader_of(text, turn.reader, self._words)}
        message.set(INTENT, intent, add_to_output=True)
        message.set(UNDERSTANDING, understanding, add_to_output=True)

    def _open(self, text: str, found: dict[str, Any], understanding: dict[str, Any], turn: Turn) -> Said | None:
        """Return what a message in free words means, if that is something else than its intent."""
        intent = found[INTENT_NAME_KEY]
        if intent == EMERGENCY:
            return None
        if language := self._danger.language_of(text, understanding.get("language")):
            danger = {"emergencies": TOPICS, "reason": "ord för fara", "words": [], "language": language}
            return Said(EMERGENCY, danger)
        is_sure = intent not in NOT_UNDERSTOOD and found[PREDICTED_CONFIDENCE_KEY] >= SURE
        if not is_sure and (unheard := self._fired(text)):
            return unheard
        if intent not in ALWAYS and (is_order(text, self._words) or is_verdict(text, self._words)):
            return Said(MISUSE if is_order(text, self._words) else VERDICT, {"offered": []})
        if turn.question and intent not in ALWAYS:
            return guided(text, intent, turn)
        return titled(text, turn)

    def _fired(self, text: str) -> Said | None:
        """Return the emergency of a rule that needs no detector, if it fires («jag ska skjuta …»)."""
        fired = fired_rule(self._rules, self._concepts.find(text))
        if fired is None:
            return None
        rule, concepts = fired
        words = [concept.words for concept in concepts]
        return Said(EMERGENCY, {"emergencies": [rule.topic], "reason": f"regel {rule.id}", "words": words})
