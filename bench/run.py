"""`python -m bench.run`: set up, train, serve and measure all three; write bench/RESULTS.md."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.compare import (
    ANSWERED,
    WITH_ACTION,
    Command,
    Figures,
    fresh,
    measure_start,
    measure_turns,
    megabytes,
    time_command,
)
from bench.content import write_ours, write_stock
from bench.growth import measure_growth
from bench.live_edit import measure_edit
from bench.results import write_results
from bench.servers import Server, running

ROOT = Path(__file__).parent.parent
WORK = ROOT / "results" / "bench"
OUR_ENVIRONMENT, STOCK_ENVIRONMENT = ROOT / ".venv-base", ROOT / ".venv-stock"
TRAIN = [str(OUR_ENVIRONMENT / "bin" / "python"), "-m", "bot", "train"]
EXAMPLES = 10
ROUNDS = 3
TURNS = 60
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith("OROSBOTEN_")}
LIMITS = ("TURNS_A_MINUTE", "MAX_TURNS", "STARTS_A_MINUTE", "MESSAGES_A_MINUTE", "MAX_CONVERSATIONS")
# All visitors come from this machine.
UNLIMITED = PLAIN | {f"OROSBOTEN_{name}": "1000000" for name in LIMITS}


def main() -> None:
    """Measure everything. Takes about 20 minutes on two cores, half of it stock training."""
    figures = Figures()
    ours, stock = fresh(WORK / "ours"), fresh(WORK / "stock")
    write_ours(ours / "data", examples=EXAMPLES)
    write_stock(stock, examples=EXAMPLES)
    servers = _servers(ours, stock)
    _, ours_server, _ = servers
    _first_answer(figures, ours, stock, servers)
    _edit_an_example(figures, ours)
    for number in range(ROUNDS):
        _say(f"start, round {number + 1}")
        measure_start(figures, servers)
    _parse(figures, ours, stock)
    _say("turns")
    measure_turns(figures, servers, rounds=ROUNDS, turns=TURNS)
    _say("an edited answer")
    measure_edit(figures, ours_server, ours / "data")
    _say("growth")
    growth = measure_growth(fresh(WORK / "growth"), UNLIMITED)
    write_results(ROOT / "bench", figures, growth, examples=EXAMPLES)


def ours_environment(folder: Path) -> dict[str, str]:
    """Return the settings that make this bot use a folder's data and model, without limits."""
    return UNLIMITED | {
        "OROSBOTEN_DATA": str(folder / "data"),
        "OROSBOTEN_MODELS": str(folder / "models"),
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }


def _first_answer(figures: Figures, ours: Path, stock: Path, servers: Sequence[Server]) -> None:
    """Everything a newcomer waits for: environment (packages come from the installer's cache), training, start."""
    train_stock = [str(STOCK_ENVIRONMENT / "bin" / "rasa"), "train", "--fixed-model-name", "stock"]
    environment = PLAIN | {"RASA_TELEMETRY_ENABLED": "false"}
    _, ours_server, stock_server = servers
    for server, level, folder, train in (
        (ours_server, "base", OUR_ENVIRONMENT, Command(TRAIN, ROOT, ours_environment(ours))),
        (stock_server, "stock", STOCK_ENVIRONMENT, Command(train_stock, stock, environment)),
    ):
        _say(f"environment, training, first answer: {server.name}")
        setup = [sys.executable, "scripts/setup.py", level, "--venv", str(fresh(folder))]
        seconds = time_command(figures, "environment from nothing", server.name, Command(setup, ROOT, PLAIN))
        figures.add("environment, MB", server.name, megabytes(folder))
        seconds += time_command(figures, "training, cold", server.name, train)
        with running(server) as up:
            figures.add("clone → first answer, s", server.name, seconds + up.ready_seconds)


def _edit_an_example(figures: Figures, ours: Path) -> None:
    topic = ours / "data" / "orostelefonen" / "oppettider.yml"
    text = topic.read_text(encoding="utf-8")
    edited = text.replace("examples: '", "examples: '- när får man ringa till er egentligen\n\n      ", 1)
    assert edited != text, f"no examples in {topic}"
    topic.write_text(edited, encoding="utf-8")
    time_command(figures, "training after one edited example", "ours", Command(TRAIN, ROOT, ours_environment(ours)))


def _parse(figures: Figures, ours: Path, stock: Path) -> None:
    messages = "\n".join((ANSWERED + WITH_ACTION) * 10)
    for name, python, model, environment in (
        ("ours", sys.executable, ours / "models" / "orosboten.tar.gz", ours_environment(ours)),
        ("stock", str(STOCK_ENVIRONMENT / "bin" / "python"), stock / "models" / "stock.tar.gz", PLAIN),
    ):
        command = [python, str(ROOT / "bench" / "parse_time.py"), str(model), *(["ours"] if name == "ours" else [])]
        environment = environment | {"PYTHONPATH": str(ROOT) if name == "ours" else "", "LOG_LEVEL": "ERROR"}
        said = subprocess.run(command, input=messages, env=environment, check=True, capture_output=True, text=True)
        figures.add("understanding one message, ms", name, float(said.stdout.split()[-1]))


def _servers(ours: Path, stock: Path) -> list[Server]:
    rasa = str(STOCK_ENVIRONMENT / "bin" / "rasa")
    settings = ours_environment(ours) | {"OROSBOTEN_PORT": "18181"}
    run = (rasa, "run", "--port", "18182", "-i", "127.0.0.1")
    return [
        Server("floor", ((sys.executable, "-m", "bench.floor", "18183"),), ROOT, 18183),
        Server("ours", ((str(OUR_ENVIRONMENT / "bin" / "python"), "-m", "bot", "serve"),), ROOT, 18181, settings),
        Server("stock", (run, (rasa, "run", "actions", "--port", "5055")), stock, 18182),
    ]


def _say(text: str) -> None:
    print(f"== {text}", flush=True)


if __name__ == "__main__":
    main()
