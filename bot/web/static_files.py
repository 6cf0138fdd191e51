"""The static files: read and compressed once, each with a version that follows its content."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True)
class StaticFile:
    """One file as it is sent."""

    body: bytes
    content_type: str
    version: str


def static_files() -> dict[str, StaticFile]:
    """Return every static file, keyed by name."""
    return {path.name: _read(path) for path in sorted(FOLDER.iterdir()) if path.suffix in TYPES}


def _read(path: Path) -> StaticFile:
    body = path.read_bytes()
    return StaticFile(body, TYPES[path.suffix], hashlib.sha256(body).hexdigest()[:10])
