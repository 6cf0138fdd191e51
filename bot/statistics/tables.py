"""The two tables, and the one way of adding to a row."""

from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.dialects import postgresql, sqlite

METADATA = MetaData()
NUMBERS = Table(
    "numbers",
    METADATA,
    Column("period", String(10), primary_key=True),
    Column("hours", String(10), primary_key=True),
    Column("measure", String(10), primary_key=True),
    Column("name", String(80), primary_key=True),
    # 0 is a day's number that was too small to keep, and stands in its month.
    Column("count", Integer, nullable=False),
)
# Empty unless the operator keeps questions; `words` is empty until enough people have asked the same.
QUESTIONS = Table(
    "questions",
    METADATA,
    Column("day", String(10), primary_key=True),
    Column("fingerprint", String(32), primary_key=True),
    Column("words", String(200), nullable=False),
    Column("count", Integer, nullable=False),
)
INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def adding(table: Table, dialect: str) -> Any:
    """Return the statement that makes a row, or adds to the count of the one that is there."""
    insert = INSERTS[dialect](table)
    added = {"count": table.c["count"] + insert.excluded["count"]}
    return insert.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=added)
