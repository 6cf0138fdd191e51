"""The command line: `python -m bot --help`."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import OrosbotenError

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def serve(context: typer.Context) -> None:
    """Answer on http://127.0.0.1:8080 until stopped."""
    from bot.refusals import refuse_arguments
    from bot.serve import run

    refuse_arguments(context.args)

    run()


@app.command()
def reserve_page() -> None:
    """Print the page that a proxy shows when no server answers."""
    from bot.web.reserve import reserve_page

    typer.echo(reserve_page(), nl=False)


@app.command()
def train() -> None:
    """Train the model, unless neither examples nor settings have changed."""
    from bot.training import train_if_changed

    train_if_changed()


@app.command()
def check(
    forfaller: Annotated[bool, typer.Option("--forfaller", help="Show what must be reviewed next.")] = False,
) -> None:
    """Check every file in data/; say in Swedish what is wrong, where, and how to mend it."""
    from bot.content.check.dates import due_as_text
    from bot.content.check.run import check_content

    if forfaller:
        typer.echo(due_as_text(Path("."), date.today()))
        return
    faults = check_content(Path("."))
    typer.echo("\n".join(str(fault) for fault in faults) or "Allt innehåll stämmer.")
    raise typer.Exit(bool(faults))


@app.command()
def chat() -> None:
    """Talk to the bot in the terminal."""
    from bot.console import talk

    talk()


@app.command()
def predict(explain: Annotated[bool, typer.Option(help="Say why: rule, words, ranking.")] = False) -> None:
    """Read JSON Lines with `text` on stdin, and write what each would be served."""
    from bot.evaluation.predict import predict_lines

    for line in predict_lines(sys.stdin, explain=explain):
        typer.echo(line)


@app.command()
def evaluate(
    files: list[Path],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    min_right: float = 0.0,
    min_within_one_tap: float = 0.0,
    max_wrong: float = 1.0,
) -> None:
    """Measure understanding on lines with `text` and `ok`, or all of it on a folder; exit 1 below a floor."""
    if len(files) == 1 and files[0].is_dir():
        from bot.evaluation.table import as_text, evaluate_folder

        typer.echo(as_text(evaluate_folder(files[0])))
        return
    from bot.evaluation.report import evaluate_files

    report = evaluate_files(files)
    typer.echo(report.as_json() if as_json else report.as_text())
    good_enough = report.right >= min_right and report.within_one_tap >= min_within_one_tap
    raise typer.Exit(not (good_enough and report.wrong <= max_wrong))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})
def rasa(context: typer.Context) -> None:
    """Run stock Rasa: `python -m bot rasa test core …`."""
    from bot.runtime.rasa_command import run_rasa

    run_rasa(context.args)


def main() -> None:
    """Run the command; show our own errors as one sentence."""
    try:
        app()
    except OrosbotenError as error:
        typer.echo(f"{error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
