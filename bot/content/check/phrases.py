"""What the bot never says, and what it never says without saying something more."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.check.fault import Fault
from bot.content.check.passages import Passage, passages
from bot.content.check.project import Project
from bot.content.facts import PLACEHOLDER
from bot.content.readability import sentences
from bot.content.yaml_file import read_yaml

HELPLINE = "orostelefonen"
QUOTED = re.compile(r"«[^»]*»")
BILL = re.compile(r"\b(?:telefon|mobil)?räkning(?:en|ar|arna)?\b", re.IGNORECASE)
CALL_LIST = re.compile(r"\b\w*lista[n]?\b", re.IGNORECASE)
SOCIAL_SERVICES = re.compile(r"social(?:tjänst|jour|kontor)", re.IGNORECASE)
EMOJI_CATEGORIES = ("So", "Cs", "Sk")


@dataclass(frozen=True)
class Phrase:
    """Words to avoid, why, and what to write instead. Some may be said by others («…»), or beside words like «inte»."""

    pattern: re.Pattern[str]
    why: str
    instead: str
    quotable: bool
    excused_by: re.Pattern[str] | None


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each phrase that hurts, misleads, or promises what nobody can keep."""
    banned, second_ways = load_phrases(), _second_ways(project)
    for passage in passages(project):
        yield from _banned(passage, banned)
        yield from _signs(passage)
        if passage.part != "titel":
            yield from _bill(passage)
            yield from _second_way(passage, second_ways)


def load_phrases() -> tuple[Phrase, ...]:
    """Return the phrases in phrases.yml. «^» in a pattern is the beginning of a text."""
    entries = read_yaml(Path(__file__).with_suffix(".yml"))
    return tuple(
        Phrase(
            pattern=re.compile(rf"\b(?:{entry['uttryck']})", re.IGNORECASE),
            why=entry["varfor"],
            instead=entry["i_stallet"],
            quotable=entry.get("far_citeras", False),
            excused_by=re.compile(entry["om_inte"], re.IGNORECASE) if "om_inte" in entry else None,
        )
        for entry in entries
    )


def _banned(passage: Passage, banned: tuple[Phrase, ...]) -> Iterator[Fault]:
    for phrase in banned:
        text = QUOTED.sub("«»", passage.text) if phrase.quotable else passage.text
        for found in dict.fromkeys(match[0] for match in phrase.pattern.finditer(text)):
            if phrase.excused_by and any(found in part and phrase.excused_by.search(part) for part in sentences(text)):
                continue
            yield passage.fault(f"skriv inte «{found}»: {phrase.why}", phrase.instead, needle=found)


def _signs(passage: Passage) -> Iterator[Fault]:
    if "!" in passage.text:
        yield passage.fault(
            "texten har ett utropstecken", "Sätt punkt: en rädd människa läser det som ett rop", needle="!"
        )
    for sign in dict.fromkeys(passage.text):
        if unicodedata.category(sign) in EMOJI_CATEGORIES:
            yield passage.fault(f"texten har en bild: {sign}", "Ta bort den, och säg det med ord", needle=sign)


def _bill(passage: Passage) -> Iterator[Fault]:
    found = BILL.search(passage.text)
    if found and not CALL_LIST.search(passage.in_view):
        wrong = f"«{found[0]}» nämns utan telefonens egen samtalslista, där samtalet syns"
        yield passage.fault(wrong, "Lägg till att samtalet syns i telefonens samtalslista", needle=found[0])


def _second_way(passage: Passage, second_ways: frozenset[str]) -> Iterator[Fault]:
    quoted = set(PLACEHOLDER.findall(passage.in_view))
    if f"{HELPLINE}_telefon" not in PLACEHOLDER.findall(passage.text):
        return
    if not quoted & second_ways and not SOCIAL_SERVICES.search(passage.in_view):
        wrong = "Orostelefonens nummer står utan en andra väg: linjen är stängd för det mesta, och kan ha upphört"
        mend = "Lägg till numret till en annan kontakt, till exempel {hjalplinjen_telefon}, eller socialtjänsten"
        yield passage.fault(wrong, mend, needle="{" + HELPLINE + "_telefon}")


def _second_ways(project: Project) -> frozenset[str]:
    contacts = project.facts.entries("kontakter")
    return frozenset(entry["telefon"] for id_, entry in contacts.items() if id_ != HELPLINE and "telefon" in entry)
