"""The word lists, and the emergency rules made of them: a misspelt name would be a missed emergency."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project

CARD = "kort"


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each rule that names what does not exist, and each word list that overrules another."""
    yield from _lexicon(project)
    if project.emergencies.is_sound("dampande"):
        for place, name in enumerate(project.emergencies.source.content["dampande"]):
            yield from _concept(project, name, "dampande", place)
    for id_, rule in project.emergencies.entries("regler").items():
        yield from _topic(project, id_, rule["amne"])
        for group, names in enumerate(rule["krav"]):
            for place, name in enumerate(names):
                yield from _concept(project, name, "regler", id_, "krav", group, place)
        for place, name in enumerate(rule.get("inte", [])):
            yield from _concept(project, name, "regler", id_, "inte", place)


def _concept(project: Project, name: str, *keys: str | int) -> Iterator[Fault]:
    concepts = project.concepts()
    if name not in concepts:
        mend = nearest(name, concepts, otherwise="Lägg till begreppet i en fil i data/lexikon/")
        yield project.emergencies.source.fault(f"begreppet '{name}' finns inte i data/lexikon/", mend, *keys)


def _topic(project: Project, id_: str, name: str) -> Iterator[Fault]:
    with_card = [topic.id for topic in project.sound_topics() if CARD in topic.answers[0]["metadata"]]
    if name in with_card:
        return
    known = project.questions()
    wrong = f"ämnet '{name}' har inget nödkort ('{CARD}')" if name in known else f"ämnet '{name}' finns inte"
    mend = nearest(name, with_card, otherwise="Välj ett ämne i data/akut/ som har ett nödkort")
    yield project.emergencies.source.fault(wrong, mend, "regler", id_, "amne")


def _lexicon(project: Project) -> Iterator[Fault]:
    places: dict[str, str] = {}
    for file in project.lexicon:
        for id_ in file.names("begrepp"):
            if id_ in places:
                wrong = f"begreppet '{id_}' finns redan i {places[id_]}, och bara det ena gäller"
                yield file.source.fault(wrong, "Slå ihop dem, eller byt namn på det ena", "begrepp", id_)
            places.setdefault(id_, file.source.name)
        for id_, concept in file.entries("begrepp").items():
            for form in _twice(concept):
                mend = "Ta bort den ena"
                yield file.source.fault(f"'{form}' står två gånger i '{id_}'", mend, "begrepp", id_, "former")


def _twice(concept: dict[str, Any]) -> list[str]:
    forms = Counter(form.casefold() for form in concept["former"])
    return [form for form, count in forms.items() if count > 1]
