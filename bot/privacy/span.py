"""A stretch of a text that points out a person."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """Where it stands (`start` <= position < `end`) and which kind it is, a key of `etiketter` in words.yml."""

    start: int
    end: int
    kind: str
