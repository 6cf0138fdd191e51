"""Content that follows the files: an edited answer is live within two seconds, a broken one never."""

import logging
import time
from functools import cache
from pathlib import Path

from bot.content.contacts import load_contacts
from bot.content.facts import load_facts
from bot.content.library import Library, faults_in
from bot.content.sources import load_sources
from bot.content.topics import Topic, load_topic, topic_files
from bot.errors import ContentError

logger = logging.getLogger(__name__)
CHECK_EVERY_SECONDS = 1.0
Stamp = tuple[int, int]


class LiveLibrary:
    """Hands out the content on disk, and keeps the last good one when a file cannot be used."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._topics: dict[Path, tuple[Stamp, Topic]] = {}
        self._stamps = self._look()
        self._looked_at = time.monotonic()
        self._library = self._read()
        self._is_current = True

    def get(self) -> Library:
        """Return the content, read again if a file has changed since the last look."""
        if time.monotonic() - self._looked_at >= CHECK_EVERY_SECONDS:
            self._looked_at = time.monotonic()
            stamps = self._look()
            if stamps != self._stamps:
                self._stamps = stamps
                self._replace()
        return self._library

    def is_current(self) -> bool:
        """Return whether what is shown is what the files say."""
        self.get()
        return self._is_current

    def _replace(self) -> None:
        self._is_current = False
        try:
            library = self._read()
        except ContentError as error:
            logger.error("Ändringen visas inte för besökare. %s", error)
            return
        faults = faults_in(library)
        if faults:
            logger.error("Ändringen visas inte för besökare. %s", " ".join(faults))
            return
        self._library, self._is_current = library, True
        logger.info("Ändrat innehåll visas nu för besökare.")

    def _read(self) -> Library:
        facts = self._data / "fakta.yml"
        topics = [self._topic(path, stamp) for path, stamp in self._stamps.items() if path.parent != self._data]
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

    def _look(self) -> dict[Path, Stamp]:
        paths = [self._data / "fakta.yml", self._data / "kallor.yml", *topic_files(self._data)]
        stats = {path: path.stat() for path in paths}
        return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in stats.items()}


@cache
def live_library(data: Path) -> LiveLibrary:
    """Return the one live library of a folder in this process."""
    return LiveLibrary(data)
