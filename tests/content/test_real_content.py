"""The content that visitors read has no faults."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from bot.content.check.dates import reviewed
from bot.content.check.project import read_project
from bot.content.check.run import check_content

ROOT = Path(__file__).resolve().parents[2]


def test_the_real_content_has_no_faults() -> None:
    # On the day something was last checked: a test must not begin to fail overnight. `make check` uses the real day.
    today = max(thing.checked for thing in reviewed(read_project(ROOT, date.max)))
    faults = check_content(ROOT, today=today)
    assert not faults, "\n".join(str(fault) for fault in faults)


def test_the_check_does_not_import_rasa() -> None:
    code = "import sys, bot.content.check.run; sys.exit(any(name.split('.')[0] == 'rasa' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
