"""`python -m bench.check_time`: seconds of computing for the check of all content, which an editor waits for."""

import time
from pathlib import Path

from bot.content.check.run import check_content
from bot.content.topics import load_topics

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Check the real content once, and print how long it took."""
    before = time.process_time()
    check_content(ROOT)
    seconds = time.process_time() - before
    examples = sum(len(topic.examples) for topic in load_topics(ROOT / "data").values())
    print(f"{seconds:.1f} s of processor for {examples} examples")


if __name__ == "__main__":
    main()
