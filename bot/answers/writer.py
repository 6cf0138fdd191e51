"""Turn a response name into what the visitor reads: facts filled in, sources named, choices worded."""

from collections.abc import Sequence
from datetime import date

from bot.answers.choices import MAX_CHOICES
from bot.answers.reply import ENGLISH, KINDS, Choice, Kind, Reply, SourceLink
from bot.content.facts import date_in_words
from bot.content.library import Library
from bot.content.topics import Answer, Topic

CARDS = ("kort", "kort_en")


def write_reply(
    library: Library,
    topic_id: str,
    *,
    today: date,
    part: str = "text",
    reader: str | None = None,
    choices: Sequence[str] = (),
    values: dict[str, str] | None = None,
) -> Reply:
    """Return the reply for a topic, or for one part of it: text, las_mer, lattlast, kort or kort_en.

    `choices` are topic ids; without them an answer offers its related topics. `values` fill in what only the
    program knows (as the next opening). Raises KeyError on an unknown topic or fact.
    """
    topic = library.topics[topic_id]
    answer = topic.answer_for(reader)
    text = _part(answer, part)
    for name, value in (values or {}).items():
        text = text.replace("{" + name + "}", value)
    return Reply(
        text=library.fill(text, today),
        kind=_kind(topic, answer, part),
        topic=_topic_shown(topic),
        title="" if part in CARDS else topic.title,
        more=library.fill(answer.more, today) if part == "text" else "",
        choices=_choices(library, answer, part, [choice for choice in choices if choice != topic_id]),
        sources=_sources(library, answer),
        language="en" if topic_id in ENGLISH or part == "kort_en" else "sv",
        question=topic_id if answer.options else None,
    )


def worded(library: Library, ids: Sequence[str]) -> tuple[Choice, ...]:
    """Return at most four topics as choices, in the visitor's own words."""
    titles = [(id_, library.title_of(id_)) for id_ in dict.fromkeys(ids)]
    return tuple(Choice(id_, title) for id_, title in titles if title)[:MAX_CHOICES]


def _choices(library: Library, answer: Answer, part: str, choices: Sequence[str]) -> tuple[Choice, ...]:
    if answer.options:
        return tuple(Choice(option.id, option.title) for option in answer.options)
    return worded(library, choices or (() if part in CARDS else answer.related))


def _kind(topic: Topic, answer: Answer, part: str) -> Kind:
    if part in CARDS:
        return "crisis"
    return "question" if answer.options else KINDS.get(topic.id, "answer")


def _part(answer: Answer, part: str) -> str:
    parts = {"text": answer.text, "las_mer": answer.more, "lattlast": answer.plain}
    return (parts | {"kort": answer.card, "kort_en": answer.card_en or answer.card})[part] or answer.text


def _topic_shown(topic: Topic) -> str | None:
    return None if topic.group == "system" else topic.id


def _sources(library: Library, answer: Answer) -> tuple[SourceLink, ...]:
    checked = answer.checked.isoformat() if answer.checked else ""
    found = [library.sources[id_] for id_ in answer.sources if id_ in library.sources]
    return tuple(SourceLink(f"{s.publisher}: {s.title} ({_when(s.date)})", s.url, checked) for s in found)


def _when(source_date: str) -> str:
    return "utan datum" if source_date == "okänt" else date_in_words(source_date)
