"""Content that follows the files: an edited answer is live within seconds, one that does not pass the check never."""

import logging
import threading
import time
from functools import cache
from pathlib import Path

from bot.content.check.run import check_answers
from bot.content.contacts import load_contacts
from bot.content.facts import load_facts
from bot.content.library import Library
from bot.content.sources import load_sources
from bot.content.topics import Topic, load_topic, topic_files

logger = logging.getLogger(__name__)
LOOK_EVERY_SECONDS = 1.0
MOST_TOLD = 10
REFUSED = "Ändringen visas inte för besökare. %s"
Stamp = tuple[int, int]
Stamps = dict[Path, Stamp]


class LiveLibrary:
    """Hands out the content on disk, and keeps the last good one when an edit does not pass the check."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._topics: dict[Path, tuple[Stamp, Topic]] = {}
        self._stamps = self._look()
        self._refused: Stamps = {}
        self._library = self._read(self._stamps)
        self.is_current = True

    def get(self) -> Library:
        """Return the content as it was when it last passed the check. Never waits for a file."""
        return self._library

    def follow(self) -> None:
        """Look at the files every second, for ever."""
        while True:
            time.sleep(LOOK_EVERY_SECONDS)
            try:
                self.refresh()
            except Exception as error:  # The outermost edge of its thread: it must look again.
                self.is_current = False
                logger.error(REFUSED, type(error).__name__)

    def refresh(self) -> None:
        """Read the files again if one has changed, and take over what passes the check."""
        stamps = self._look()
        self.is_current = stamps == self._stamps
        if self.is_current or stamps == self._refused:
            return
        faults = check_answers(self._data)
        library = None if faults else self._read(stamps)
        if stamps != self._look():
            return  # still being written: look again in a second
        for fault in faults[:MOST_TOLD]:
            logger.error(REFUSED, fault)
        if library is None:
            self._refused = stamps
            return
        self._library, self._stamps, self.is_current = library, stamps, True
        logger.info("Ändrat innehåll visas nu för besökare.")

    def _read(self, stamps: Stamps) -> Library:
        facts = self._data / "fakta.yml"
        topics = [self._topic(path, stamp) for path, stamp in stamps.items() if path.parent != self._data]
        return Library(
            facts=load_facts(facts),
            contacts=load_contacts(facts),
            sources=load_sources(self._data / "kallor.yml"),
            topics={topic.id: topic for topic in topics},
        )

    def _topic(self, path: Path, stamp: Stamp) -> Topic:
        known = self._topics.get(path)
        if known is None or known[0] != stamp:
            known = self._topics[path] = (stamp, load_topic(path))
        return known[1]

    def _look(self) -> Stamps:
        paths = [self._data / "fakta.yml", self._data / "kallor.yml", *topic_files(self._data)]
        return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    """Return what changes with the file; nothing where it is gone, which is a change too."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


@cache
def live_library(data: Path) -> LiveLibrary:
    """Return the one live library of a folder in this process."""
    library = LiveLibrary(data)
    threading.Thread(target=library.follow, name="content", daemon=True).start()
    return library
