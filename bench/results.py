"""Write the figures as a table, with the machine, the versions and the spread; and a plot."""

import os
import platform
import statistics
from datetime import date
from importlib.metadata import version
from pathlib import Path

import matplotlib
import pyperf

from bench.compare import VISITORS, Figures
from bench.growth import Size

SERVERS = ("ours", "stock", "floor")


def write_results(folder: Path, figures: Figures, growth: list[Size], *, examples: int) -> None:
    """Write RESULTS.md and latency.png into a folder."""
    lines = [*_heading(examples), "| figure | ours | stock | floor | ours / stock |", "|---|---|---|---|---|"]
    lines += [_row(name, values) for name, values in figures.values.items()]
    lines += ["", "Median ± median absolute deviation; p95 and p99 of turns in the second table.", ""]
    lines += ["| turn over HTTP, ms | server | p50 | p95 | p99 |", "|---|---|---|---|---|"]
    lines += [_percentiles(name, server, values[server]) for name, values in _turns(figures) for server in values]
    lines += ["", "![Latency by visitors](latency.png)", "", "## Growth (ours)", ""]
    lines += [
        "| topics | examples a topic | training, s | understanding, ms | a turn over HTTP, ms |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {s.topics} | {s.examples} | {s.training:.1f} | {s.understanding:.2f} | {s.turn:.2f} |" for s in growth
    ]
    (folder / "RESULTS.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _plot(folder / "latency.png", figures)


def _heading(examples: int) -> list[str]:
    return [
        "# Orosboten, stock Rasa and the floor",
        "",
        f"Measured {date.today()} with `make bench` on {os.cpu_count()} cores ({platform.machine()}, "
        f"{platform.system()}), Python {platform.python_version()}, Sanic {version('sanic')} (ours and floor).",
        f"All have the same topics with {examples} examples each. Stock: Rasa {version('rasa')} as pip installs it, "
        "`rasa run` and `rasa run actions`, REST channel. Floor: a Sanic handler that sends back its JSON.",
        "",
    ]


def _row(name: str, values: dict[str, list[float]]) -> str:
    cells = [_cell(values[server]) if values.get(server) else "–" for server in SERVERS]
    both = values.get("ours") and values.get("stock")
    ratio = f"{statistics.median(values['ours']) / statistics.median(values['stock']):.3f}" if both else "–"
    return f"| {name} | {' | '.join(cells)} | {ratio} |"


def _cell(values: list[float]) -> str:
    if len(values) < 2:
        return _rounded(values[0])
    measured = pyperf.Benchmark([pyperf.Run(values, metadata={"name": "figure"}, collect_metadata=False)])
    return f"{_rounded(measured.median())} ± {_rounded(measured.median_abs_dev())}"


def _rounded(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _turns(figures: Figures) -> list[tuple[str, dict[str, list[float]]]]:
    return [(name, values) for name, values in figures.values.items() if name.startswith("turn")]


def _percentiles(name: str, server: str, values: list[float]) -> str:
    cuts = statistics.quantiles(values, n=100)
    return f"| {name.removesuffix(', ms')} | {server} | {cuts[49]:.1f} | {cuts[94]:.1f} | {cuts[98]:.1f} |"


def _plot(path: Path, figures: Figures) -> None:
    matplotlib.use("svg")
    from matplotlib import pyplot

    for server in SERVERS:
        medians = [statistics.median(figures.values[f"turn, {n} visitors, ms"][server]) for n in VISITORS]
        pyplot.loglog(VISITORS, medians, marker="o", label=server)
    pyplot.xlabel("visitors at once")
    pyplot.ylabel("median turn, ms")
    pyplot.legend()
    pyplot.savefig(path)
