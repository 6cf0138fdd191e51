"""Make .venv with everything pinned. Runs on any Python from 3.8; installs nothing that is already there.

Usage: python3 scripts/setup.py [base|dev|lint|audit|tensorflow|stock] [--venv FOLDER]
"""

import argparse
import glob
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv-tools"
PYTHON = "3.10"
LEVELS = ["base", "dev", "lint", "audit", "tensorflow", "stock"]
NO_PYTHON = (
    "Python 3.10 was not found on PATH, among pyenv's versions or uv's own: "
    "install it with `pyenv install 3.10` or `uv python install 3.10`, and run the command again."
)
NO_UV = "uv could not be installed: install it (see docs.astral.sh/uv), and run the command again."


def main():
    """Set up the environment, and say what is going on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("level", nargs="?", default="base", choices=LEVELS)
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv")
    options = parser.parse_args()
    lock = ROOT / "requirements" / f"{options.level}.txt"
    stamp, wanted = options.venv / "installed.sha256", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and wanted in stamp.read_text().split():
        return
    uv = find_uv()
    if not (options.venv / "bin" / "python").exists():
        say(f"Making {options.venv.name} with Python {PYTHON} …")
        run([uv, "venv", "--quiet", "--clear", "--python", find_python(uv), str(options.venv)])
    packages = sum("==" in line for line in lock.read_text().splitlines())
    say(f"Installing {packages} packages, each checked by its hash …")
    python = str(options.venv / "bin" / "python")
    # Compiled here, where two cores help, and not at the first start.
    run([uv, "pip", "sync", "--quiet", "--compile-bytecode", "--require-hashes", "--python", python, str(lock)])
    stamp.write_text("\n".join(satisfied_by(options.level)))


def satisfied_by(level):
    """Return the fingerprints of every lock file that this level covers: dev holds all that base has."""
    levels = {"dev": ["base", "dev"]}.get(level, [level])
    return [hashlib.sha256((ROOT / "requirements" / (name + ".txt")).read_bytes()).hexdigest() for name in levels]


def find_uv():
    """Return a uv, from PATH or installed beside the project."""
    here = TOOLS / "bin" / "uv"
    if here.exists():
        return str(here)
    if works(shutil.which("uv"), "--version"):
        return shutil.which("uv")
    say("Fetching uv, the installer …")
    lock = str(ROOT / "requirements" / "uv.txt")
    in_venv = [str(TOOLS / "bin" / "python"), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock]
    if attempt([sys.executable, "-m", "venv", str(TOOLS)]) and attempt(in_venv):
        return str(here)
    to_folder = ["-m", "pip", "install", "--quiet", "--require-hashes", "--target", str(TOOLS), "-r", lock]
    if attempt([sys.executable, *to_folder]):
        return str(here)
    sys.exit(NO_UV)


def find_python(uv):
    """Return a Python 3.10: on PATH, among pyenv's versions, or uv's own."""
    pyenv = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    candidates = [
        shutil.which("python" + PYTHON),
        *sorted(glob.glob(pyenv + "/versions/3.10.*/bin/python"), reverse=True),
    ]
    for candidate in candidates:
        if works(candidate, "-c", "import sys, venv; assert sys.version_info[:2] == (3, 10)"):
            return candidate
    found = subprocess.run([uv, "python", "find", PYTHON], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if found.returncode == 0:
        return found.stdout.decode().strip()
    if attempt([uv, "python", "install", "--quiet", PYTHON]):
        return PYTHON
    sys.exit(NO_PYTHON)


def works(program, *arguments):
    """Return whether a program runs without an error."""
    return bool(program) and attempt([program, *arguments])


def attempt(command):
    """Run a command quietly; return whether it went well."""
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def run(command):
    """Run a command, and stop with its exit code if it fails."""
    code = subprocess.run(command).returncode
    if code:
        sys.exit(code)


def say(text):
    print(text, flush=True)


if __name__ == "__main__":
    main()
