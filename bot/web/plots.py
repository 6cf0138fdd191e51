"""Bars for the staff's page, as the template draws them in SVG: no script, no style of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

STEP, THICK, HIGH = 20, 16, 100
# As wide as so many bars, so that the text is as large where they are few.
FEWEST_BARS = 20
# How high a bar is that stands for a number too small to be told.
LOW = 3


@dataclass(frozen=True)
class Bar:
    """One bar; `value` is None where it is too small to be told."""

    label: str
    value: int | None
    x: int
    y: float
    height: float
    width: int = THICK


@dataclass(frozen=True)
class Plot:
    """Bars side by side, on a surface so wide and high; `top` is the highest value."""

    bars: tuple[Bar, ...]
    top: int
    width: int
    height: int = HIGH


def plot(values: Sequence[tuple[str, int | None]]) -> Plot:
    """Return the bars of labelled values."""
    top = max((value or 0 for _, value in values), default=0)
    heights = [LOW if value is None else HIGH * value / top if top else 0 for _, value in values]
    bars = [
        Bar(label, value, index * STEP, round(HIGH - height, 1), round(height, 1))
        for index, ((label, value), height) in enumerate(zip(values, heights, strict=True))
    ]
    return Plot(tuple(bars), top, max(len(bars), FEWEST_BARS) * STEP)
