"""Who a message is about and who wrote it, only where the words say so plainly."""

import re
from typing import Any

from bot.content.follow_ups import FollowUps, Person, bare

_MINE = "min|mitt|mina|var|vart|vara|varan|varat|en av mina|ett av mina"
_BETWEEN = r"(?:(?:\d+ ?ariga?|vuxna|vuxen|aldsta|yngsta|storsta|stora|lilla|egen|egna|kara|tonariga|unga) ){0,2}"
_I_AM = r"\bjag (?:ar|e|jobbar som|arbetar som) (?:en |ett |sjalv |bara |snart |biologisk |orolig |\w+ig )?"
_PRONOUNS = {"han": {"han", "honom", "hans"}, "hon": {"hon", "henne", "hennes"}}
AT_WORK, RELATIVE = ("skola", "proffs"), "anhorig"
_ANY = {"hen", "hens", "personen"}


def person_in(text: str, words: FollowUps) -> tuple[str, ...]:
    """Return the persons that a message names as the writer's own («min son»), each once, in its order."""
    said, found = bare(text), []
    if alone := _alone(said, words):
        return (alone.id,)
    for match in re.finditer(rf"\b(?:({_MINE})|(?:en|ett)) {_BETWEEN}(\w+)(?: (\w+))?", said):
        own, noun, after = bool(match[1]), match[2], match[3] or ""
        person = _named(noun, words, own=own)
        # «min kompis son» is about the son, who is not the writer's.
        if person and not _named(after, words, own=True):
            found.append(person.id)
    return tuple(dict.fromkeys(found))


def owner_in(text: str, words: FollowUps) -> str | None:
    """Return whose thing a message names («min sons rum»); an empty string for somebody else («min sons kompis»)."""
    owners = set()
    for match in re.finditer(rf"\b(?:{_MINE}) {_BETWEEN}(\w+)s (\w+)", bare(text)):
        person = _named(match[1], words, own=True)
        if person:
            owners.add(person.id if match[2] in words.belongings else "")
    return next(iter(owners), None) if len(owners) < 2 else ""


def is_only_about(text: str, person: str, words: FollowUps) -> bool:
    """Return whether a message says nothing but who it is about."""
    if _alone(words.trimmed(text), words):
        return True
    ending = "|".join(sorted(words.persons[person].words))
    return bool(re.fullmatch(rf"(?:{_MINE}|en|ett) {_BETWEEN}(?:{ending})", words.trimmed(text)))


def refers_back(text: str, person: Person) -> bool:
    """Return whether a pronoun in the message can only be the person, and none is somebody else."""
    said = set(bare(text).split())
    fitting = _PRONOUNS.get(person.pronoun, _PRONOUNS["han"] | _PRONOUNS["hon"]) | _ANY
    others = {word for group in _PRONOUNS.values() for word in group} - fitting
    return bool(said & fitting) and not said & others


def writer_of(text: str, words: FollowUps) -> str | None:
    """Return the kind of reader who wrote the message («jag är lärare» → skola), or None if it does not say."""
    said = bare(text)
    for word in sorted((word for word in words.writers if word in said), key=len, reverse=True):
        number = word[0].isdigit()
        ends = r"(?= ar\b| och\b|$)" if number and not word.endswith(" ar") else r"\b"
        if re.search(_I_AM + re.escape(word) + ends, said):
            return words.writers[word]
    return None


def reader_of(text: str, before: str | None, words: FollowUps) -> str | None:
    """Return who reads: as this message says, or as said before. Whoever then names one of their own is a relative."""
    said = writer_of(text, words)
    own = [person for person in person_in(text, words) if not words.persons[person].indefinite]
    return said or (RELATIVE if own and before in AT_WORK else before)


def is_only_writer(text: str, words: FollowUps) -> bool:
    """Return whether a message says nothing but who writes."""
    said = words.trimmed(text)
    ending = "|".join(re.escape(word) for word in sorted(words.writers, key=len, reverse=True) if word in said)
    if not ending:
        return False
    place = r"(?: (?:pa|i|till) (?:en |ett |min |mitt )?\w+){0,2}"
    return bool(re.fullmatch(rf"(?:hej )?{_I_AM[2:]}(?:{ending})(?: gammal)?{place}", said))


def _alone(said: str, words: FollowUps) -> Person | None:
    """Return the person that a message of one word names: «dottern», «brorsan»."""
    known = (_named(said.removesuffix(end), words, own=True) for end in ("", "n", "en", "et") if said.endswith(end))
    return next((person for person in known if person), None) if " " not in said else None


def _named(noun: str, words: FollowUps, *, own: bool) -> Person | None:
    return next((p for p in words.persons.values() if noun in p.words and (own or p.indefinite)), None)


# Messages that are about what was just answered.
_FOLLOW_UPS = {"mer", "forstar_inte", "ja", "nej", "tillbaka", "svar", "inte_hjalpt", "rattelse"}


def remembered(text: str, intent: str, before: dict[str, Any], words: FollowUps) -> dict[str, str | None]:
    """Return who this message is about (`person`), and who was last named (`known`) for the messages to come.

    What was known is dropped as soon as two persons are named, or a pronoun is somebody else's.
    """
    named = person_in(text, words)
    if named:
        only = named[0] if len(named) == 1 else None
        return {"person": only, "known": only}
    owner = owner_in(text, words)
    if owner is not None:
        return {"person": owner or None, "known": owner or None}
    known = before.get("known")
    if known is None:
        return {"person": None, "known": None}
    if intent in _FOLLOW_UPS:
        return {"person": before.get("person"), "known": known}
    person = words.persons[known]
    if refers_back(text, person):
        return {"person": known, "known": known}
    return {"person": None, "known": None if mentions_somebody(text) else known}


def mentions_somebody(text: str) -> bool:
    """Return whether a message has a pronoun for a person."""
    return bool(set(bare(text).split()) & {word for group in _PRONOUNS.values() for word in group})
