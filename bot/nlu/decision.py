"""The last step: answer, offer choices, or admit not knowing, by confidence and by what a mistake costs."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.follow_ups import follow_ups
from bot.content.short import question_topic, talk_topic
from bot.content.swedish import questions
from bot.nlu.emergency_detector import FOUND
from bot.nlu.language import SWEDISH, get_ready, language_of
from bot.nlu.topic_classifier import ASKED, RANKING, TopicClassifier
from bot.nlu.trained import Component
from bot.settings import Settings

EMERGENCY, UNSURE, UNKNOWN, OUTSIDE = "kris", "oklart", "okant", "utanfor"
BOTH, OTHER_LANGUAGE = "tva_fragor", "annat_sprak"
UNDERSTANDING = "understanding"
Ranking = list[dict[str, Any]]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=False)
class Decision(Component, IntentClassifier):
    """Replace the best guess by what the bot should do with it; keep what else it may be for the choices."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._words = follow_ups(Settings.from_environment().data)
        get_ready()

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what must stand before it in the pipeline."""
        return [TopicClassifier]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`answer_from` and `offer_from` are confidences; `offered` is how many choices at the most."""
        return {
            "answer_from": 0.26,
            "also_from": 0.02,
            "offer_from": 0.03,
            "both_from": 0.6,
            "offered": 4,
            "not_offered": [],
        }

    def process(self, messages: list[Message]) -> list[Message]:
        """Decide on each message."""
        for message in messages:
            if message.get(TEXT):
                self._decide(message)
        return messages

    def _decide(self, message: Message) -> None:
        ranking: Ranking = message.get(RANKING)
        emergency = message.get(FOUND)
        asked = self._asked(message)
        offered = self._choices(ranking, [topic for topic, _ in asked])
        language = language_of(message.get(TEXT))
        understanding: dict[str, Any] = {"offered": offered, "language": language}
        intent = self._intent(ranking, bool(offered))
        both = self._both(asked)
        if both:
            intent, understanding["both"] = BOTH, both
        if language != SWEDISH:
            intent = OTHER_LANGUAGE
        if emergency:
            intent = EMERGENCY
            understanding |= {"emergencies": emergency["topics"], "reason": emergency["reason"]}
            understanding["words"] = emergency["words"]
        confidence = ranking[0][PREDICTED_CONFIDENCE_KEY]
        message.set(INTENT, {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: confidence}, add_to_output=True)
        message.set(UNDERSTANDING, understanding, add_to_output=True)

    def _intent(self, ranking: Ranking, has_choices: bool) -> str:
        best, confidence = ranking[0][INTENT_NAME_KEY], ranking[0][PREDICTED_CONFIDENCE_KEY]
        if confidence >= self.config["answer_from"]:
            return str(best)
        if best == OUTSIDE:
            return UNKNOWN
        return UNSURE if has_choices and confidence >= self.config["offer_from"] else UNKNOWN

    def _asked(self, message: Message) -> list[tuple[str, float]]:
        """Return the topic of each question of a message that asks several, those that are not clear left out."""
        asked, parts = message.get(ASKED) or [], questions(message.get(TEXT))
        if len(parts) == len(asked):
            asked = [self._read_part(part, *found) for part, found in zip(parts, asked, strict=True)]
        clear = [found for found in asked if found[1] >= self.config["answer_from"]]
        return [found for found in clear if found[0] not in self.config["not_offered"]]

    def _read_part(self, part: str, topic: str, confidence: float) -> tuple[str, float]:
        """Return the topic of one question, and how sure that is: wholly, if it is one of the known short ones."""
        known = question_topic(part, self._words, reader=None, card=False) or talk_topic(part, None, self._words)
        return (known, 1.0) if known else (topic, confidence)

    def _both(self, asked: list[tuple[str, float]]) -> list[str]:
        """Return the two topics of a message that asks two things, each clearly."""
        topics = list(dict.fromkeys(topic for topic, confidence in asked if confidence >= self.config["both_from"]))
        return topics if len(topics) == 2 else []

    def _choices(self, ranking: Ranking, asked: list[str]) -> list[str]:
        """Return what to offer: what was asked, then the likeliest topics; after a clear answer only likely ones."""
        clear = ranking[0][PREDICTED_CONFIDENCE_KEY] >= self.config["answer_from"]
        least = self.config["also_from"] if clear else 0.0
        names = [entry[INTENT_NAME_KEY] for entry in ranking if entry[PREDICTED_CONFIDENCE_KEY] >= least]
        offered = [name for name in names if name not in self.config["not_offered"]]
        return list(dict.fromkeys([*asked, *offered]))[: self.config["offered"]]
