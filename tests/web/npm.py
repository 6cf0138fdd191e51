"""Packages from npm at a fixed version, checked against their known sums."""

import hashlib
import shutil
import subprocess
import tarfile
from base64 import b64encode
from pathlib import Path

CACHE = Path.home() / ".cache" / "orosboten"
SUMS = """
axe-core@4.10.3 Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg==
deep-chat@2.4.2 wQNd6Z6HDoH7OMeoQKpmxDm9XdWrRjMkBJ2yl5tsYND9Dz2UCv/BdGVM8vK2V0mhO1u+OniHYPWDGvjlNxjCeQ==
html_codesniffer@2.5.1 vcz0yAaX/OaV6sdNHuT9alBOKkSxYb8h5Yq26dUqgi7XmCgGUSa7U9PiY1PBXQFMjKv1wVPs5/QzHlGuxPDUGg==
rasa-webchat@1.0.1 Ld1zVJvTAaTrs6A5p8t70agNNrKYRyXlvqXZRgBoDvKKUXbA0jhJKECi5bdPGlaR6jsmqWtVylHS+YqIqo0x8w==
"""
SHA512 = dict(line.split() for line in SUMS.strip().splitlines())


def read(package: str, path: str) -> bytes:
    """Return a file of a package, fetched the first time. Raise RuntimeError if it is not what was once checked."""
    kept = CACHE / package / "package.tgz"
    if not kept.exists():
        _fetch(package, kept)
    if b64encode(hashlib.sha512(kept.read_bytes()).digest()).decode() != SHA512[package]:
        raise RuntimeError(f"{kept} is not the {package} that was checked: delete it and run again.")
    with tarfile.open(kept) as archive:
        source = archive.extractfile(f"package/{path}")
        if source is None:
            raise RuntimeError(f"{package} holds no file {path}.")
        return source.read()


def _fetch(package: str, kept: Path) -> None:
    npm = shutil.which("npm")
    if not npm:
        raise RuntimeError(f"npm is missing: install it, or put the package of {package} at {kept}.")
    kept.parent.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", package, "--silent", "--pack-destination", str(kept.parent)]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    (kept.parent / name).rename(kept)
