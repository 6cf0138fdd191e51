"""`python -m bench.run`: set up, train, serve and measure all three; write bench/RESULTS.md."""

import os
import subprocess
import sys
from pathlib import Path

from bench.compare import (
    ANSWERED,
    WITH_ACTION,
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
from bench.servers import Server

ROOT = Path(__file__).parent.parent
WORK = ROOT / "results" / "bench"
STOCK_ENVIRONMENT = ROOT / ".venv-stock"
EXAMPLES = 10
ROUNDS = 3
TURNS = 60
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith("OROSBOTEN_")}


def main() -> None:
    """Measure everything. Takes about 20 minutes on two cores, most of it stock training."""
    figures = Figures()
    _say("environments")
    figures.add("environment, MB", "ours", megabytes(_environment("base", ROOT / ".venv-base")))
    figures.add("environment, MB", "stock", megabytes(_environment("stock", STOCK_ENVIRONMENT)))
    ours, stock = fresh(WORK / "ours"), fresh(WORK / "stock")
    write_ours(ours / "data", examples=EXAMPLES)
    write_stock(stock, examples=EXAMPLES)
    _train(figures, ours, stock)
    servers = _servers(ours, stock)
    for number in range(ROUNDS):
        _say(f"start, round {number + 1}")
        measure_start(figures, servers)
    _parse(figures, ours, stock)
    _say("turns")
    measure_turns(figures, servers, rounds=ROUNDS, turns=TURNS)
    _say("an edited answer")
    measure_edit(figures, servers[0], ours / "data")
    _say("growth")
    growth = measure_growth(fresh(WORK / "growth"), PLAIN)
    write_results(ROOT / "bench", figures, growth, examples=EXAMPLES)


def ours_environment(folder: Path) -> dict[str, str]:
    """Return the settings that make this bot use a folder's data and model."""
    return PLAIN | {
        "OROSBOTEN_DATA": str(folder / "data"),
        "OROSBOTEN_MODELS": str(folder / "models"),
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }


def _environment(level: str, folder: Path) -> Path:
    subprocess.run([sys.executable, "scripts/setup.py", level, "--venv", str(folder)], cwd=ROOT, check=True)
    return folder


def _train(figures: Figures, ours: Path, stock: Path) -> None:
    _say("training, ours")
    train = [sys.executable, "-m", "bot", "train"]
    figures.add("training, cold, s", "ours", time_command(train, ROOT, ours_environment(ours)))
    topic = next((ours / "data" / "orostelefonen").glob("oppettider.yml"))
    topic.write_text(
        topic.read_text().replace("examples: '", "examples: '- när får man ringa till er egentligen\n\n      ", 1)
    )
    figures.add("training after one edited example, s", "ours", time_command(train, ROOT, ours_environment(ours)))
    _say("training, stock: some minutes")
    train = [str(STOCK_ENVIRONMENT / "bin" / "rasa"), "train", "--fixed-model-name", "stock"]
    environment = PLAIN | {"RASA_TELEMETRY_ENABLED": "false"}
    figures.add("training, cold, s", "stock", time_command(train, stock, environment))


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
        Server("ours", ((sys.executable, "-m", "bot", "serve"),), ROOT, 18181, settings),
        Server("stock", (run, (rasa, "run", "actions", "--port", "5055")), stock, 18182),
    ]


def _say(text: str) -> None:
    print(f"== {text}", flush=True)


if __name__ == "__main__":
    main()
