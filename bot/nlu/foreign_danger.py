"""Danger in other languages: word lists only, since no examples teach the detector those languages."""

from pathlib import Path

from bot.nlu.concepts import concept_matcher
from bot.nlu.language import SWEDISH

DANGER, COMMON = "fara_", "sprak_"
TOPICS = ["akut_planerat_vald"]


class ForeignDanger:
    """Finds the words for danger of data/lexikon/sprak.yml in a message that is in their language."""

    def __init__(self, data: Path) -> None:
        self._concepts = concept_matcher(data / "lexikon")

    def language_of(self, text: str, language: str | None) -> str | None:
        """Return the language in which a message tells of danger; None for Swedish, or where none is told.

        A short message may pass for Swedish: several words for danger in a row, or a common word beside one, tell.
        """
        concepts = self._concepts.find(text)
        found, phrases = {c.id for c in concepts}, {c.id for c in concepts if " " in c.words}
        codes = {id_.removeprefix(DANGER) for id_ in found if id_.startswith(DANGER)}
        told = {code for code in codes if f"{COMMON}{code}" in found or f"{DANGER}{code}" in phrases}
        foreign = language not in (None, SWEDISH)
        if foreign:
            return language if codes else None
        return min(told - {"en"}, default=None)
