"""`predict`: JSON Lines in, what each message would be served out."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from bot.content.live import live_library
from bot.errors import OrosbotenError
from bot.evaluation.outcome import served
from bot.evaluation.understanding import load_parser
from bot.settings import Settings

BATCH = 64


def predict_lines(lines: Iterable[str], *, explain: bool = False) -> Iterator[str]:
    """Yield a JSON line for each JSON line with at least `text`; other keys pass through.

    Raises OrosbotenError naming the line that is not such an object.
    """
    settings = Settings.from_environment()
    parse, library = load_parser(settings), live_library(settings.data).get()
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    while batch := [_read(line, number) for number, line in islice(numbered, BATCH)]:
        for given, found in zip(batch, parse([given["text"] for given in batch]), strict=True):
            what = served(found, library)
            given |= {"outcome": what.outcome, "topic": what.topic, "offered": list(what.offered)}
            given["confidence"] = what.confidence
            yield json.dumps(given | ({"why": what.why} if explain else {}), ensure_ascii=False)


def _read(line: str, number: int) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise OrosbotenError(
            f"stdin:{number}: not JSON ({error.msg}); expected one object with 'text' a line."
        ) from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise OrosbotenError(f"stdin:{number}: expected an object with 'text' (a string).")
    return given
