"""The contacts register: every number, page and hour on a card is a fact that may be said."""

from collections.abc import Iterator

from bot.content.check.fault import Fault, nearest
from bot.content.check.project import Project

FACTS = ("telefon", "webb", "tider")


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each contact that would be shown with a hole, or that nobody can stand for."""
    file, sources = project.facts, project.sources.names("kallor")
    for id_, contact in file.entries("kontakter").items():
        keys = ("kontakter", id_)
        if contact["tillit"] == "L":
            yield file.source.fault(
                "kontakten har tillit L, och får inte visas", "Ta bort den, eller hitta en färsk källa", *keys
            )
        if contact["kalla"] not in sources:
            mend = nearest(contact["kalla"], sources, otherwise="Lägg till källan i data/kallor.yml")
            yield file.source.fault(f"källan '{contact['kalla']}' finns inte i data/kallor.yml", mend, *keys, "kalla")
        for part in [part for part in FACTS if part in contact]:
            yield from _fact(project, id_, part, contact[part])


def _fact(project: Project, id_: str, part: str, name: str) -> Iterator[Fault]:
    source, keys = project.facts.source, ("kontakter", id_, part)
    facts = project.facts.names("fakta")
    if name not in facts:
        mend = nearest(name, facts, otherwise="Lägg till det under fakta")
        yield source.fault(f"faktat '{name}' finns inte under fakta", mend, *keys)
        return
    if project.fact(name).get("tillit") == "L":
        yield source.fault(f"faktat '{name}' har tillit L, och får inte visas på ett kort", "Ta bort raden", *keys)
    if part == "tider" and "tider" not in project.fact(name):
        mend = "Peka på ett faktum med «tider:», annars vet boten inte om det är öppet"
        yield source.fault(f"faktat '{name}' är ingen tid", mend, *keys)
