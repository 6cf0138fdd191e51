"""How well personal details are found: recall a kind, and precision over the messages that must be kept."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.content.live import LiveLibrary
from bot.privacy.mask import Own, mask, own_facts

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_MARKED = re.compile("⟦(.*?)⟧")
_LETTER_OR_DIGIT = re.compile(r"\w+")


@dataclass(frozen=True)
class Kind:
    """One kind of detail: how many there were, and which were missed."""

    name: str
    total: int
    missed: tuple[str, ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.total


@dataclass(frozen=True)
class Result:
    """Every kind, and the messages in which something was masked that should have been kept."""

    kinds: tuple[Kind, ...]
    kept: int
    harmed: tuple[str, ...]

    @property
    def recall(self) -> float:
        return 1 - sum(len(kind.missed) for kind in self.kinds) / sum(kind.total for kind in self.kinds)

    @property
    def precision(self) -> float:
        """Of the messages in which something was masked, the share where it should be."""
        found = sum(kind.total - len(kind.missed) for kind in self.kinds)
        return found / (found + len(self.harmed))

    def as_text(self) -> str:
        rows = [f"{kind.name:14}{kind.total:5}{len(kind.missed):8}{kind.recall:8.3f}" for kind in self.kinds]
        last = (
            f"recall {self.recall:.3f}, precision {self.precision:.3f}, {len(self.harmed)} of {self.kept} kept harmed"
        )
        return "\n".join([f"{'kind':14}{'all':>5}{'missed':>8}{'recall':>8}", *rows, last])


def measure(half: str) -> Result:
    """Return the result on one half, `dev` or `test`."""
    own = own_facts(LiveLibrary(ROOT / "data").get())
    rows = [line.split("\t") for line in _lines(HERE / half / "personal.tsv")]
    kinds = []
    for name in dict.fromkeys(kind for kind, _ in rows):
        texts = [text for kind, text in rows if kind == name]
        kinds.append(Kind(name, len(texts), tuple(text for text in texts if not _is_hidden(text, own))))
    kept = _lines(HERE / half / "keep.txt")
    return Result(tuple(kinds), len(kept), tuple(text for text in kept if mask(text, own) != text))


def _is_hidden(marked: str, own: Own) -> bool:
    """Return whether nothing of the marked details is left, and everything before them is."""
    details = _MARKED.findall(marked)
    masked = mask(_MARKED.sub(r"\1", marked), own)
    left = set(_LETTER_OR_DIGIT.findall(masked)) - set(_LETTER_OR_DIGIT.findall(_MARKED.sub(" ", marked)))
    return "[" in masked and not any(left & set(_LETTER_OR_DIGIT.findall(detail)) for detail in details)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#\x20")]


if __name__ == "__main__":
    result = measure(sys.argv[1])
    print(result.as_text())
    if sys.argv[1] == "dev":
        print(*(f"MISSED {text}" for kind in result.kinds for text in kind.missed), sep="\n")
        print(*(f"HARMED {text}" for text in result.harmed), sep="\n")
