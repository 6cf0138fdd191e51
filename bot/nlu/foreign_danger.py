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

    def topics(self, text: str, language: str | None) -> list[str]:
        """Return the cards to show; none for Swedish, or where no word for danger is found.

        Latin letters may hide the language: one common word beside the word for danger is then enough.
        """
        found = {concept.id for concept in self._concepts.find(text)}
        codes = {id_.removeprefix(DANGER) for id_ in found if id_.startswith(DANGER)}
        spoken = {code for code in codes if f"{COMMON}{code}" in found}
        foreign = language not in (None, SWEDISH)
        return TOPICS if codes and (foreign or spoken - {"en"}) else []
