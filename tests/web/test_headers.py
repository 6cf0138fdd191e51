"""The headers of every kind of response, the compression, and the weight of the first load."""

import gzip

import pytest
import requests
from playwright.sync_api import Page

from bot.web.headers import ALWAYS, policy
from bot.web.static_files import static_files
from bot.web.web_settings import WebSettings
from tests.conftest import Server
from tests.web.browser import Site
from tests.web.conftest import Open

ROUTES = ["/", "/svar", "/kontakter", "/om", "/static/stil.css", "/static/skript.js", "/ut", "/finns-inte", "/api/nix"]
KB = 1024


@pytest.mark.parametrize("path", ROUTES)
def test_every_response_carries_the_strict_headers(server: Server, neutral: Site, path: str) -> None:
    headers = requests.get(server.url + path, allow_redirects=False, timeout=10).headers
    web = WebSettings(exit_url=f"{neutral.url}/")
    expected = {**ALWAYS, "Content-Security-Policy": policy(web, embeddable=False), "X-Frame-Options": "DENY"}
    assert {name: headers.get(name) for name in expected} == expected
    assert "Server" not in headers and "Set-Cookie" not in headers


def test_the_policy_allows_no_inline_code_or_style(server: Server) -> None:
    given = requests.get(server.url, timeout=10).headers["Content-Security-Policy"]
    assert "unsafe" not in given and "default-src 'none'" in given and "trusted-types 'none'" in given


def test_the_exit_is_a_303_that_asks_for_everything_to_be_forgotten(server: Server, neutral: Site) -> None:
    answer = requests.get(f"{server.url}/ut", allow_redirects=False, timeout=10)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{neutral.url}/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'


def test_tls_headers_are_sent_only_when_tls_is_in_front() -> None:
    assert "upgrade-insecure-requests" in policy(WebSettings(tls=True), embeddable=False)
    assert "upgrade-insecure-requests" not in policy(WebSettings(), embeddable=False)


def test_a_page_that_mixes_words_and_token_is_never_compressed(server: Server) -> None:
    answer = requests.post(server.url, data={"text": "hej", "token": "x"}, timeout=10)
    assert "Content-Encoding" not in answer.headers


def test_the_first_load_is_light(open_page: Open, server: Server) -> None:
    page = open_page("/finns-inte")
    sizes: dict[str, int] = {}
    page.on("requestfinished", lambda r: sizes.update({r.url: r.sizes()["responseBodySize"]}))
    page.goto(server.url, wait_until="networkidle")
    assert len(sizes) <= 4
    assert sum(sizes.values()) <= 25 * KB
    assert next(size for url, size in sizes.items() if "skript.js" in url) <= 10 * KB
    assert next(size for url, size in sizes.items() if "stil.css" in url) <= 6 * KB


def test_one_answer_is_light(server: Server) -> None:
    answer = requests.post(f"{server.url}/api/messages", json={"choice": "tecken"}, headers=server.start(), timeout=20)
    assert len(gzip.compress(answer.content)) <= 5 * KB


def test_nothing_breaks_the_policy_during_a_chat(page: Page) -> None:
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.reload()
    page.fill("#fraga", "<img src=x onerror=alert(1)> javascript:alert(1) [x](javascript:alert(2))")
    page.click("#skriv button")
    page.locator("#lista > .svar").wait_for()
    assert wrong == []
    assert page.locator("#lista img, #lista a[href^=javascript]").count() == 0


def test_the_script_has_no_way_to_run_text_as_code() -> None:
    script = static_files()["skript.js"].body.decode()
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function", "document.write", ".cookie"):
        assert sink not in script


def test_an_answer_makes_no_sound_and_calls_for_no_notice() -> None:
    script = static_files()["skript.js"].body.decode()
    for call in ("Audio", "Notification", "vibrate", "setAppBadge", "speechSynthesis", "document.title"):
        assert call not in script


def test_no_font_and_no_picture_is_needed() -> None:
    style = static_files()["stil.css"].body.decode()
    assert "@font-face" not in style and "url(" not in style and "@import" not in style


def test_the_style_is_asked_for_before_the_page_is_read(server: Server) -> None:
    answer = requests.get(server.url, timeout=10)
    style = answer.headers["Link"].split(">")[0].strip("<")
    assert f'<link rel="stylesheet" href="{style}">' in answer.text
