"""The first step of the pipeline: every message gets its features."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.content.swedish import questions
from bot.nlu.concepts import concept_matcher
from bot.nlu.features import Vectoriser, weighted
from bot.nlu.spelling import Speller
from bot.nlu.trained import TrainedComponent
from bot.settings import Settings

FEATURES = "swedish_features"
QUESTION_FEATURES = "question_features"


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class SwedishFeaturiser(TrainedComponent):
    """Fit the vectoriser on the examples, and set each message's features."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._vectoriser = Vectoriser(concept_matcher(Settings.from_environment().data / "lexikon"))

        self._speller = Speller()

    def read(self) -> None:
        """Read the vocabulary."""
        with self.storage.read_from(self.resource) as folder:
            self._vectoriser.load(folder)
            self._speller.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the vocabulary."""
        texts = [message.get(TEXT) for message in training_data.intent_examples]
        self._vectoriser.fit(texts)
        self._speller.fit(texts)
        with self.storage.write_to(self.resource) as folder:
            self._vectoriser.save(folder)
            self._speller.save(folder)
        return self.resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set the features of every example, as it was written."""
        examples = training_data.intent_examples
        self._set_features(examples, [message.get(TEXT) for message in examples])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the features of every message, its spelling mended."""
        mended = [self._speller.mend(message.get(TEXT) or "") for message in messages]
        self._set_features(messages, mended)
        for message, text in zip(messages, mended, strict=True):
            asked = questions(text)
            if len(asked) > 1:
                message.set(QUESTION_FEATURES, self._vectoriser.transform(asked))
        return messages

    def _set_features(self, messages: list[Message], texts: list[str]) -> None:
        blocks = self._vectoriser.transform(texts)
        for index, message in enumerate(messages):
            message.set(FEATURES, (blocks, index))


def features_of(messages: list[Message], weights: dict[str, float]) -> csr_matrix:
    """Return the blocks that have a weight, side by side, one row a message; all from one call of `process`."""
    found = [message.get(FEATURES) for message in messages]
    blocks, rows = found[0][0], [row for _, row in found]
    return weighted({name: blocks[name][rows] for name in weights}, weights)
