"""Which topic a message is about: a linear model over all topics."""

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.featuriser import QUESTION_FEATURES, SENTENCE_FEATURES, SwedishFeaturiser, features_of
from bot.nlu.linear import LinearModel, train_linear
from bot.nlu.rows import joined
from bot.nlu.trained import TrainedComponent

RANKING = "intent_ranking"
ASKED = "asked"
MARGINS, SENTENCE_MARGINS = "topic_margins", "sentence_margins"
# Concepts help where the words are new; word pairs did not (docs/forstaelse.md).
WEIGHTS = {"pieces": 1.0, "words": 1.0, "concepts": 0.6}
NAME = "topics"


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class TopicClassifier(TrainedComponent, IntentClassifier):
    """Rank all topics by calibrated confidence."""

    model: LinearModel

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what must stand before it in the pipeline."""
        return [SwedishFeaturiser]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`c`: price of a wrong example. `sharpness`: how much a margin is worth (fitted on the development set)."""
        return {"c": 0.5, "sharpness": 6.0, "ranking_length": 10}

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on the examples."""
        examples = training_data.intent_examples
        rows, labels = [features_of(e, WEIGHTS) for e in examples], [e.get(INTENT) for e in examples]
        self.model = train_linear(rows, labels, c=self.config["c"])
        with self.storage.write_to(self.resource) as folder:
            self.model.save(folder, NAME)
        return self.resource

    def read(self) -> None:
        """Read the weights."""
        with self.storage.read_from(self.resource) as folder:
            self.model = LinearModel.load(folder, NAME)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking`."""
        for message in messages:
            if message.get(TEXT):
                scores = self.model.scores(features_of(message, WEIGHTS))
                ranking = self._rank(scores)
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(RANKING, ranking, add_to_output=True)
                message.set(ASKED, self._asked(message))
                message.set(MARGINS, self._margins(scores))
                parts = [joined(part, WEIGHTS) for part in message.get(SENTENCE_FEATURES) or ()]
                message.set(SENTENCE_MARGINS, [self._margins(self.model.scores(part)) for part in parts])
        return messages

    def _margins(self, scores: np.ndarray) -> dict[str, float]:
        return dict(zip(self.model.labels, scores.tolist(), strict=True))

    def _rank(self, scores: np.ndarray) -> list[dict[str, Any]]:
        confidences = self._confidences(scores)
        best = np.argsort(-confidences)[: self.config["ranking_length"]]
        return [{INTENT_NAME_KEY: self.model.labels[i], PREDICTED_CONFIDENCE_KEY: float(confidences[i])} for i in best]

    def _asked(self, message: Message) -> list[tuple[str, float]]:
        """Return the topic of each question in a message that asks several, with its confidence."""
        asked = message.get(QUESTION_FEATURES) or []
        confidences = [self._confidences(self.model.scores(joined(features, WEIGHTS))) for features in asked]
        return [(self.model.labels[int(each.argmax())], float(each.max())) for each in confidences]

    def _confidences(self, scores: np.ndarray) -> np.ndarray:
        return _softmax(scores * self.config["sharpness"])


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())
