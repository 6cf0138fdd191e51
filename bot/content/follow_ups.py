"""The words in data/uppfoljning.yml: short messages that mean something in their conversation only."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.content.swedish import fold, normalise
from bot.content.yaml_file import read_yaml
from bot.errors import ContentError

FILE = "uppfoljning.yml"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Person:
    """Someone a message may be about. `words` come after «min»; answers say `yours`, choices `mine`."""

    id: str
    words: frozenset[str]
    yours: str
    mine: str
    pronoun: str = ""
    indefinite: bool = False


@dataclass(frozen=True)
class ShortQuestion:
    """A question that is a whole message. `topics` by who reads, or for `alla`, or for `akut` while a card is up."""

    topics: dict[str, str]
    needs_mark: bool = False


@dataclass(frozen=True)
class FollowUps:
    """Every phrase is bare: small letters, no å, ä, ö, no punctuation, one blank between words."""

    phrases: dict[str, str]
    picks: dict[str, int]
    corrections: tuple[str, ...]
    areas: dict[str, tuple[str, ...]]
    fillers: frozenset[str]
    persons: dict[str, Person]
    writers: dict[str, str]
    about_somebody: frozenset[str]
    only_for: dict[str, frozenset[str]]
    belongings: frozenset[str]
    unreal: frozenset[str]
    questions: dict[str, ShortQuestion]
    talk_starts: tuple[str, ...]
    talk_topic: str
    talk_topics: dict[str, str]
    orders: tuple[str, ...]
    judged: frozenset[str]

    def trimmed(self, text: str) -> str:
        """Return a message bare, without the words that say nothing at its ends."""
        words = bare(text).split()
        while words and words[0] in self.fillers:
            words.pop(0)
        while words and words[-1] in self.fillers:
            words.pop()
        return " ".join(words)

    def corrected(self, text: str) -> str | None:
        """Return what a correction puts in the place of what was said, or None if the message corrects nothing."""
        for said in (bare(text), self.trimmed(text)):
            if starts := [start for start in self.corrections if said.startswith(start + " ")]:
                return self.trimmed(said.removeprefix(max(starts, key=len)))
        return None


def bare(text: str) -> str:
    """Return a text in small letters, without å, ä, ö and punctuation."""
    return " ".join(_WORD.findall(fold(normalise(text))))


@cache
def follow_ups(data: Path) -> FollowUps:
    """Return the words, read once. Raise ContentError on a file that cannot be used."""
    path = data / FILE
    try:
        return _follow_ups(read_yaml(path))
    except (KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"{path}: filen går inte att använda ({error!r}). Kör `make check`.") from error


def _follow_ups(content: dict[str, Any]) -> FollowUps:
    return FollowUps(
        phrases={bare(phrase): kind for kind, phrases in content["uttryck"].items() for phrase in phrases},
        picks={bare(phrase): int(place) for place, phrases in content["val"].items() for phrase in phrases},
        corrections=tuple(bare(start) for start in content["rattelser"]),
        areas={bare(area): tuple(topics) for area, topics in content["omraden"].items()},
        fillers=frozenset(bare(word) for word in content["utfyllnad"]),
        persons={id_: _person(id_, person) for id_, person in content["personer"].items()},
        writers={bare(word): reader for reader, words in content["skriver"].items() for word in words},
        about_somebody=frozenset(content["om_nagon"]),
        only_for={topic: frozenset(persons) for topic, persons in content["bara_for"].items()},
        belongings=frozenset(bare(word) for word in content["agodelar"]),
        unreal=frozenset(bare(word) for word in content["inte_pa_riktigt"]),
        questions={bare(phrase): _question(entry) for entry in content["fragor"].values() for phrase in entry["ord"]},
        talk_starts=tuple(bare(start) for start in content["prata_med"]["uttryck"]),
        talk_topic=content["prata_med"]["amne"],
        talk_topics=dict(content["prata_med"].get("undantag", {})),
        orders=tuple(bare(start) for start in content["order"]),
        judged=frozenset(bare(word) for word in content["bedoms"]),
    )


def _question(entry: dict[str, Any]) -> ShortQuestion:
    return ShortQuestion(dict(entry["amne"]), needs_mark=entry.get("fragetecken", False))


def _person(id_: str, person: dict[str, Any]) -> Person:
    return Person(
        id=id_,
        words=frozenset(bare(word) for word in person["ord"]),
        yours=person["din"],
        mine=person["min"],
        pronoun=person.get("kon", ""),
        indefinite=person.get("en", False),
    )
