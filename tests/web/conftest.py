"""One real server, one neutral page to leave to, one stranger's site, and Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import Server, run_server
from tests.web import npm
from tests.web.browser import Site, chromium, small_site

Open = Callable[..., Page]
PAGES = ["/", "/svar", "/svar/tecken", "/kontakter", "/infor-samtalet", "/sakerhet", "/integritet", "/tillganglighet"]
PAGES += ["/om", "/ruta", "/finns-inte"]


@pytest.fixture(scope="session")
def neutral() -> Iterator[Site]:
    """Where the exit leads."""
    with small_site() as site:
        yield site


@pytest.fixture(scope="session")
def municipality() -> Iterator[Site]:
    """A site that may embed us."""
    with small_site() as site:
        yield site


@pytest.fixture(scope="session")
def stranger() -> Iterator[Site]:
    """A site that may not."""
    with small_site() as site:
        yield site


@pytest.fixture(scope="session")
def server(
    model: Path, neutral: Site, municipality: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The real server, with an exit and an embedder of the tests' own."""
    log = tmp_path_factory.mktemp("web") / "log.txt"
    settings = {"OROSBOTEN_EXIT_URL": f"{neutral.url}/", "OROSBOTEN_EMBED_ORIGINS": municipality.url}
    settings |= {"OROSBOTEN_OPERATOR": "Exempelkommunen", "OROSBOTEN_CONTACT": "webb@kommun.example"}
    with run_server(log, **settings) as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, started once. It ends with this folder's tests: while it runs, no other test can run an event loop."""
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Open]:
    """Open an address of ours in a browser of its own: `open_page("/svar", java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def open_(path: str = "/", *, server_url: str = server.url, without_script: bool = False, **options: Any) -> Page:
        context = browser.new_context(locale="sv-SE", **options)
        contexts.append(context)
        if without_script:
            context.route("**/static/skript.js*", lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(server_url + path)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Open) -> Page:
    """The first screen, as a visitor opens it."""
    return open_page("/")


@pytest.fixture
def plain(open_page: Open) -> Page:
    """The first screen without JavaScript."""
    return open_page("/", java_script_enabled=False)


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return npm.read("axe-core@4.10.3", "axe.min.js").decode()


@pytest.fixture(scope="session")
def sniffer() -> str:
    """The source of HTML_CodeSniffer."""
    return npm.read("html_codesniffer@2.5.1", "build/HTMLCS.js").decode()
