"""Every answer rests on a page somebody can read, and leads on to topics that exist."""

from collections.abc import Iterator

from bot.content.check.checked_file import CheckedTopic
from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project
from bot.content.check.schema import OWN_WORDS


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each answer without a source, and each source or related topic that is not there."""
    known, questions = project.sources.names("kallor"), project.questions()
    for topic in project.sound_topics():
        for index, answer in enumerate(topic.answers):
            metadata, keys = answer.get("metadata", {}), (*topic.answer_keys, index, "metadata")
            cited = metadata.get("kallor")
            if cited == [] and topic.group not in OWN_WORDS:
                yield topic.source.fault(
                    "svaret har ingen källa", "Skriv minst ett namn ur data/kallor.yml", *keys, "kallor"
                )
            for place, id_ in enumerate(cited or ()):
                if id_ not in known:
                    mend = nearest(id_, known, otherwise="Lägg till källan i data/kallor.yml")
                    wrong = f"källan '{id_}' finns inte i data/kallor.yml"
                    yield topic.source.fault(wrong, mend, *keys, "kallor", place)
            yield from _related(topic, metadata.get("relaterade", []), questions)


def _related(topic: CheckedTopic, related: list[str], questions: dict[str, CheckedTopic]) -> Iterator[Fault]:
    for place, id_ in enumerate(related):
        keys = (*topic.answer_keys, 0, "metadata", "relaterade", place)
        if id_ == topic.id:
            yield topic.source.fault("ämnet står som relaterat till sig självt", "Välj ett annat ämne", *keys)
        elif id_ not in questions:
            mend = nearest(id_, questions, otherwise="Skriv namnet på en fil i data/, utan .yml")
            yield topic.source.fault(f"det relaterade ämnet '{id_}' finns inte", mend, *keys)
        elif id_ in related[:place]:
            yield topic.source.fault(f"'{id_}' står två gånger bland de relaterade", "Ta bort det ena", *keys)
