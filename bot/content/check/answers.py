"""Which answer is drawn: one for everybody, and at most one more for each kind of reader."""

from collections.abc import Iterator

from bot.content.check.checked_file import CheckedTopic
from bot.content.check.fault import Fault
from bot.content.check.project import Project

MAX_TITLE = 60
MAX_CARD_LINES = 5
CARDS = {"kort": "Ring", "kort_en": "Call"}


def check(project: Project) -> Iterator[Fault]:
    """Yield a fault for each answer that Rasa would draw at random or never, and for titles nobody can tell apart."""
    for topic in project.sound_topics():
        yield from _conditions(topic)
        yield from _title(topic)
        yield from _card(topic)
    yield from _same_title(project)


def _conditions(topic: CheckedTopic) -> Iterator[Fault]:
    readers: list[str] = []
    for index, answer in enumerate(topic.answers):
        keys = (*topic.answer_keys, index)
        if index == 0 and "condition" in answer:
            yield topic.source.fault(
                "det första svaret har ett villkor", "Sätt svaret till alla först, utan «condition»", *keys
            )
        elif index and "condition" not in answer:
            wrong = "det här är ett svar till, utan villkor: Rasa skulle dra ett av dem på måfå"
            yield topic.source.fault(wrong, "Ta bort det, eller ge det ett «condition» för en läsare", *keys)
        elif index:
            readers += [condition["value"] for condition in answer["condition"]]
            if len(answer["condition"]) > 1:
                yield topic.source.fault("svaret har mer än ett villkor", "Skriv en variant för varje läsare", *keys)
            if readers[-1] in readers[:-1]:
                wrong = f"det finns redan ett svar för läsaren '{readers[-1]}'"
                yield topic.source.fault(wrong, "Ta bort det ena", *keys)


def _title(topic: CheckedTopic) -> Iterator[Fault]:
    title = topic.answers[0]["metadata"]["titel"]
    if len(title) > MAX_TITLE:
        keys = (*topic.answer_keys, 0, "metadata", "titel")
        wrong = f"titeln har {len(title)} tecken, och får ha {MAX_TITLE} för att rymmas på en knapp"
        yield topic.source.fault(wrong, "Skriv den kortare", *keys)


def _card(topic: CheckedTopic) -> Iterator[Fault]:
    metadata = topic.answers[0]["metadata"]
    for part, begins in CARDS.items():
        lines = metadata.get(part, "").strip().splitlines()
        keys = (*topic.answer_keys, 0, "metadata", part)
        if not lines:
            if set(CARDS) & set(metadata):
                wrong = f"nödkortet finns inte på båda språken: '{part}' saknas"
                yield topic.source.fault(wrong, "Skriv det på svenska (kort) och engelska (kort_en)", *keys[:-1])
            continue
        if not lines[0].startswith(begins + " {"):
            mend = f"Börja med «{begins} {{sos_telefon}} …»"
            yield topic.source.fault("nödkortet börjar inte med numret", mend, *keys)
        if len(lines) > MAX_CARD_LINES:
            wrong = f"nödkortet har {len(lines)} rader, och får ha {MAX_CARD_LINES}"
            yield topic.source.fault(wrong, "Behåll det man måste göra nu", *keys)


def _same_title(project: Project) -> Iterator[Fault]:
    seen: dict[str, CheckedTopic] = {}
    for topic in project.sound_topics():
        title = topic.answers[0]["metadata"]["titel"].casefold()
        if title in seen and not topic.is_system:
            wrong = f"titeln är densamma som i {seen[title].source.name}: på knapparna går de inte att skilja åt"
            yield topic.source.fault(wrong, "Skriv om den ena", *topic.answer_keys, 0, "metadata", "titel")
        if not topic.is_system:
            seen.setdefault(title, topic)
