"""No thread works beside a turn."""

import json
import os
import subprocess
import sys

from tests.conftest import ROOT

CODE = """
import bot, json, numpy, scipy.linalg
from threadpoolctl import threadpool_info
print(json.dumps([pool["num_threads"] for pool in threadpool_info()]))
"""


def test_linear_algebra_has_one_thread_where_nobody_asks_for_more() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, env=environment, capture_output=True, check=True)
    threads = json.loads(done.stdout)
    assert threads and set(threads) == {1}
