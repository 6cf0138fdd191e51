"""One message to the visitor, ready to be shown as JSON or HTML."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["answer", "clarify", "crisis", "handoff", "unknown", "language"]

# What the bot says on its own behalf; everything else is an answer.
KINDS: dict[str, Kind] = {
    "oklart": "clarify",
    "okant": "unknown",
    "okant_igen": "unknown",
    "utanfor": "unknown",
    "fel": "unknown",
    "for_langt": "unknown",
    "for_ofta": "unknown",
    "fullt": "unknown",
    "borjar_om": "unknown",
    "avstangd": "unknown",
    "overlamning": "handoff",
    "prata_med_manniska": "handoff",
    "annat_sprak": "language",
    "engelska": "language",
    "kort_lugnare": "crisis",
}


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
class Reply:
    """One message. `text` is plain text, paragraphs apart by a blank line; `more` is shown folded."""

    text: str
    kind: Kind = "answer"
    topic: str | None = None
    title: str = ""
    more: str = ""
    choices: tuple[Choice, ...] = ()
    sources: tuple[SourceLink, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the message as the API documents it."""
        return asdict(self)
