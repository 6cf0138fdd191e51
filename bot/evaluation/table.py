"""`evaluate FOLDER`: the whole of understanding in one table, on messages that were never trained on."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.content.live import live_library
from bot.content.swedish import fold
from bot.evaluation.outcome import Served, served
from bot.evaluation.report import ANSWERED, Case, Report
from bot.evaluation.understanding import load_parser
from bot.settings import Settings

SMALL_TALK = "samspel"
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Measure:
    """One row of the table: a share (0–1), and the floor or ceiling it is held to."""

    name: str
    share: float
    limit: float
    at_most: bool = False

    @property
    def holds(self) -> bool:
        return self.share <= self.limit if self.at_most else self.share >= self.limit


def evaluate_folder(folder: Path) -> list[Measure]:
    """Return the measures for topics, emergencies, hard_negatives and out_of_field (.jsonl) in a folder."""
    settings = Settings.from_environment()
    parse, library = load_parser(settings), live_library(settings.data).get()

    def serve(rows: Rows) -> list[Served]:
        return [served(found, library) for found in parse([row["text"] for row in rows])]

    topics = _read(folder / "topics.jsonl")
    clean = _report(topics, serve)
    spoilt = _report([{**row, "text": spoil(row["text"])} for row in topics], serve)
    emergencies, negatives = serve(_read(folder / "emergencies.jsonl")), serve(_read(folder / "hard_negatives.jsonl"))
    outside = serve(_read(folder / "out_of_field.jsonl"))
    in_field = {id_ for id_, topic in library.topics.items() if topic.group != SMALL_TALK}
    return [
        Measure("answered right at once", clean.right, 0.60),
        Measure("right within one tap", clean.within_one_tap, 0.80),
        Measure("answered wrong", clean.wrong, 0.15, at_most=True),
        Measure("emergencies recognised", _share(emergencies, lambda s: s.outcome == "crisis"), 0.97),
        Measure("false alarms, hard negatives", _share(negatives, lambda s: s.outcome == "crisis"), 0.06, at_most=True),
        Measure("outside the field, not answered", 1 - _share(outside, lambda s: _answers(s, in_field)), 0.93),
        Measure("loss without å ä ö, one typo each", clean.right - spoilt.right, 0.05, at_most=True),
    ]


def as_text(measures: Sequence[Measure]) -> str:
    """Return the table: measure, share, floor or ceiling, and whether it holds."""
    lines = [f"{'measure':36}{'share':>7}{'limit':>9}"]
    for measure in measures:
        limit = f"{'≤' if measure.at_most else '≥'} {measure.limit:.2f}"
        lines.append(f"{measure.name:36}{measure.share:7.3f}{limit:>9}  {'' if measure.holds else 'missed'}")
    return "\n".join(lines)


def spoil(text: str) -> str:
    """Return the text without å, ä and ö, and with two letters of one word swapped. The same every time."""
    plain = "".join(fold(letter.lower()).upper() if letter.isupper() else fold(letter) for letter in text)
    long_enough = [word for word in plain.split() if len(word) >= 4]
    if not long_enough:
        return plain
    chance = random.Random(text)
    word = chance.choice(long_enough)
    at = chance.randrange(1, len(word) - 2)
    return plain.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :], 1)


def _report(rows: Rows, serve: Callable[[Rows], list[Served]]) -> Report:
    cases = (Case(row["text"], frozenset(row["ok"]), got) for row, got in zip(rows, serve(rows), strict=True))
    return Report(tuple(cases), {})


def _answers(what: Served, in_field: set[str]) -> bool:
    return what.outcome in ANSWERED and what.topic in in_field


def _share(found: Sequence[Served], test: Callable[[Served], bool]) -> float:
    return sum(map(test, found)) / len(found) if found else 0.0


def _read(path: Path) -> Rows:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
