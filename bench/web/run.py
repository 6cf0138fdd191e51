"""`python -m bench.web.run`: our page beside deep-chat and rasa-webchat on a slow phone, in turn; print a table."""

import argparse
import socket
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from bench.servers import Server, running
from bench.web.visit import Net, Visit, visit
from tests.web.browser import chromium

ROOT = Path(__file__).parents[2]
# The first as in Lighthouse and WebPageTest: what lies on the wire. The second is the preset «Slow 4G» in Chromium's
# developer tools, which makes up for the round trips of DNS, TCP and TLS that it cannot slow down.
NETS = (
    Net("Slow 4G: 1.6 Mbit/s, 150 ms", latency=150, down=1_600_000, up=750_000),
    Net("Chromium's «Slow 4G»: 1.44 Mbit/s, 562.5 ms", latency=562.5, down=1_440_000, up=675_000),
    Net("Slow 3G: 400 kbit/s, 400 ms", latency=400, down=400_000, up=400_000),
)
HEAD = ("page", "takes input, s", "first paint, s", "blocked, ms", "over the wire, kB", "requests", "to other hosts")


def main() -> None:
    """Measure every page in every round, and print the medians."""
    rounds = _rounds()
    ours, peers = _servers()
    pages = {"ours": ours.url + "/"} | {
        name: f"{peers.url}/files/{name}" for name in ("deep-chat", "rasa-webchat", "floor")
    }
    with running(ours), running(peers), sync_playwright() as playwright:
        browser = chromium(playwright, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
        for net in NETS:
            for url in pages.values():
                visit(browser, url, net)
            visits: dict[str, list[Visit]] = defaultdict(list)
            for _ in range(rounds):
                for name, url in pages.items():
                    visits[name].append(visit(browser, url, net))
            _tell(net, visits, rounds)
        browser.close()


def _rounds() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    return int(parser.parse_args().rounds)


def _servers() -> tuple[Server, Server]:
    ours, peers = _free_port(), _free_port()
    serve = (sys.executable, "-m", "bot", "serve")
    others = (sys.executable, "-m", "bench.web.peers", str(peers))
    return (
        Server("ours", (serve,), ROOT, ours, {"OROSBOTEN_PORT": str(ours)}),
        Server("peers", (others,), ROOT, peers),
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _tell(net: Net, visits: dict[str, list[Visit]], rounds: int) -> None:
    print(f"\n{net.name} a request, processor 4 × slower, empty cache, medians of {rounds} rounds in turn\n")
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for name, some in visits.items():
        print("| " + " | ".join([name, *_row(some)]) + " |")


def _row(some: Sequence[Visit]) -> list[str]:
    others = {host for one in some for host in map(_host, one.asked) if host != "127.0.0.1"}
    times = [f"{median(getattr(one, part) for one in some) / 1000:.2f}" for part in ("ready", "painted")]
    blocked = f"{median(one.blocked for one in some):.0f}"
    size = f"{median(one.size for one in some) / 1000:.1f}"
    return [*times, blocked, size, f"{median(len(one.asked) for one in some):.0f}", ", ".join(sorted(others)) or "0"]


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


if __name__ == "__main__":
    main()
