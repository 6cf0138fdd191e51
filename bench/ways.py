"""The ways of understanding that are compared, their table and their plots."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import matplotlib
import numpy as np

from bot.nlu import analysers

matplotlib.use("Agg")
from matplotlib import pyplot

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "bilder"
TOPIC, ALARM = {"pieces": 1.0, "words": 1.0, "concepts": 0.6}, {"pieces": 1.0, "words": 1.0, "pairs": 0.6}
LEAD = 0.75


@dataclass
class Way:
    """One way to understand: what is left out, and what it reached."""

    name: str
    share: float = 1.0
    topic: dict[str, float] = field(default_factory=lambda: dict(TOPIC))
    alarm: dict[str, float] = field(default_factory=lambda: dict(ALARM))
    lead: float = LEAD
    spelling: bool = True
    milieus: frozenset[str] = analysers.MILIEUS
    pieces: range = analysers.PIECE_SIZES
    examples: int = 0
    best: float = 0.0
    among_four: float = 0.0
    at_6: float = 0.0
    at_10: float = 0.0


def write_table(measured: Sequence[Way]) -> None:
    """Write bench/UNDERSTANDING.md."""
    lines = [
        "# What each part of the understanding is worth",
        "",
        "`python -m bench.understanding`, on the development half: the best topic right, a right one among the four",
        "best, and emergencies recognised where 6 % and 10 % of the hard negatives raise a false alarm.",
        "",
        "| way | examples | best topic | among four | emergencies at 6 % | at 10 % |",
        "|---|---|---|---|---|---|",
        *(
            f"| {w.name} | {w.examples} | {w.best:.3f} | {w.among_four:.3f} | {w.at_6:.3f} | {w.at_10:.3f} |"
            for w in measured
        ),
    ]
    (ROOT / "bench" / "UNDERSTANDING.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def plot_calibration(confidence: np.ndarray, right: np.ndarray) -> None:
    """Plot how often the best topic is right against how sure the model is; a dot's size is how many messages."""
    edges = np.linspace(0, 1, 11)
    bins = [(confidence >= low) & (confidence <= high) for low, high in zip(edges, edges[1:], strict=False)]
    points = [(confidence[b].mean(), right[b].mean(), b.sum()) for b in bins if b.any()]
    figure, axes = pyplot.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1)
    axes.scatter([x for x, _, _ in points], [y for _, y, _ in points], [2 * n for *_, n in points])
    axes.set(xlabel="så säker är modellen", ylabel="så ofta har den rätt", title="Kalibrering, utvecklingshalvan")
    figure.savefig(PICTURES / "kalibrering.png", dpi=90)


def plot_curve(measured: Sequence[Way]) -> None:
    """Plot what is reached against how many examples there are."""
    points = sorted(measured, key=lambda way: way.examples)
    figure, axes = pyplot.subplots(figsize=(6, 4))
    for name, label in (("best", "bästa ämnet"), ("among_four", "bland fyra"), ("at_6", "akuta vid 6 % falska larm")):
        axes.plot([way.examples for way in points], [getattr(way, name) for way in points], marker="o", label=label)
    axes.set(xlabel="exempel", ylabel="andel rätt", title="Inlärningskurva, utvecklingshalvan")
    axes.legend()
    figure.savefig(PICTURES / "larkurva.png", dpi=90)
