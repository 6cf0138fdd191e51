"""One visit to a page with an empty cache, on an emulated slow phone."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession

PHONE = {"width": 390, "height": 844}
CPU_SLOWDOWN = 4
PATIENCE_MS = 60_000
# In every frame that is drawn: has the page a field in view that takes a letter? Looks into shadow roots.
WATCH = """
(() => {
  const fields = 'textarea, input[type=text], [contenteditable=true], [contenteditable=plaintext-only], #text-input';
  const all = (root) => [...root.querySelectorAll(fields), ...[...root.querySelectorAll('*')]
    .filter((one) => one.shadowRoot).flatMap((one) => all(one.shadowRoot))];
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && one.getBoundingClientRect().height > 0;
  const takes = (one) => {
    one.focus();
    document.execCommand('insertText', false, 'x');
    return (one.value ?? one.textContent).includes('x');
  };
  const look = () => {
    if (document.body && all(document).some((one) => seen(one) && takes(one))) window.ready = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.blocked = 0;
  const over = (task) => { window.blocked += Math.max(0, task.duration - 50); };
  new PerformanceObserver((list) => list.getEntries().forEach(over)).observe({ type: 'longtask', buffered: true });
})();
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class Net:
    """How slow the network is. Speeds in bit/s, latency in ms for each request."""

    name: str
    latency: float
    down: float
    up: float


@dataclass
class Visit:
    """What a visit took. Times in ms from the start of navigation, `size` in bytes over the wire, headers included."""

    ready: float = 0.0
    painted: float = 0.0
    blocked: float = 0.0
    size: float = 0.0
    asked: list[str] = field(default_factory=list)


def visit(browser: Browser, url: str, net: Net) -> Visit:
    """Open the page as a first-time visitor, wait for its field and then for its last file."""
    context = browser.new_context(viewport=PHONE, locale="sv-SE", is_mobile=True, has_touch=True)
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        seen, client = Visit(), context.new_cdp_session(page)
        _slow_down(client, net)
        _count(client, seen)
        page.goto(url, wait_until="load", timeout=PATIENCE_MS)
        page.wait_for_function("window.ready", timeout=PATIENCE_MS)
        page.wait_for_timeout(1000)
        seen.ready, seen.painted, seen.blocked = page.evaluate(f"[window.ready, {PAINTED}, window.blocked]")
        return seen
    finally:
        context.close()


def _slow_down(client: CDPSession, net: Net) -> None:
    speeds = {"downloadThroughput": net.down / 8, "uploadThroughput": net.up / 8}
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", {"offline": False, "latency": net.latency, **speeds})
    client.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})


def _count(client: CDPSession, seen: Visit) -> None:
    def sent(event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            seen.asked.append(event["request"]["url"])

    def came(event: dict[str, Any]) -> None:
        seen.size += event["encodedDataLength"]

    client.on("Network.requestWillBeSent", sent)
    client.on("Network.loadingFinished", came)
