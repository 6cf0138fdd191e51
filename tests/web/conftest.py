"""One real server, one neutral page to leave to, one stranger's site, and Chromium."""

import hashlib
import shutil
import subprocess
import tarfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import Server, run_server
from tests.web.browser import Site, chromium, small_site

AXE = "axe-core@4.10.3"
AXE_SHA512 = "Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg=="
AXE_FOLDER = Path.home() / ".cache" / "orosboten" / AXE
Open = Callable[..., Page]


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
    with run_server(log, **settings) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Open]:
    """Open an address of ours in a browser of its own: `open_page("/svar", java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def open_(path: str = "/", **options: object) -> Page:
        context = browser.new_context(locale="sv-SE", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(server.url + path)
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
    """The source of axe-core, from npm, checked against its known sum."""
    package = AXE_FOLDER / "package.tgz"
    if not package.exists():
        _fetch(package)
    found = b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    assert found == AXE_SHA512, f"{package} is not the {AXE} that was checked: delete it and run again."
    with tarfile.open(package) as archive:
        source = archive.extractfile("package/axe.min.js")
        assert source is not None
        return source.read().decode()


def _fetch(package: Path) -> None:
    npm = shutil.which("npm")
    assert npm, f"npm is missing: install it, or put the package of {AXE} at {package}."
    package.parent.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", AXE, "--silent", "--pack-destination", str(package.parent)]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    (package.parent / name).rename(package)
