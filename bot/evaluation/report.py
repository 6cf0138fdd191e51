"""`evaluate`: how often the right thing is served, in figures."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.content.library import Library
from bot.content.live import live_library
from bot.errors import OrosbotenError
from bot.evaluation.outcome import Served, served
from bot.evaluation.understanding import load_parser
from bot.settings import Settings

ANSWERED = ("answer", "handoff", "crisis")
WORST = 15


@dataclass(frozen=True)
class Case:
    """A message, the topics that would do, and what was served."""

    text: str
    ok: frozenset[str]
    got: Served

    @property
    def right(self) -> bool:
        return self.got.topic in self.ok

    @property
    def within_one_tap(self) -> bool:
        return self.right or bool(self.ok & set(self.got.offered[:4]))

    @property
    def wrong(self) -> bool:
        return self.got.outcome in ANSWERED and not self.right


@dataclass(frozen=True)
class Report:
    """Shares (0–1) over all cases, by group and by topic, and what was most often taken for what."""

    cases: tuple[Case, ...]
    groups: dict[str, str]

    @property
    def right(self) -> float:
        return _share(case.right for case in self.cases)

    @property
    def within_one_tap(self) -> float:
        return _share(case.within_one_tap for case in self.cases)

    @property
    def wrong(self) -> float:
        return _share(case.wrong for case in self.cases)

    @property
    def not_answered(self) -> float:
        return _share(case.got.outcome not in ANSWERED and not case.right for case in self.cases)

    def figures(self) -> dict[str, Any]:
        """Return all figures, rounded to three decimals."""
        return {
            "messages": len(self.cases),
            **_figures(self.cases),
            "by_group": {name: _figures(cases) for name, cases in self._split(self._group).items()},
            "by_topic": {name: _figures(cases) for name, cases in self._split(_topic).items()},
            "confusions": [[*pair, count] for pair, count in self._confusions().most_common(WORST)],
        }

    def as_json(self) -> str:
        return json.dumps(self.figures(), ensure_ascii=False, indent=1)

    def as_text(self) -> str:
        """Return the figures as a table."""
        figures = self.figures()
        rows = [("all", _figures(self.cases)), *figures["by_group"].items(), *figures["by_topic"].items()]
        lines = [f"{len(self.cases)} messages", f"{'':32}{'right':>8}{'one tap':>9}{'wrong':>8}{'none':>7}"]
        lines += [f"{n:32}{r['right']:8.3f}{r['one_tap']:9.3f}{r['wrong']:8.3f}{r['none']:7.3f}" for n, r in rows]
        return "\n".join([*lines, "", "taken for:", *(f"{n:4} {a} -> {b}" for a, b, n in figures["confusions"])])

    def _split(self, key: Any) -> dict[str, list[Case]]:
        parts: dict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            parts[key(case)].append(case)
        return dict(sorted(parts.items()))

    def _group(self, case: Case) -> str:
        return f"[{self.groups.get(_topic(case), '?')}]"

    def _confusions(self) -> Counter[tuple[str, str]]:
        return Counter((_topic(case), str(case.got.topic)) for case in self.cases if case.wrong)


def evaluate_files(paths: Sequence[Path]) -> Report:
    """Return the report on the messages in JSON Lines files. Raise OrosbotenError on a line that is not a case."""
    settings = Settings.from_environment()
    parse, library = load_parser(settings), live_library(settings.data).get()
    rows = [row for path in paths for row in _read(path, library)]
    parses = parse([text for text, _ in rows])
    cases = tuple(Case(text, ok, served(found, library)) for (text, ok), found in zip(rows, parses, strict=True))
    return Report(cases, {id_: topic.group for id_, topic in library.topics.items()})


def _read(path: Path, library: Library) -> list[tuple[str, frozenset[str]]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            rows.append((row["text"], frozenset(row["ok"])))
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise OrosbotenError(
                f"{path}:{number}: expected an object with 'text' and 'ok' (a list of topics)."
            ) from error
    return rows


def _figures(cases: Sequence[Case]) -> dict[str, float]:
    report = Report(tuple(cases), {})
    shares = {"right": report.right, "one_tap": report.within_one_tap, "wrong": report.wrong}
    return {name: round(share, 3) for name, share in {**shares, "none": report.not_answered}.items()}


def _share(flags: Any) -> float:
    found = list(flags)
    return sum(found) / len(found) if found else 0.0


def _topic(case: Case) -> str:
    return sorted(case.ok)[0] if case.ok else "-"
