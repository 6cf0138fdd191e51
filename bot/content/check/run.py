"""Run every check."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from bot.content.check import (
    answers,
    contacts,
    dates,
    domain,
    emergencies,
    examples,
    fact_entries,
    files,
    follow_ups,
    names,
    phrases,
    quoted_facts,
    readability,
    rules,
    sources,
    stories,
)
from bot.content.check.fault import Fault
from bot.content.check.project import Project, read_project

Check = Callable[[Project], Iterable[Fault]]
# What a visitor reads: held against each edit while the server runs.
OF_ANSWERS: tuple[Check, ...] = (
    files.check,
    names.check,
    answers.check,
    fact_entries.check,
    quoted_facts.check,
    contacts.check,
    sources.check,
    readability.check,
    phrases.check,
)
# What the model learns and the tests use, and what comes with the calendar and not with an edit.
OF_THE_REST: tuple[Check, ...] = (
    rules.check,
    domain.check,
    examples.check,
    dates.check,
    emergencies.check,
    follow_ups.check,
    stories.check,
)


def check_content(root: Path, *, today: date | None = None) -> list[Fault]:
    """Return everything that is wrong in the project's content, by file and line."""
    return _faults(read_project(root, today or date.today()), OF_ANSWERS + OF_THE_REST)


def check_answers(data: Path) -> list[Fault]:
    """Return what is wrong in a folder's answers, facts, contacts and sources; first of all files that cannot be read.

    A file that cannot be read makes faults in all that build on it, which tell nothing more.
    """
    project = read_project(data.parent, date.today(), data=data)
    unreadable = _within(data, project.faults)
    return unreadable or _within(data, _faults(project, OF_ANSWERS))


def _within(data: Path, faults: Iterable[Fault]) -> list[Fault]:
    return sorted(fault for fault in faults if fault.path.startswith(f"{data.name}/"))


def _faults(project: Project, checks: Iterable[Check]) -> list[Fault]:
    return sorted({*project.faults, *(fault for check in checks for fault in check(project))})
