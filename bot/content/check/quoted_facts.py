"""Numbers, hours, paragraphs and addresses in a text come from the register, by a name it knows."""

import re
from collections.abc import Iterator

from bot.content.check.fault import Fault, nearest
from bot.content.check.passages import Passage, passages
from bot.content.check.project import Project
from bot.content.facts import DATE_SUFFIX, FILLED_BY_PROGRAM, PLACEHOLDER

BY_HAND = re.compile(
    r"\d[\d –:.,/-]*\d|§|\d+\s*(?:kap|st)\b|\bkl(?:ockan|\.)?\s*\d+|\b[\w.]+@[\w.]+|\b(?:\w+\.)+(?:se|nu|org|com)\b"
)


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each number typed by hand, and each {fact} that is a hole or must not be said."""
    for passage in passages(project):
        yield from _by_hand(passage)
        yield from _brackets(passage)
        for name in dict.fromkeys(PLACEHOLDER.findall(passage.text)):
            yield from _known(passage, name, project)


def _by_hand(passage: Passage) -> Iterator[Fault]:
    for found in dict.fromkeys(match[0].strip(" .,:;()«»") for match in BY_HAND.finditer(passage.bare)):
        if passage.part == "titel" and found in passage.source.name:
            continue  # A topic may be named by a number: «764».
        mend = "Skriv ett faktum ur data/fakta.yml i stället: {orostelefonen_telefon}. Saknas det, lägg till det där"
        yield passage.fault(f"'{found}' är skrivet för hand", mend, needle=found)


def _brackets(passage: Passage) -> Iterator[Fault]:
    for found in re.findall(r"\{[^}\n]*\}?|\}", passage.bare):
        mend = "Skriv {namnet_på_faktat}: små bokstäver utan mellanslag, med klammer på båda sidor"
        yield passage.fault(f"'{found}' skulle visas som det står", mend, needle=found)
    if passage.part == "titel" and PLACEHOLDER.search(passage.text):
        yield passage.fault("fakta fylls inte i i en titel", "Skriv titeln utan klammer")


def _known(passage: Passage, name: str, project: Project) -> Iterator[Fault]:
    names, shown = project.facts.names("fakta"), "{" + name + "}"
    if name in FILLED_BY_PROGRAM:
        if passage.group != "system":
            yield passage.fault(f"{shown} kan bara stå i data/system/", "Ta bort det", needle=shown)
        return
    fact = name if name in names else name.removesuffix(DATE_SUFFIX)
    if fact not in names:
        mend = nearest(name, names, otherwise="Titta efter namnet i data/fakta.yml, eller lägg till det där")
        yield passage.fault(f"faktat {shown} finns inte i data/fakta.yml", mend, needle=shown)
    elif project.fact(fact).get("tillit") == "L":
        mend = "Skriv om svaret utan det, eller hitta en färsk källa och ändra tillit"
        yield passage.fault(f"faktat {shown} har tillit L, och får inte sägas som aktuellt", mend, needle=shown)
