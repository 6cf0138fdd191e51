"""What another site can make a visitor's browser do: link here, and nothing else."""

import pytest
import requests

from tests.conftest import Server

PHONE = "020-100 200"
EVIL = "https://evil.example"
FOREIGN = [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": EVIL}, {"Origin": "http://["}]


def history(server: Server, token: str) -> str:
    """Return the page of a conversation, as whoever has its token can see it."""
    return requests.post(server.url, data={"token": token, "choice": "kostnad"}, timeout=10).text


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("path", ["/", "/ruta"])
def test_a_site_cannot_place_a_visitor_in_a_conversation_it_reads(
    attacked: Server, headers: dict[str, str], path: str
) -> None:
    token = attacked.start()["Authorization"].removeprefix("Bearer ")
    form = {"token": token, "text": "zqxord i en fråga"}
    answer = requests.post(attacked.url + path, data=form, headers=headers, timeout=10)
    assert answer.status_code == 403 and token not in answer.text and PHONE in answer.text
    assert "zqxord" not in history(attacked, token)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("path", ["/api/conversations", "/api/messages"])
def test_a_site_cannot_use_the_api(attacked: Server, headers: dict[str, str], path: str) -> None:
    sent = {**attacked.start(), **headers}
    assert requests.post(attacked.url + path, json={}, headers=sent, timeout=10).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "null"}, {"Origin": "{own}"}, {}],
    ids=str,
)
def test_our_own_pages_and_programs_can(attacked: Server, headers: dict[str, str]) -> None:
    sent = {name: value.replace("{own}", attacked.url) for name, value in headers.items()}
    assert requests.post(f"{attacked.url}/api/conversations", json={}, headers=sent, timeout=10).status_code == 201


def test_other_sites_may_link_here(attacked: Server) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": EVIL}
    assert requests.get(attacked.url, headers=headers, timeout=10).status_code == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_the_api_reads_nothing_that_a_form_can_send(attacked: Server, content_type: str) -> None:
    for path in ("/api/conversations", "/api/messages"):
        headers = {**attacked.start(), "Content-Type": content_type}
        assert requests.post(attacked.url + path, data=b"{}", headers=headers, timeout=10).status_code == 415


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/api/conversations", "/api/openapi.json"])
def test_no_other_site_is_ever_let_in(attacked: Server, method: str, path: str) -> None:
    preflight = {"Origin": EVIL, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x"}
    answer = requests.request(method, attacked.url + path, headers=preflight, timeout=10)
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize("transport", ["polling", "websocket"])
def test_there_is_no_socket_io(attacked: Server, transport: str) -> None:
    parameters = {"EIO": "4", "transport": transport}
    answer = requests.get(f"{attacked.url}/socket.io/", params=parameters, headers={"Origin": EVIL}, timeout=10)
    assert answer.status_code == 404
