"""The first step of the pipeline: every message gets its features."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content.swedish import questions, sentences
from bot.nlu.concepts import concept_matcher
from bot.nlu.features import Vectoriser
from bot.nlu.rows import Row, joined
from bot.nlu.spelling import Speller
from bot.nlu.trained import TrainedComponent
from bot.settings import Settings

FEATURES, READING = "swedish_features", "swedish_reading"
QUESTION_FEATURES = "question_features"
SENTENCE_FEATURES = "sentence_features"


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
        """Learn the vocabulary. Leaves what it read with the examples, which are read once."""
        examples = training_data.intent_examples
        with self._vectoriser.remembering():
            for example in examples:
                example.set(READING, self._vectoriser.read(example.get(TEXT)))
        self._vectoriser.fit([example.get(READING) for example in examples])
        self._speller.fit([example.get(TEXT) for example in examples])
        with self.storage.write_to(self.resource) as folder:
            self._vectoriser.save(folder)
            self._speller.save(folder)
        return self.resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set the features of every example, as it was written."""
        examples = training_data.intent_examples
        with self._vectoriser.remembering():
            readings = [example.get(READING) or self._vectoriser.read(example.get(TEXT)) for example in examples]
            for example, features in zip(examples, self._vectoriser.transform(readings), strict=True):
                example.set(FEATURES, features)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the features of every message, its spelling mended, and of its questions and sentences if several."""
        for message in messages:
            text = self._speller.mend(message.get(TEXT) or "")
            asked, parts = questions(text), sentences(text)
            readings = [self._vectoriser.read(part) for part in (text, *asked, *parts)]
            whole, *rest = self._vectoriser.transform(readings)
            message.set(FEATURES, whole)
            if len(asked) > 1:
                message.set(QUESTION_FEATURES, rest[: len(asked)])
            if len(parts) > 1:
                message.set(SENTENCE_FEATURES, rest[len(asked) :])
        return messages


def features_of(message: Message, shares: dict[str, float]) -> Row:
    """Return the blocks that have a share, side by side as one row."""
    return joined(message.get(FEATURES), shares)
