"""Look for words in the memory of a running process."""

import re
from pathlib import Path

_AREA = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


def places_of(word: str, process_id: int) -> int:
    """Return how many times a word stands in a process's memory, whichever way Python writes it."""
    spellings = {word.encode(encoding) for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-32-le")}
    return sum(area.count(spelling) for area in _areas(process_id) for spelling in spellings)


def _areas(process_id: int) -> list[bytes]:
    process, found = Path(f"/proc/{process_id}"), []
    with (process / "mem").open("rb", buffering=0) as memory:
        for line in (process / "maps").read_text().splitlines():
            if area := _AREA.match(line):
                start, end = (int(edge, 16) for edge in area.groups())
                memory.seek(start)
                found.append(memory.read(end - start))
    return found
