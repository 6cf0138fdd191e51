"""One rule a topic. Rules that contradict each other pass `rasa data validate`; they do not pass here."""

from collections.abc import Iterator
from typing import Any

from bot.content.check.checked_file import CheckedTopic
from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project
from bot.content.check.source_file import Key
from bot.content.topics import RESPONSE_PREFIX

Steps = list[tuple[str, str]]


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each rule that answers something else than its topic, nothing, or what another rule answers."""
    actions = known_actions(project)
    for topic in project.sound_topics():
        for index, rule in enumerate(topic.rules):
            steps = _steps(rule)
            if _well_formed(steps):
                yield from _own_topic(topic, index, steps)
                yield from _actions(topic, index, steps, actions)
            else:
                mend = "Först ett steg med «- intent:», sedan ett med «- action:»"
                yield topic.source.fault("regelns steg går inte att följa", mend, "rules", index, "steps")
    yield from _twice(project)


def known_actions(project: Project) -> list[str]:
    """Return the actions of domain.yml and the responses in data/, also those of files that cannot be read."""
    named = project.domain.source.content["actions"] if project.domain.is_sound("actions") else []
    broken = [RESPONSE_PREFIX + topic.id for topic in project.topics if not topic.is_sound()]
    return [*named, *broken, *(name for topic in project.topics for name in topic.names("responses"))]


def _steps(rule: dict[str, Any]) -> Steps:
    return [next(iter(part.items())) for part in rule["steps"] if len(part) == 1]


def _well_formed(steps: Steps) -> bool:
    return len(steps) > 1 and [name for name, _ in steps] == ["intent", *["action"] * (len(steps) - 1)]


def _own_topic(topic: CheckedTopic, index: int, steps: Steps) -> Iterator[Fault]:
    intent, own = steps[0][1], RESPONSE_PREFIX + topic.id
    if intent != topic.id and not topic.is_system:
        wrong = f"regeln gäller '{intent}' men filen heter {topic.id}.yml"
        yield topic.source.fault(wrong, f"Skriv «- intent: {topic.id}»", *_step(index, 0), "intent")
    for number, (_, action) in enumerate(steps[1:], start=1):
        if action.startswith(RESPONSE_PREFIX) and action != own:
            wrong = f"regeln svarar med '{action}' men filen heter {topic.id}.yml"
            yield topic.source.fault(wrong, f"Skriv «- action: {own}»", *_step(index, number), "action")


def _actions(topic: CheckedTopic, index: int, steps: Steps, actions: list[str]) -> Iterator[Fault]:
    for number, (_, action) in enumerate(steps[1:], start=1):
        if action not in actions:
            close = nearest(action, actions, otherwise="Skriv utter_ och ämnets namn")
            yield topic.source.fault(
                f"'{action}' finns inte, så regeln svarar inget", close, *_step(index, number), "action"
            )


def _twice(project: Project) -> Iterator[Fault]:
    intents: dict[str, tuple[Steps, str]] = {}
    titles: dict[str, str] = {}
    for topic in project.sound_topics():
        for index, rule in enumerate(topic.rules):
            steps, place = _steps(rule), topic.source.name
            if rule["rule"] in titles:
                wrong = f"en regel med samma namn finns i {titles[rule['rule']]}"
                yield topic.source.fault(wrong, "Skriv en mening som bara gäller den här", "rules", index, "rule")
            titles.setdefault(rule["rule"], place)
            if not _well_formed(steps):
                continue
            if steps[0][1] in intents:
                other, where = intents[steps[0][1]]
                wrong = f"regeln för '{steps[0][1]}' säger emot en annan regel ({where})"
                if other == steps:
                    wrong = f"regeln för '{steps[0][1]}' står redan ({where})"
                yield topic.source.fault(wrong, "Ta bort den ena", "rules", index)
            intents.setdefault(steps[0][1], (steps, place))


def _step(index: int, number: int) -> tuple[Key, ...]:
    return "rules", index, "steps", number
