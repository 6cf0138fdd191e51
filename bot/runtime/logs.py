"""Logging that never carries what a visitor wrote."""

import json
import logging
import re
import sys
import warnings
from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any

import structlog

_SHOW_WARNING = warnings.showwarning
WITHHELD = "(text withheld)"
_EVENT_NAME = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


class SafeFormatter(logging.Formatter):
    """Write our own records whole; of other libraries' only level, logger and error class.

    Rasa, rasa-sdk and Sanic put message text into log messages, exceptions and tracebacks.
    """

    def __init__(self, *, as_json: bool = False) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        own = record.name == "bot" or record.name.startswith("bot.")
        what = record.getMessage() if own else WITHHELD
        parts = dict(time=self.formatTime(record), level=record.levelname, logger=record.name, event=what, error=error)
        return _line(parts, as_json=self._as_json)


def configure_logs(*, as_json: bool = False) -> None:
    """Send log records to stderr without message text, tracebacks or local variables; as JSON, one object a line."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(SafeFormatter(as_json=as_json))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)
    structlog.configure(
        processors=[structlog.processors.TimeStamper("%Y-%m-%d %H:%M:%S", utc=False, key="time"), _event_name(as_json)],
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
    warnings.showwarning = partial(_show_category, as_json=as_json)


def configure_developer_logs(*_: Any) -> None:
    """Show Rasa's own warnings and errors whole: for training and testing, where no visitor writes."""
    warnings.showwarning = _SHOW_WARNING
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.dev.ConsoleRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )


def _event_name(as_json: bool) -> Callable[[Any, str, MutableMapping[str, Any]], str]:
    """Return a processor that writes an event's name, if it is one, and nothing else of it."""

    def process(_: Any, level: str, event: MutableMapping[str, Any]) -> str:
        name = str(event.get("event", ""))
        parts = {"time": event["time"], "level": level.upper(), "logger": "rasa"}
        return _line({**parts, "event": name if _EVENT_NAME.fullmatch(name) else WITHHELD}, as_json=as_json)

    return process


def _show_category(message: Any, category: type[Warning], *details: Any, as_json: bool, **more: Any) -> None:
    parts = {"level": "WARNING", "logger": "python", "event": f"{category.__name__} {WITHHELD}"}
    print(_line(parts, as_json=as_json), file=sys.stderr)


def _line(parts: dict[str, str], *, as_json: bool) -> str:
    held = {name: part for name, part in parts.items() if part}
    return json.dumps(held, ensure_ascii=False) if as_json else " ".join(held.values())
