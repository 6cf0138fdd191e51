"""One name for one topic: in its file name, its response, its examples and its rule."""

import re
from collections.abc import Iterator

from bot.content.check.checked_file import CheckedTopic
from bot.content.check.fault import Fault
from bot.content.check.project import Project
from bot.content.topics import RESPONSE_PREFIX


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each name that does not fit its file, or stands in two files."""
    for topic in project.topics:
        yield from _file_name(topic)
        yield from _response(topic)
        if topic.is_sound("nlu"):
            yield from _intents(topic)
    yield from _in_two_files(project)


def _file_name(topic: CheckedTopic) -> Iterator[Fault]:
    if not re.fullmatch(r"[a-z0-9_]+", topic.id):
        mend = "Byt namn på filen: små bokstäver utan å, ä och ö, siffror och understreck"
        yield topic.source.fault(f"filnamnet '{topic.id}' har andra tecken än a–z, 0–9 och _", mend)


def _response(topic: CheckedTopic) -> Iterator[Fault]:
    wanted = RESPONSE_PREFIX + topic.id
    for name in topic.names("responses"):
        if name != wanted:
            wrong = f"svaret heter '{name}' men filen heter {topic.id}.yml"
            yield topic.source.fault(
                wrong, f"Skriv '{wanted}'. Är det ett annat ämne ska det ha en egen fil", "responses", name
            )


def _intents(topic: CheckedTopic) -> Iterator[Fault]:
    for index, block in enumerate(topic.source.content.get("nlu", [])):
        if block["intent"] != topic.id:
            wrong = f"exemplen hör till '{block['intent']}' men filen heter {topic.id}.yml"
            yield topic.source.fault(wrong, f"Skriv «intent: {topic.id}»", "nlu", index, "intent")


def _in_two_files(project: Project) -> Iterator[Fault]:
    """A response in two files is no error to Rasa: the last one read wins in silence."""
    seen: dict[str, CheckedTopic] = {}
    for topic in project.topics:
        for name in topic.names("responses"):
            if name in seen:
                wrong = f"'{name}' finns redan i {seen[name].source.name}, och bara ett av svaren visas"
                yield topic.source.fault(wrong, "Ta bort det ena", "responses", name)
            seen.setdefault(name, topic)
