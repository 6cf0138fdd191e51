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

CHECKS: tuple[Callable[[Project], Iterable[Fault]], ...] = (
    files.check,
    names.check,
    answers.check,
    rules.check,
    domain.check,
    examples.check,
    fact_entries.check,
    quoted_facts.check,
    contacts.check,
    sources.check,
    dates.check,
    readability.check,
    phrases.check,
    emergencies.check,
    follow_ups.check,
    stories.check,
)


def check_content(root: Path, *, today: date | None = None) -> list[Fault]:
    """Return everything that is wrong in the project's content, by file and line."""
    project = read_project(root, today or date.today())
    faults = [*project.faults, *(fault for check in CHECKS for fault in check(project))]
    return sorted(set(faults))
