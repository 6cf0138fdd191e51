"""Messages of a known form, whole: «det var i ett spel», «hur pratar jag med min syster?», «låtsas att du är …»."""

import re

from bot.content.follow_ups import FollowUps, ShortQuestion, bare
from bot.content.who import is_only_about, person_in, refers_back

ANYBODY, URGENT = "alla", "akut"
# What may stand between «jag menade» and «fortnite», or after «med min syster».
_SMALL = {"i", "pa", "om", "det", "detta", "var", "galler", "gallde", "ar", "en", "ett", "fran", "jag", "menade"}
_PRONOUNS = {"honom", "henne", "hen", "dem", "dom"}
_WHERE = ("i ", "pa ", "fran ")
_MAX_WORDS_OF_A_VERDICT = 9
_VERDICT = re.compile(r"(?:ar|e|var|tycker du(?: att)?|tror du(?: att)?) (.+)")
_SOMEBODY = {"han", "hon", "hen", "min", "mitt", "var"}
_NAME = re.compile(r"\[namn\]|(?<=\s)[A-ZÅÄÖ][a-zåäöé]+")


def is_unreal(text: str, words: FollowUps) -> bool:
    """Return whether a message says nothing but that it was a game, a film, a joke."""
    said = words.corrected(text) or words.trimmed(text)
    if words.corrected(text) is None and not said.startswith(_WHERE):
        return False
    found = [phrase for phrase in words.unreal if re.search(rf"\b{re.escape(phrase)}\b", said)]
    if not found:
        return False
    left = re.sub("|".join(rf"\b{re.escape(phrase)}\b" for phrase in sorted(found, key=len, reverse=True)), " ", said)
    return set(left.split()) <= _SMALL | words.fillers


def question_topic(text: str, words: FollowUps, *, reader: str | None, card: bool) -> str | None:
    """Return the topic that a known short question leads to; while a card is up only those that may be asked then."""
    question = _known_question(words.trimmed(text), words) or words.questions.get(bare(text))
    if question is None or (question.needs_mark and not text.rstrip().endswith("?")):
        return None
    if card:
        return question.topics.get(URGENT)
    return question.topics.get(reader or ANYBODY, question.topics[ANYBODY])


def _known_question(said: str, words: FollowUps) -> ShortQuestion | None:
    """Return the question that a message is; «har ni öppet» and then «på midsommar» are one."""
    if whole := words.questions.get(said):
        return whole
    parts = said.split()
    for place in range(1, len(parts)):
        first, then = (words.questions.get(" ".join(part)) for part in (parts[:place], parts[place:]))
        if first and then and first.topics[ANYBODY] == then.topics[ANYBODY]:
            return first
    return None


def talk_topic(text: str, known: str | None, words: FollowUps) -> str | None:
    """Return the topic of «hur pratar jag med …» where nothing follows but a person, or a pronoun for the one known."""
    said = bare(text)
    start = max((start for start in words.talk_starts if said.startswith(start + " ")), key=len, default=None)
    if start is None:
        return None
    whom = re.sub(r" (?:om det|om detta|om det har|nu|da)$", "", said.removeprefix(start).strip())
    persons = person_in(whom, words)
    if len(persons) == 1 and is_only_about(whom, persons[0], words):
        return words.talk_topics.get(persons[0], words.talk_topic)
    if whom not in _PRONOUNS:
        return None
    person = words.persons.get(known or "")
    return (
        words.talk_topics.get(known or "", words.talk_topic)
        if person and refers_back(whom, person)
        else words.talk_topic
    )


def is_order(text: str, words: FollowUps) -> bool:
    """Return whether a message tells the program to be or to do something else («låtsas att du är …»)."""
    said = words.trimmed(text)
    said = re.sub(r"^(?:kan du|kan ni|vill du|du ska|snalla|hej|ok|okej) ", "", said)
    return any(said == start or said.startswith(start + " ") for start in words.orders)


def is_verdict(text: str, words: FollowUps) -> bool:
    """Return whether a message asks for a verdict on a person: «är han farlig?», «är [namn] extremist?»."""
    said = _VERDICT.fullmatch(bare(text))
    asked = said[1].split() if said else []
    if not asked or len(asked) > _MAX_WORDS_OF_A_VERDICT or asked[-1] not in words.judged:
        return False
    return bool(_NAME.search(text) or set(asked) & _SOMEBODY)
