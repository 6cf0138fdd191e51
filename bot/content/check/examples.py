"""Examples: enough of them, each in one place only, and none that also measures the bot."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.check.checked_file import CheckedTopic
from bot.content.check.fault import Fault
from bot.content.check.project import Project
from bot.content.swedish import fold, normalise

MIN_EXAMPLES = 20
MIN_WORDS_ALIKE = 6
MESSAGES = "tests/nlu/*/*.jsonl"
_NOT_WORD = re.compile(r"(?:[^\w\n]|_)+")
_MARKUP = re.compile(r"[\[\]{}]")


@dataclass(frozen=True)
class Example:
    """A line of examples and what is left of it when case, punctuation and å, ä, ö are folded."""

    topic: CheckedTopic
    block: int
    number: int
    text: str
    folded: str

    def fault(self, wrong: str, mend: str) -> Fault:
        """Return a fault on the line of this example."""
        first = self.topic.source.line("nlu", self.block, "examples")
        return Fault(self.topic.source.name, first + self.number, wrong, mend)

    @property
    def place(self) -> str:
        return f"{self.topic.source.name}:{self.topic.source.line('nlu', self.block, 'examples') + self.number}"


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each example that teaches nothing, teaches two things, or makes a measurement false."""
    examples = []
    for topic in project.topics:
        if topic.is_sound("nlu") and not topic.is_system:
            own = list(_examples(topic))
            yield from _enough(topic, own)
            examples += own
    for example in examples:
        yield from _shape(example)
    yield from _twice(examples)
    yield from _alike(examples)
    yield from _in_tests(project, examples)


def folded(text: str) -> str:
    """Return the words of a text as the model sees them: small letters, no å, ä, ö; signs only if there is no word."""
    return all_folded([text.replace("\n", " ")])[0]


def all_folded(lines: list[str]) -> list[str]:
    """Return each line as the model sees it. All at once: it is three times as fast."""
    bare = _NOT_WORD.sub(" ", fold(normalise("\n".join(lines)))).split("\n") if lines else []
    return [words.strip() or line.strip() for words, line in zip(bare, lines, strict=True)]


def _examples(topic: CheckedTopic) -> Iterator[Example]:
    for block, part in enumerate(topic.source.content.get("nlu", [])):
        lines = [line.strip() for line in part["examples"].splitlines()]
        bare = all_folded([line.removeprefix("-").strip() for line in lines])
        for number, (line, words) in enumerate(zip(lines, bare, strict=True), start=1):
            if line:
                yield Example(topic, block, number, line, words)


def _enough(topic: CheckedTopic, examples: list[Example]) -> Iterator[Fault]:
    if len(examples) < MIN_EXAMPLES:
        mend = f"Skriv minst {MIN_EXAMPLES}, med olika ord: det är de som lär boten känna igen frågan"
        yield topic.source.fault(f"det finns bara {len(examples)} exempel", mend, "nlu")


def _shape(example: Example) -> Iterator[Fault]:
    if not example.folded:
        yield example.fault("exemplet är tomt", "Skriv en fråga efter strecket, eller ta bort raden")
    elif not example.text.startswith("- "):
        yield example.fault("exemplet läses inte: det saknar streck", "Börja raden med «- »")
    elif example.text[2:].strip().startswith("/"):
        yield example.fault("exemplet börjar med «/»: Rasa läser det som ett kommando", "Ta bort snedstrecket")
    elif _MARKUP.search(example.text):
        yield example.fault("exemplet har hakparentes eller klammer: Rasa läser dem som märkning", "Skriv utan dem")


def _twice(examples: list[Example]) -> Iterator[Fault]:
    seen: dict[str, Example] = {}
    for example in examples:
        if example.folded and example.folded in seen:
            yield example.fault(f"exemplet finns redan ({seen[example.folded].place})", "Ta bort det ena")
        seen.setdefault(example.folded, example)


def _alike(examples: list[Example]) -> Iterator[Fault]:
    """Longer examples of one topic alike but for a word count as one, as do any two of the same words.

    Between topics one word may make all the difference: «de låser in hönsen», «de låser in mig».
    """
    seen: dict[int, Example] = {}
    for example in examples:
        words = [hash(word) for word in example.folded.split()]
        if len(words) < MIN_WORDS_ALIKE:
            continue
        # A sum of hashes stands for a bag of words: cheap to take one word out of.
        bag = sum(words)
        own = bag + hash(example.topic.id)
        bags = {bag, own, *(own - word for word in words)}
        others = [other for key in bags if (other := seen.setdefault(key, example)).folded != example.folded]
        if others:
            mend = "Skriv om det med andra ord, eller ta bort det"
            yield example.fault(f"exemplet är nästan likadant som {others[0].place}", mend)


def _in_tests(project: Project, examples: list[Example]) -> Iterator[Fault]:
    places: dict[str, str] = {}
    for path in sorted(project.root.glob(MESSAGES)):
        name = path.relative_to(project.root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text = _message(line)
            if text is None:
                yield Fault(name, number, "raden går inte att läsa", 'Skriv som {"text": "…", "ok": ["ett_amne"]}')
            else:
                places.setdefault(folded(text), f"{name}:{number}")
    for example in examples:
        if example.folded in places:
            wrong = f"exemplet mäter redan boten ({places[example.folded]}), och får inte också lära den"
            yield example.fault(wrong, "Ta bort exemplet")


def _message(line: str) -> str | None:
    """Return the text of a line of a test set."""
    try:
        return str(json.loads(line)["text"])
    except (ValueError, KeyError, TypeError):
        return None
