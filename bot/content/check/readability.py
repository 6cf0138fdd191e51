"""Short sentences, short words, few of them: measured on the text as the reader sees it."""

from collections.abc import Iterator
from datetime import date

from bot.content.check.fault import Fault
from bot.content.check.passages import Passage, as_read, passages, readable_facts
from bot.content.check.project import Project
from bot.content.facts import Fact
from bot.content.readability import LONG_WORD, lix, longest_sentence, words

MAX_WORDS = {"text": 90, "las_mer": 250, "lattlast": 70, "kort": 60, "kort_en": 75}
MAX_SENTENCE = 20
MAX_PARAGRAPHS = 4
MAX_LIX, MAX_LIX_OF_LAW, MAX_LIX_OF_PLAIN, MORE_LIX = 30, 40, 27, 6
LAW_GROUPS = ("lag", "skola", "samhalle")
LONGEST_SHOWN = 8
# Facts are measured as they stand while they are valid: what is shown afterwards is another text.
WHILE_VALID = date.min


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each text that is too long or too hard."""
    facts, names = readable_facts(project), names_of_contacts(project)
    for passage in passages(project):
        if passage.part != "titel":
            yield from _length(passage, as_read(passage.text, facts, WHILE_VALID))
            yield from _lix(passage, as_read(passage.text, facts, WHILE_VALID), names)
            yield from _sentences(passage, facts)


def names_of_contacts(project: Project) -> frozenset[str]:
    """Return the words in the names of contacts, with and without a genitive s: they are looked up, not read."""
    contacts = project.facts.entries("kontakter").values()
    found = {word.casefold() for contact in contacts for word in words(contact["namn"])}
    return frozenset(found | {word + "s" for word in found})


def lix_limit(part: str, group: str) -> int:
    """Return the highest LIX a part of an answer in a group may have."""
    if part == "lattlast":
        return MAX_LIX_OF_PLAIN
    limit = MAX_LIX_OF_LAW if group in LAW_GROUPS else MAX_LIX
    return limit + (MORE_LIX if part == "las_mer" else 0)


def _length(passage: Passage, text: str) -> Iterator[Fault]:
    count, limit = len(words(text)), MAX_WORDS[passage.part]
    if count > limit:
        wrong = f"'{passage.part}' är {count} ord när fakta är ifyllda, och får vara {limit}"
        yield passage.fault(wrong, "Stryk det läsaren klarar sig utan, eller flytta det till las_mer")
    paragraphs = len([part for part in text.split("\n\n") if part.strip()])
    if passage.part == "text" and paragraphs > MAX_PARAGRAPHS:
        wrong = f"svaret har {paragraphs} stycken, och får ha {MAX_PARAGRAPHS}"
        yield passage.fault(wrong, "Slå ihop dem, eller flytta ett till las_mer")


def _lix(passage: Passage, text: str, names: frozenset[str]) -> Iterator[Fault]:
    value, limit = lix(text, names=names), lix_limit(passage.part, passage.group)
    if value > limit:
        long_words = {word.casefold() for word in words(text) if len(word) > LONG_WORD} - names
        longest = ", ".join(sorted(long_words, key=len, reverse=True)[:LONGEST_SHOWN])
        wrong = f"'{passage.part}' är svår att läsa: LIX {value:.1f}, och får vara {limit}"
        yield passage.fault(wrong, f"Dela meningar och byt långa ord, till exempel {longest}")


def _sentences(passage: Passage, facts: dict[str, Fact]) -> Iterator[Fault]:
    for line in passage.text.splitlines():
        sentence = longest_sentence(as_read(line, facts, WHILE_VALID))
        count = len(words(sentence))
        if count > MAX_SENTENCE:
            wrong = f"meningen är {count} ord, och får vara {MAX_SENTENCE}: «{sentence}»"
            yield passage.fault(wrong, "Dela den i två", needle=line.strip())
