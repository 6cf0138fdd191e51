"""Schemathesis, with every check it has, against the API as it describes itself."""

import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, Server
from tests.security.thoroughness import THOROUGH

OPENAPI = ROOT / "bot" / "channel" / "openapi.json"
# Cases an operation, besides those at every edge of the schema.
CASES = 1_000 if THOROUGH else 20
AT_LEAST = 2_000 if THOROUGH else 100


def test_the_api_does_what_it_says_whatever_it_is_sent(attacked: Server) -> None:
    program = [Path(sys.executable).with_name("st"), "--config-file", Path(__file__).with_name("schemathesis.toml")]
    run = ["run", str(OPENAPI), "--url", attacked.url, "--checks", "all", "--max-examples", str(CASES)]
    options = ["--request-timeout", "10", "--no-color", *([] if THOROUGH else ["--generation-deterministic"])]
    done = subprocess.run([*program, *run, *options], capture_output=True, text=True, timeout=1_200)
    assert done.returncode == 0, done.stdout
    cases = re.search(r"(\d+) generated, (\d+) passed", done.stdout)
    assert cases and cases[1] == cases[2] and int(cases[1]) >= AT_LEAST, done.stdout
    assert "A request failed" not in attacked.log.read_text()
