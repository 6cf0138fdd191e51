"""One message to the visitor, ready to be shown as JSON or HTML."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["answer", "clarify", "question", "crisis", "handoff", "unknown", "language", "notice", "fault"]

# What the bot says on its own behalf; everything else is an answer.
KINDS: dict[str, Kind] = {
    "oklart": "clarify",
    "okant": "unknown",
    "okant_igen": "unknown",
    "utanfor": "unknown",
    "fel": "fault",
    "for_langt": "fault",
    "for_ofta": "fault",
    "fullt": "fault",
    "avstangd": "fault",
    "borjar_om": "notice",
    "personuppgift": "notice",
    "overlamning": "handoff",
    "overlamning_oppet": "handoff",
    "overlamning_stangt": "handoff",
    "overlamning_okant": "handoff",
    "prata_med_manniska": "handoff",
    "oppet_en": "handoff",
    "stangt_en": "handoff",
    "okant_en": "handoff",
    "annat_sprak": "language",
    "engelska": "language",
    "kort_lugnare": "crisis",
    "lugnare_en": "crisis",
}
ENGLISH = ("engelska", "oppet_en", "stangt_en", "okant_en", "lugnare_en", "osaker_en")


@dataclass(frozen=True)
class Choice:
    """Something the visitor can ask with one tap."""

    id: str
    title: str


@dataclass(frozen=True)
class SourceLink:
    """The page an answer rests on. `checked` is an ISO date."""

    title: str
    url: str
    checked: str


@dataclass(frozen=True)
class Human:
    """The way to a human under an answer: the number and whether it is open now; `more` is shown folded."""

    text: str
    more: str


@dataclass(frozen=True)
class Reply:
    """One message. `text` is plain text, paragraphs apart by a blank line; `more` is shown folded.

    `question` names what the bot asks here; `held` is the topic whose tips wait until the danger is over.
    """

    text: str
    kind: Kind = "answer"
    topic: str | None = None
    title: str = ""
    more: str = ""
    choices: tuple[Choice, ...] = ()
    sources: tuple[SourceLink, ...] = ()
    language: str = "sv"
    human: Human | None = None
    question: str | None = None
    held: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the message as the API documents it."""
        return asdict(self)
