"""Colour an answer by who it is about: a first line, and choices in the visitor's own words."""

import re
from dataclasses import replace

from bot.answers.reply import Choice, Reply
from bot.content.follow_ups import FollowUps, Person

PHRASE = "om_person"
_HER = {"han": "hon", "honom": "henne", "hans": "hennes"}
_CHILD = "mitt barn"
YOUR_CHILD, CHILDREN = "ditt barn", ("son", "dotter", "barn")


def fits(reply: Reply, group: str, person: str, words: FollowUps) -> bool:
    """Return whether an answer can be about this person; one that says «ditt barn» is about a child only."""
    if YOUR_CHILD in reply.text and person not in CHILDREN:
        return False
    return group in words.about_somebody and person in words.only_for.get(reply.topic or "", {person})


def coloured(reply: Reply, first_line: str, person: Person) -> Reply:
    """Return the reply with its first line, title and choices about the person."""
    choices = tuple(Choice(choice.id, _titled(choice.title, person)) for choice in reply.choices)
    return replace(reply, text=f"{first_line}\n\n{reply.text}", title=_titled(reply.title, person), choices=choices)


def _titled(title: str, person: Person) -> str:
    """Return a title with «mitt barn» and the pronouns said as the visitor would."""
    title = re.sub(rf"\b{_CHILD}\b", person.mine, title)
    title = re.sub(rf"^{_CHILD.capitalize()}\b", person.mine.capitalize(), title)
    if person.pronoun != "hon":
        return title
    return re.sub(r"\b(han|honom|hans)\b", lambda found: _swapped(found[0]), title, flags=re.I)


def _swapped(word: str) -> str:
    other = _HER[word.casefold()]
    return other.capitalize() if word[0].isupper() else other
