"""data/uppfoljning.yml and the replies of the bot's questions: every topic and person named there exists."""

from collections.abc import Iterator

from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project
from bot.content.check.source_file import Key, SourceFile


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each topic or person that does not exist, and for replies nobody can tell apart."""
    source = project.follow_ups.source
    for part in ("omraden", "bara_for"):
        for name, listed in project.follow_ups.entries(part).items():
            known = list(project.questions()) if part == "omraden" else project.follow_ups.names("personer")
            for index, wanted in enumerate(listed):
                yield from _known(source, wanted, known, part, name, index)
    for name in project.follow_ups.entries("bara_for"):
        yield from _known(source, name, list(project.questions()), "bara_for", name)
    for name, question in project.follow_ups.entries("fragor").items():
        for reader, topic in question["amne"].items():
            yield from _known(source, topic, list(project.questions()), "fragor", name, "amne", reader)
    yield from _talk(project)
    yield from _options(project)


def _talk(project: Project) -> Iterator[Fault]:
    if not project.follow_ups.is_sound("prata_med"):
        return
    source, talk = project.follow_ups.source, project.follow_ups.part("prata_med")
    yield from _known(source, talk["amne"], list(project.questions()), "prata_med", "amne")
    for person, topic in talk.get("undantag", {}).items():
        yield from _known(source, topic, list(project.questions()), "prata_med", "undantag", person)
        yield from _known(source, person, project.follow_ups.names("personer"), "prata_med", "undantag", person)


def _options(project: Project) -> Iterator[Fault]:
    seen: set[str] = set(project.questions())
    for topic in project.sound_topics():
        for place, option in enumerate(topic.answers[0]["metadata"].get("svar", [])):
            keys: tuple[Key, ...] = (*topic.answer_keys, 0, "metadata", "svar", place)
            if option["id"] in seen:
                wrong = f"svaret '{option['id']}' finns redan"
                yield topic.source.fault(wrong, "Ge det ett namn som inget ämne och inget annat svar har", *keys)
            seen.add(option["id"])
            for index, wanted in enumerate(option.get("amnen", [])):
                yield from _known(topic.source, wanted, list(project.questions()), *keys, "amnen", index)
            if "person" in option:
                persons = project.follow_ups.names("personer")
                yield from _known(topic.source, option["person"], persons, *keys, "person")


def _known(source: SourceFile, name: str, known: list[str], *keys: Key) -> Iterator[Fault]:
    if name not in known:
        yield source.fault(f"'{name}' finns inte", nearest(name, known, otherwise="Ta bort det"), *keys)
