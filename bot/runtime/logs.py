"""Logging that never carries what a visitor wrote."""

import logging
import re
import sys
import warnings
from collections.abc import MutableMapping
from typing import Any

import structlog

_SHOW_WARNING = warnings.showwarning
_EVENT_NAME = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


class SafeFormatter(logging.Formatter):
    """Write our own records whole; of other libraries' only level, logger and error class.

    Rasa, rasa-sdk and Sanic put message text into log messages, exceptions and tracebacks.
    """

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        own = record.name == "bot" or record.name.startswith("bot.")
        what = record.getMessage() if own else "(text withheld)"
        return " ".join(part for part in (self.formatTime(record), record.levelname, record.name, what, error) if part)


def configure_logs() -> None:
    """Send log records to stderr without message text, tracebacks or local variables."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(SafeFormatter())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)
    structlog.configure(
        processors=[_event_name_only],
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
    warnings.showwarning = _show_category_only


def configure_developer_logs(*_: Any) -> None:
    """Show Rasa's own warnings and errors whole: for training and testing, where no visitor writes."""
    warnings.showwarning = _SHOW_WARNING
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.dev.ConsoleRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )


def _event_name_only(_: Any, level: str, event: MutableMapping[str, Any]) -> str:
    name = str(event.get("event", ""))
    return f"{level.upper()} {name if _EVENT_NAME.fullmatch(name) else '(text withheld)'}"


def _show_category_only(message: Any, category: type[Warning], *details: Any, **more: Any) -> None:
    print(f"WARNING {category.__name__} (text withheld)", file=sys.stderr)
