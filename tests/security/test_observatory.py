"""What MDN's HTTP Observatory looks for, and its points: the page must stay at A+ (see docs/sakerhet.md)."""

import re

import pytest
import requests

from tests.conftest import Server

YEAR = 365 * 24 * 3600


@pytest.fixture(scope="module")
def page(attacked: Server) -> requests.Response:
    """The first page, as a proxy with TLS shows it."""
    return requests.get(attacked.url, timeout=10)


@pytest.fixture(scope="module")
def policy(page: requests.Response) -> dict[str, list[str]]:
    """The Content-Security-Policy, by directive."""
    parts = [part.split() for part in page.headers["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in parts}


def test_everything_is_forbidden_that_is_not_allowed(policy: dict[str, list[str]]) -> None:
    assert policy["default-src"] == ["'none'"] and policy["base-uri"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"] and all(
        values or name.startswith("up") for name, values in policy.items()
    )


def test_no_code_but_our_own_files_is_allowed(policy: dict[str, list[str]]) -> None:
    allowed = {value for name, values in policy.items() if name != "form-action" for value in values}
    assert allowed <= {"'none'", "'self'", "'script'"}, (
        "unsafe-inline, unsafe-eval, data:, a host or a star costs the grade"
    )


def test_a_form_is_sent_to_ourselves_and_the_exit_only(policy: dict[str, list[str]]) -> None:
    assert policy["form-action"][0] == "'self'" and len(policy["form-action"]) == 2
    assert policy["form-action"][1].startswith("https://")


def test_the_page_is_only_ever_read_over_tls(page: requests.Response) -> None:
    strict = page.headers["Strict-Transport-Security"]
    age = re.search(r"max-age=(\d+)", strict)
    assert age and int(age[1]) >= 2 * YEAR and "includeSubDomains" in strict and "preload" in strict


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
    ],
)
def test_each_header_that_gives_points_is_there(page: requests.Response, name: str, value: str) -> None:
    assert page.headers[name] == value


def test_there_is_no_cookie_and_nobody_else_may_read(page: requests.Response) -> None:
    assert not page.cookies and "Set-Cookie" not in page.headers
    assert not [name for name in page.headers if name.lower().startswith("access-control")]


def test_nothing_is_fetched_from_anywhere_else(page: requests.Response) -> None:
    fetched = re.findall(
        r"<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*?(?:src|href)=\"([^\"]+)\"", page.text
    )
    assert fetched and all(address.startswith("/") and not address.startswith("//") for address in fetched)
