"""`python -m bench.understanding`: what each part of the understanding is worth, the learning curve, the calibration.

Trains a model without each part, and with fewer examples, and measures it on the development half; about 20 minutes on
two cores. Writes bench/UNDERSTANDING.md, and two plots into docs/bilder/.
"""

import json
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from bench.ways import ALARM, TOPIC, Way, plot_calibration, plot_curve, write_table
from bot.channel.requests import clean
from bot.content.topics import load_topics, split_examples, topic_files
from bot.content.yaml_file import read_yaml
from bot.nlu import analysers
from bot.nlu.concepts import concept_matcher
from bot.nlu.features import Vectoriser
from bot.nlu.linear import LinearModel, train_linear
from bot.nlu.rows import Features, joined
from bot.nlu.spelling import Speller

ROOT = Path(__file__).parent.parent
DATA, DEV = ROOT / "data", ROOT / "tests" / "nlu" / "dev"
C, SHARPNESS, SEED = 0.5, 6.0, 1
CALM = "-"
Read = Callable[[str], Features]


def ways() -> list[Way]:
    """Return the whole model, the model without each part, and with fewer examples."""
    return [
        Way("everything"),
        Way("without concepts (topics)", topic=_without(TOPIC, "concepts")),
        Way("without words (topics, alarm)", topic=_without(TOPIC, "words"), alarm=_without(ALARM, "words")),
        Way(
            "without character pieces (topics, alarm)", topic=_without(TOPIC, "pieces"), alarm=_without(ALARM, "pieces")
        ),
        Way("without word pairs (alarm)", alarm=_without(ALARM, "pairs")),
        Way("without the topic model's lead (alarm)", lead=0.0),
        Way("without mending of spelling", spelling=False),
        Way("pieces of 3–5 letters", pieces=range(3, 6)),
        Way("milieus told apart by their words", milieus=frozenset()),
        *(Way(f"{share:.0%} of the examples", share=share) for share in (0.5, 0.25, 0.125)),
    ]


def _without(shares: dict[str, float], name: str) -> dict[str, float]:
    return {key: share for key, share in shares.items() if key != name}


def main() -> None:
    """Measure every way, and write the table and the plots."""
    texts, labels = _examples()
    measured = []
    for way in ways():
        print(f"== {way.name}", flush=True)
        confidence = measure(way, texts, labels)
        measured.append(way)
        if way.name == "everything":
            plot_calibration(*confidence)
    write_table(measured)
    plot_curve([way for way in measured if way.share < 1 or way.name == "everything"])


def measure(way: Way, texts: list[str], labels: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Fill in what a way reaches; return the confidence of each best topic, and whether it was right."""
    chosen = sorted(random.Random(SEED).sample(range(len(texts)), int(way.share * len(texts))))
    texts, labels = [texts[i] for i in chosen], [labels[i] for i in chosen]
    way.examples = len(texts)
    analysers.MILIEUS, analysers.PIECE_SIZES = way.milieus, way.pieces
    vectoriser, speller = Vectoriser(concept_matcher(DATA / "lexikon")), Speller()
    with vectoriser.remembering():
        readings = [vectoriser.read(text) for text in texts]
        vectoriser.fit(readings)
        rows = vectoriser.transform(readings)
    speller.fit(texts)
    urgent = {id_ for id_, topic in load_topics(DATA).items() if topic.is_emergency}
    topics = train_linear([joined(row, way.topic) for row in rows], labels, c=C)
    alarms = [label if label in urgent else CALM for label in labels]
    alarm = train_linear([joined(row, way.alarm) for row in rows], alarms, c=C)
    read = partial(_read, vectoriser, speller if way.spelling else None)
    _alarms(way, read, topics, alarm, urgent)
    return _topics(way, read, topics)


def _alarms(
    way: Way, read: Callable[[str], Features], topics: LinearModel, alarm: LinearModel, urgent: set[str]
) -> None:
    first = [i for i, label in enumerate(topics.labels) if label in urgent]
    rest = [i for i, label in enumerate(topics.labels) if label not in urgent]

    def sums(name: str) -> np.ndarray:
        rows = [read(entry["text"]) for entry in _load(name)]
        scores = np.stack([topics.scores(joined(row, way.topic)) for row in rows])
        calm = np.stack([alarm.scores(joined(row, way.alarm)) for row in rows])[:, alarm.labels.index(CALM)]
        return np.asarray(-calm + way.lead * (scores[:, first].max(axis=1) - scores[:, rest].max(axis=1)))

    urgently, falsely = sums("emergencies"), np.sort(sums("hard_negatives"))[::-1]
    way.at_6, way.at_10 = (float(np.mean(urgently > falsely[int(part * len(falsely))])) for part in (0.06, 0.10))


def _topics(way: Way, read: Read, topics: LinearModel) -> tuple[np.ndarray, np.ndarray]:
    entries = _load("topics")
    scores = np.stack([topics.scores(joined(read(entry["text"]), way.topic)) for entry in entries])
    order = np.argsort(-scores)
    fits = np.array(
        [[topics.labels[i] in entry["ok"] for i in row[:4]] for row, entry in zip(order, entries, strict=True)]
    )
    way.best, way.among_four = float(fits[:, 0].mean()), float(fits.any(axis=1).mean())
    powers = np.exp((scores - scores.max(axis=1, keepdims=True)) * SHARPNESS)
    return 1 / powers.sum(axis=1), fits[:, 0]


def _read(vectoriser: Vectoriser, speller: Speller | None, text: str) -> Features:
    reading = vectoriser.read(speller.mend(clean(text)) if speller else clean(text))
    return vectoriser.transform([reading])[0]


def _examples() -> tuple[list[str], list[str]]:
    blocks = [block for path in topic_files(DATA) for block in (read_yaml(path) or {}).get("nlu") or []]
    pairs = [(text, block["intent"]) for block in blocks for text in split_examples(block["examples"])]
    return [text for text, _ in pairs], [intent for _, intent in pairs]


def _load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DEV / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
