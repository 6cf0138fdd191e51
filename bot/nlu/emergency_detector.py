"""Emergencies: rules over concepts, and a trained detector beside them. Either can raise the alarm."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.emergency_rules import EmergencyRule, load_emergency_rules
from bot.content.topics import load_topics
from bot.nlu.concepts import Concept, concept_matcher
from bot.nlu.featuriser import FEATURES, SENTENCE_FEATURES, SwedishFeaturiser, features_of
from bot.nlu.linear import LinearModel, train_linear
from bot.nlu.rows import Features, joined
from bot.nlu.topic_classifier import MARGINS, SENTENCE_MARGINS
from bot.nlu.trained import TrainedComponent
from bot.settings import Settings

NAME = "emergencies"
FOUND = "emergency"
NO_EMERGENCY = "-"
IN_A_SENTENCE = "detektor, i en mening"
# Near word pairs carry what single words do not («i kväll … slut»); concepts did not help (docs/forstaelse.md).
WEIGHTS = {"pieces": 1.0, "words": 1.0, "pairs": 0.6}


@dataclass(frozen=True)
class Emergency:
    """What was recognised: the topics, most likely first, and why (the rule and its words, or the detector).

    `clear` are the topics that have a margin of their own; `alarm` is how loud it is (see the limits).
    """

    topics: tuple[str, ...]
    reason: str
    words: tuple[str, ...] = ()
    alarm: float = 0.0
    clear: tuple[str, ...] = ()


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class EmergencyDetector(TrainedComponent, IntentClassifier):
    """Set `emergency` on a message that is one. Trained on the topics that have a card."""

    model: LinearModel

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        data = Settings.from_environment().data
        self._rules = load_emergency_rules(data / "kris.yml")
        self._concepts = concept_matcher(data / "lexikon")

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what must stand before it in the pipeline."""
        return [SwedishFeaturiser]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`alarm_from`: alarm from this sum on. `with_rule`: the lower sum that is enough where a rule fires.

        The sum is the detector's margin and `topic_weight` times how far the topic classifier sees an emergency ahead.
        `sentence_from`: the higher sum that is enough in one sentence of a message that as a whole is calm.
        `second_from`: a second card is shown from this margin of its own on.
        """
        limits = {"alarm_from": -0.16, "with_rule": -0.5, "sentence_from": 0.3, "second_from": 0.0}
        return {"c": 0.5, "topic_weight": 0.75, **limits}

    def train(self, training_data: TrainingData) -> Resource:
        """Fit one class for each topic with a card, and one for everything else."""
        emergencies = {id_ for id_, t in load_topics(Settings.from_environment().data).items() if t.is_emergency}
        examples = training_data.intent_examples
        labels = [e.get(INTENT) if e.get(INTENT) in emergencies else NO_EMERGENCY for e in examples]
        self.model = train_linear([features_of(e, WEIGHTS) for e in examples], labels, c=self.config["c"])
        with self.storage.write_to(self.resource) as folder:
            self.model.save(folder, NAME)
        return self.resource

    def read(self) -> None:
        """Read the weights."""
        with self.storage.read_from(self.resource) as folder:
            self.model = LinearModel.load(folder, NAME)

    def process(self, messages: list[Message]) -> list[Message]:
        """Look for an emergency in each message."""
        for message in messages:
            if message.get(TEXT) and (emergency := self.find(message)):
                message.set(FOUND, asdict(emergency), add_to_output=True)
        return messages

    def find(self, message: Message) -> Emergency | None:
        """Return the emergency that a message tells of, if it does: as a whole, or in one of its sentences."""
        seen = self._look(message.get(FEATURES), message.get(MARGINS))
        fired = fired_rule(self._rules, self._concepts.find(message.get(TEXT)))
        if fired and seen.alarm >= self.config["with_rule"]:
            rule, concepts = fired
            words = tuple(concept.words for concept in concepts)
            return replace(seen, topics=_first(rule.topic, seen.clear), reason=f"regel {rule.id}", words=words)
        if seen.alarm >= self.config["alarm_from"]:
            return seen
        # A long story drowns the one sentence that tells of danger.
        parts = zip(message.get(SENTENCE_FEATURES) or (), message.get(SENTENCE_MARGINS) or (), strict=True)
        worst = max((self._look(*part) for part in parts), key=lambda part: part.alarm, default=seen)
        return replace(worst, reason=IN_A_SENTENCE) if worst.alarm >= self.config["sentence_from"] else None

    def _look(self, features: Features, margins: dict[str, float]) -> Emergency:
        """Return the likeliest emergency, those as clear after it, and how loud the alarm is."""
        scores = dict(zip(self.model.labels, self.model.scores(joined(features, WEIGHTS)).tolist(), strict=True))
        calm = scores.pop(NO_EMERGENCY)
        likely = sorted(scores, key=lambda topic: -scores[topic])
        shown = [topic for topic in likely if scores[topic] >= self.config["second_from"]]
        urgent = max(margins[topic] for topic in likely)
        lead = urgent - max(margin for topic, margin in margins.items() if topic not in scores)
        alarm = self.config["topic_weight"] * lead - calm
        return Emergency(_first(likely[0], shown), "detektor", alarm=alarm, clear=tuple(shown))


def fired_rule(rules: Sequence[EmergencyRule], found: Sequence[Concept]) -> tuple[EmergencyRule, list[Concept]] | None:
    """Return the first rule that fires, and the concepts that made it."""
    ids = {concept.id for concept in found}
    for rule in rules:
        if not ids & rule.unless and all(ids & group for group in rule.needs):
            needed = frozenset().union(*rule.needs)
            return rule, [concept for concept in found if concept.id in needed]
    return None


def _first(topic: str, likely: Sequence[str]) -> tuple[str, ...]:
    return (topic, *(other for other in likely if other != topic))
