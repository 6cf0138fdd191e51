"""Chromium, and small sites that are not ours: where the exit leads, and who embeds us."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, Playwright

CHROMIUM = "OROSBOTEN_CHROMIUM"
# Chromium's own address field is made of pages, which take a second of processor with each window. Naming them replaces
# Playwright's list of features, so those of its features that we need off stand here too.
OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
NO_BACKGROUND_NOISE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(OFF)}",
]


def chromium(playwright: Playwright, *more: str) -> Browser:
    """Return Debian's Chromium, headless, started with `more` arguments."""
    path = os.environ.get(CHROMIUM) or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        raise RuntimeError(f"Chromium is missing: run `apt-get install chromium`, or name it in {CHROMIUM}.")
    return playwright.chromium.launch(executable_path=path, args=[*NO_BACKGROUND_NOISE, *more])


class Site:
    """A site with the same page at every address. `html` may be set later, `asked` counts its visitors."""

    def __init__(self) -> None:
        self.html = "<!doctype html><html lang=sv><title>Neutral</title><p>Neutral sida</p></html>"
        self.asked = 0
        self.url = ""


@contextmanager
def small_site() -> Iterator[Site]:
    """Serve a site on a free port."""
    site = Site()

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked += 1
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(site.html.encode())

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    site.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
