"""Questions are cut apart only where each part asks by itself."""

import pytest

from bot.content.swedish import questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kostar det något? Är man anonym?", ["Kostar det något?", "Är man anonym?"]),
        ("kostar det något och är man anonym?", ["kostar det något", "är man anonym?"]),
        ("nar har ni oppet och far man vara anonym", ["nar har ni oppet", "far man vara anonym"]),
        ("är han och hans vänner farliga?", ["är han och hans vänner farliga?"]),
        ("han är arg och vad gör jag?", ["han är arg och vad gör jag?"]),
        ("min son är arg och kan slå", []),
    ],
)
def test_two_questions_joined_by_and_are_two(text: str, asked: list[str]) -> None:
    assert questions(text) == asked
