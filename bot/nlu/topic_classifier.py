"""Which topic a message is about: a linear model over all topics."""

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.featuriser import ROW, SwedishFeaturiser, rows_of
from bot.nlu.linear import LinearModel, train_linear
from bot.nlu.trained import TrainedComponent

RANKING = "intent_ranking"
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
        return {"c": 0.5, "sharpness": 4.0, "ranking_length": 10}

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on the examples' rows."""
        examples = training_data.intent_examples
        self.model = train_linear(rows_of(examples), [e.get(INTENT) for e in examples], c=self.config["c"])
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
                ranking = self._rank(message)
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(RANKING, ranking, add_to_output=True)
        return messages

    def _rank(self, message: Message) -> list[dict[str, Any]]:
        confidences = _softmax(self.model.scores(message.get(ROW))[0] * self.config["sharpness"])
        best = np.argsort(-confidences)[: self.config["ranking_length"]]
        return [
            {INTENT_NAME_KEY: self.model.labels[i], PREDICTED_CONFIDENCE_KEY: float(confidences[i])} for i in best
        ]


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())
