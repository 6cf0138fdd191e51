"""The names in domain.yml are those of the topics in data/ and of the classes in actions/."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project
from bot.content.topics import READER_SLOT


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each name that stands in one place only."""
    if project.domain.is_sound():
        yield from _intents(project)
        yield from _actions(project)
        yield from _twice(project)
        if READER_SLOT not in project.domain.names("slots"):
            mend = f"Lägg tillbaka '{READER_SLOT}': den väljer svar efter läsare"
            yield project.domain.source.fault(f"slots saknar '{READER_SLOT}'", mend, "slots")


def decided_by_the_bot(project: Project) -> set[str]:
    """Return the intents that no examples teach: those with a rule in data/system/."""
    rules = [rule for topic in project.sound_topics() if topic.is_system for rule in topic.rules]
    return {step["intent"] for rule in rules for step in rule["steps"] if "intent" in step}


def _intents(project: Project) -> Iterator[Fault]:
    domain, named = project.domain.source, project.domain.source.content["intents"]
    wanted = {**dict.fromkeys(decided_by_the_bot(project), "data/system/")}
    wanted |= {id_: topic.source.name for id_, topic in project.questions().items()}
    for id_, place in wanted.items():
        if id_ not in named:
            wrong = f"'{id_}' ({place}) saknas under intents, så boten kan inte förstå det"
            yield domain.fault(wrong, f"Lägg till raden «- {id_}»", "intents")
    for index, id_ in enumerate(named):
        if id_ not in wanted:
            mend = nearest(id_, set(wanted) - set(named), otherwise="Ta bort raden, eller skriv ämnesfilen")
            yield domain.fault(f"'{id_}' har ingen fil i data/", mend, "intents", index)


def _actions(project: Project) -> Iterator[Fault]:
    """An action without a class is not missed by Rasa until somebody needs it."""
    domain, named = project.domain.source, project.domain.source.content["actions"]
    written = _classes(project.root / "actions")
    for index, name in enumerate(named):
        if name not in written:
            mend = nearest(name, set(written) - set(named), otherwise="Ta bort raden, eller skriv klassen")
            yield domain.fault(f"'{name}' har ingen klass i actions/", mend, "actions", index)
    for name, (file, line) in written.items():
        if name not in named:
            add = f"Lägg till raden «- {name}» under actions i domain.yml"
            mend = nearest(name, set(named) - set(written), otherwise=add)
            yield Fault(f"actions/{file}", line, f"'{name}' saknas i domain.yml, så den körs aldrig", mend)


def _twice(project: Project) -> Iterator[Fault]:
    for part in ("intents", "actions"):
        named = project.domain.source.content[part]
        for index, name in enumerate(named):
            if name in named[:index]:
                yield project.domain.source.fault(f"'{name}' står två gånger", "Ta bort den ena raden", part, index)


def _classes(folder: Path) -> dict[str, tuple[str, int]]:
    """Return the name of every action class with its file and line, without importing any."""
    found = {}
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "name" and isinstance(node.body[-1], ast.Return):
                value = node.body[-1].value
                if isinstance(value, ast.Constant):
                    found[str(value.value)] = (path.name, value.lineno)
    return found
