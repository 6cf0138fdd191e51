"""Stock Rasa commands with our settings in place."""

import os
import sys

from bot.runtime.logs import configure_developer_logs

REPLACED = {"run": "serve", "shell": "chat"}


def run_rasa(arguments: list[str]) -> None:
    """Run `rasa <arguments>`; point to our own command where it takes the place of Rasa's."""
    if arguments and arguments[0] in REPLACED:
        print(f"Use `python -m bot {REPLACED[arguments[0]]}`: Rasa's own server is not mounted here.", file=sys.stderr)
        sys.exit(2)
    os.environ["LOG_LEVEL"] = "WARNING"
    import rasa.__main__

    rasa.__main__.configure_structlog = configure_developer_logs
    sys.argv = ["rasa", *arguments]
    rasa.__main__.main()
