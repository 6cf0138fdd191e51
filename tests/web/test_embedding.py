"""The chat in a frame on somebody else's site."""

import pytest
from playwright.sync_api import Page

from tests.conftest import Server
from tests.web.browser import Site
from tests.web.conftest import Open


def test_a_page_of_ours_cannot_be_framed(open_page: Open, server: Server, stranger: Site) -> None:
    assert not _framed(open_page, stranger, f"{server.url}/")


def test_the_embedding_page_shows_on_an_allowed_site(open_page: Open, server: Server, municipality: Site) -> None:
    assert _framed(open_page, municipality, f"{server.url}/ruta")


def test_the_embedding_page_does_not_show_on_a_foreign_site(open_page: Open, server: Server, stranger: Site) -> None:
    assert not _framed(open_page, stranger, f"{server.url}/ruta")


@pytest.mark.parametrize("with_script", [True, False])
def test_the_exit_of_an_embedded_chat_leaves_the_page_around_it(
    open_page: Open, server: Server, municipality: Site, with_script: bool
) -> None:
    page = open_page("/om", java_script_enabled=with_script)
    _frame(page, municipality, f"{server.url}/ruta")
    page.frame_locator("iframe").locator("#ut").click()
    page.wait_for_function("document.title === 'Neutral'") if with_script else page.wait_for_timeout(1500)
    assert page.title() == "Neutral"


def test_an_embedded_chat_answers_without_script(open_page: Open, server: Server, municipality: Site) -> None:
    page = open_page("/om", java_script_enabled=False)
    _frame(page, municipality, f"{server.url}/ruta")
    inside = page.frame_locator("iframe")
    inside.locator("#fraga").fill("Kostar det något att ringa?")
    inside.locator("#skriv button").click()
    inside.locator("#lista > .svar").wait_for()


def _frame(page: Page, site: Site, address: str) -> None:
    sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-top-navigation-by-user-activation"
    site.html = (
        "<!doctype html><html lang=sv><title>Kommunen</title>"
        f'<iframe src="{address}" sandbox="{sandbox}" referrerpolicy="no-referrer" title="Chatt" width=400 height=600>'
        "</iframe></html>"
    )
    page.goto(site.url)


def _framed(open_page: Open, site: Site, address: str) -> bool:
    """Return whether the chat shows in a frame on the site."""
    page = open_page("/om")
    _frame(page, site, address)
    page.wait_for_timeout(800)
    return page.frame_locator("iframe").locator("#fraga").count() == 1
