"""How training and understanding grow with topics and with examples (this bot only)."""

import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.compare import ANSWERED, Command, Figures, time_command
from bench.content import write_ours
from bench.servers import Server, running
from bench.visitors import join_ours, talk

ROOT = Path(__file__).parent.parent
TOPICS = (35, 70, 121, 540)
EXAMPLES = (20, 50, 100)


@dataclass(frozen=True)
class Size:
    """What one size costs: seconds to train, milliseconds to understand a message and to answer it over HTTP."""

    topics: int
    examples: int
    training: float
    understanding: float
    turn: float


def measure_growth(folder: Path, environment: dict[str, str]) -> list[Size]:
    """Train and measure at every size."""
    sizes = [(topics, EXAMPLES[0]) for topics in TOPICS] + [(121, examples) for examples in EXAMPLES[1:]]
    return [_measure(folder / f"{topics}-{examples}", environment, topics, examples) for topics, examples in sizes]


def _measure(folder: Path, environment: dict[str, str], topics: int, examples: int) -> Size:
    write_ours(folder / "data", examples=examples, topics=topics)
    domain = _domain(folder)
    settings = environment | {
        "OROSBOTEN_DATA": str(folder / "data"),
        "OROSBOTEN_MODELS": str(folder / "models"),
        "OROSBOTEN_DOMAIN": str(domain),
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }
    figures = Figures()
    train = Command([sys.executable, "-m", "bot", "train"], ROOT, settings)
    seconds = time_command(figures, "training", "ours", train)
    command = [sys.executable, str(ROOT / "bench" / "parse_time.py"), str(folder / "models" / "orosboten.tar.gz")]
    environment = settings | {"PYTHONPATH": str(ROOT), "LOG_LEVEL": "ERROR"}
    messages = "\n".join(ANSWERED * 20)
    said = subprocess.run(
        [*command, "ours"], input=messages, env=environment, check=True, capture_output=True, text=True
    )
    return Size(topics, examples, seconds, float(said.stdout.split()[-1]), _turn(settings))


def _turn(settings: dict[str, str]) -> float:
    """Return the median milliseconds of a turn over HTTP."""
    server = Server(
        "ours", ((sys.executable, "-m", "bot", "serve"),), ROOT, 18184, settings | {"OROSBOTEN_PORT": "18184"}
    )
    with running(server):
        times, _ = talk(join_ours, server.url, visitors=1, messages=ANSWERED, turns=60)
    return 1000 * statistics.median(times[0][10:])


def _domain(folder: Path) -> Path:
    """Write a domain that names exactly the topics in the folder."""
    names = {path.stem for path in (folder / "data").glob("*/*.yml")}
    known = set()
    lines = []
    for line in Path("domain.yml").read_text(encoding="utf-8").splitlines():
        name = line.removeprefix("- ").strip()
        is_topic = any((ROOT / "data").glob(f"*/{name}.yml"))
        if not line.startswith("- ") or not is_topic or name in names:
            lines.append(line)
            known.add(name)
        if line == "intents:":
            lines += [f"- {new}" for new in sorted(names) if not any((ROOT / "data").glob(f"*/{new}.yml"))]
    path = folder / "domain.yml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
