"""`predict` says of every message what a visitor who opens with it would be served."""

import json

import pytest

from bot.evaluation.predict import predict_lines

OUTCOMES = {"answer", "clarify", "crisis", "handoff", "unknown", "language"}


@pytest.mark.parametrize(
    "text",
    ["min dotter", "och på kvällen då", "tillbaka", "2", "jag är lärare", "hej", "?", "I need help", "nej, min son"],
)
def test_any_opening_has_an_outcome(model, text: str) -> None:
    [line] = [json.loads(line) for line in predict_lines([json.dumps({"text": text, "id": 7})])]
    assert line["outcome"] in OUTCOMES and line["id"] == 7 and line["text"] == text
    assert 0 <= line["confidence"] <= 1 and len(line["offered"]) <= 4
