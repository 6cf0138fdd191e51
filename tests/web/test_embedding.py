"""The chat in a frame on somebody else's site."""

import pytest
from playwright.sync_api import FrameLocator, Page, Request, expect

from tests.conftest import ROOT, Server
from tests.web.browser import Site
from tests.web.conftest import Open
from tests.web.visitor import WORRY, ask

GUIDE = ROOT / "docs" / "webb.md"


def snippet() -> str:
    """Return the frame that the guide tells others to paste in."""
    text = GUIDE.read_text(encoding="utf-8")
    return " ".join(text[text.index("<iframe") : text.index("</iframe>")].split()) + "</iframe>"


def frame(page: Page, site: Site, address: str) -> FrameLocator:
    """Open a site with the guide's frame around an address of ours."""
    site.html = "<!doctype html><html lang=sv><title>Kommunen</title>" + snippet().replace(
        "https://chatt.example.se/ruta", address
    )
    page.goto(site.url)
    return page.frame_locator("iframe")


def is_shown(page: Page, site: Site, address: str) -> bool:
    """Return whether the chat shows in a frame on the site."""
    inside = frame(page, site, address)
    page.wait_for_timeout(800)
    return inside.locator("#fraga").count() == 1


def test_a_page_of_ours_cannot_be_framed(page: Page, server: Server, municipality: Site) -> None:
    assert not is_shown(page, municipality, f"{server.url}/")


def test_the_embedding_page_shows_on_an_allowed_site(page: Page, server: Server, municipality: Site) -> None:
    assert is_shown(page, municipality, f"{server.url}/ruta")


def test_the_embedding_page_does_not_show_on_a_foreign_site(page: Page, server: Server, stranger: Site) -> None:
    assert not is_shown(page, stranger, f"{server.url}/ruta")


def test_a_foreign_site_cannot_wrap_an_allowed_one_around_the_chat(
    page: Page, server: Server, municipality: Site, stranger: Site
) -> None:
    municipality.html = f'<iframe src="{server.url}/ruta"></iframe>'
    stranger.html = f'<iframe src="{municipality.url}"></iframe>'
    page.goto(stranger.url)
    page.wait_for_timeout(800)
    assert page.frame_locator("iframe").frame_locator("iframe").locator("#fraga").count() == 0


def test_the_site_around_cannot_read_the_chat(page: Page, server: Server, municipality: Site) -> None:
    inside = frame(page, municipality, f"{server.url}/ruta")
    inside.locator("#fraga").wait_for()
    read = "try { document.querySelector('iframe').contentWindow.document.body.innerText } catch (e) { e.name }"
    assert page.evaluate(read) == "SecurityError"


@pytest.mark.parametrize("with_script", [True, False])
@pytest.mark.parametrize("asked", [True, False])
def test_the_exit_of_an_embedded_chat_leaves_the_page_around_it(
    open_page: Open, server: Server, municipality: Site, with_script: bool, asked: bool
) -> None:
    page = open_page("/om", java_script_enabled=with_script)
    inside = frame(page, municipality, f"{server.url}/ruta")
    if asked:
        ask(inside, WORRY)
    inside.locator("#ut").click()
    expect(page).to_have_title("Neutral")


def test_the_exit_of_an_embedded_chat_ends_the_conversation(page: Page, server: Server, municipality: Site) -> None:
    inside = frame(page, municipality, f"{server.url}/ruta")
    ask(inside, WORRY)

    def ends(sent: Request) -> bool:
        return sent.method == "DELETE" and sent.headers.get("authorization", "").startswith("Bearer ")

    with page.expect_request(ends):
        inside.locator("#ut").click()
    expect(page).to_have_title("Neutral")


@pytest.mark.parametrize("with_script", [True, False])
def test_an_embedded_chat_answers(open_page: Open, server: Server, municipality: Site, with_script: bool) -> None:
    page = open_page("/om", java_script_enabled=with_script)
    inside = frame(page, municipality, f"{server.url}/ruta")
    ask(inside, "Kostar det något att ringa?")
    expect(inside.locator("#lista > .svar")).to_have_count(1)
    assert page.url.rstrip("/") == municipality.url
