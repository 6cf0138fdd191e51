"""Turn a response name into what the visitor reads: facts filled in, sources named, choices worded."""

from collections.abc import Sequence
from datetime import date

from bot.answers.choices import MAX_CHOICES
from bot.answers.reply import KINDS, Choice, Reply, SourceLink
from bot.content.facts import date_in_words
from bot.content.library import Library
from bot.content.topics import Answer, Topic


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
    """Return the reply for a topic, or for one part of it: text, las_mer, lattlast or kort.

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
        kind="crisis" if part == "kort" else KINDS.get(topic_id, "answer"),
        topic=_topic_shown(topic),
        title=topic.title if part != "kort" else "",
        more=library.fill(answer.more, today) if part == "text" else "",
        choices=worded(library, choices or (() if part == "kort" else answer.related)),
        sources=_sources(library, answer),
    )


def worded(library: Library, ids: Sequence[str]) -> tuple[Choice, ...]:
    """Return at most four topics as choices, in the visitor's own words."""
    known = [id_ for id_ in dict.fromkeys(ids) if id_ in library.topics]
    return tuple(Choice(id_, library.topics[id_].title) for id_ in known[:MAX_CHOICES])


def _part(answer: Answer, part: str) -> str:
    parts = {"text": answer.text, "las_mer": answer.more, "lattlast": answer.plain, "kort": answer.card}
    return parts[part] or answer.text


def _topic_shown(topic: Topic) -> str | None:
    return None if topic.group == "system" else topic.id


def _sources(library: Library, answer: Answer) -> tuple[SourceLink, ...]:
    checked = answer.checked.isoformat() if answer.checked else ""
    found = [library.sources[id_] for id_ in answer.sources if id_ in library.sources]
    return tuple(SourceLink(f"{s.publisher}: {s.title} ({_when(s.date)})", s.url, checked) for s in found)


def _when(source_date: str) -> str:
    return "utan datum" if source_date == "okänt" else date_in_words(source_date)
