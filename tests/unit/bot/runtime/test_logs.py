"""Logs that carry our own words only, as lines or as JSON."""

import json
import logging
import warnings
from collections.abc import Iterator

import pytest
import structlog

from bot.runtime.logs import configure_logs

SECRET = "kanariefågel"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    handlers, shown = logging.getLogger().handlers, warnings.showwarning
    yield
    configure_logs()
    logging.getLogger().handlers, warnings.showwarning = handlers, shown


def write_one_of_each() -> None:
    logging.getLogger("bot.serve").error("Rad ett.\nRad två: %s", "ö")
    logging.getLogger("rasa.core").error(SECRET)
    try:
        raise RuntimeError(SECRET)
    except RuntimeError:
        logging.getLogger("sanic.error").exception(SECRET)
    structlog.get_logger().error("rasa.core.failed", text=SECRET)
    structlog.get_logger().error(SECRET)
    warnings.showwarning(SECRET, UserWarning, "file.py", 1)


@pytest.mark.parametrize("as_json", [False, True])
def test_no_words_but_our_own_are_written(capsys: pytest.CaptureFixture[str], as_json: bool) -> None:
    configure_logs(as_json=as_json)
    write_one_of_each()
    written = capsys.readouterr().err
    assert SECRET not in written
    assert "RuntimeError" in written and "rasa.core.failed" in written and "UserWarning" in written


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(as_json=True)
    write_one_of_each()
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert len(lines) == 6 and all({"level", "logger", "event"} <= set(line) for line in lines)
    assert lines[0]["event"] == "Rad ett.\nRad två: ö"
