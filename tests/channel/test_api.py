"""The JSON API, on a real server."""

import pytest
import requests

from tests.conftest import Server

PHONE = "020-100 200"


def test_a_question_gets_a_sourced_answer(server: Server) -> None:
    [message] = server.choose(server.start(), "telefonnummer")
    assert PHONE in message["text"]
    assert message["kind"] == "answer" and message["topic"] == "telefonnummer"
    assert message["sources"] and all(source["url"] and source["checked"] for source in message["sources"])


def test_a_conversation_is_gone_when_it_is_ended(server: Server) -> None:
    headers = server.start()
    server.say(headers, "hej")
    assert requests.delete(f"{server.url}/api/conversations", headers=headers, timeout=10).status_code == 204
    response = requests.post(f"{server.url}/api/messages", json={"text": "hej"}, headers=headers, timeout=10)
    assert response.status_code == 401


def test_tokens_are_long_and_never_the_same(server: Server) -> None:
    tokens = {server.start()["Authorization"] for _ in range(50)}
    assert len(tokens) == 50 and min(map(len, tokens)) >= len("Bearer ") + 43


def test_two_visitors_never_share_a_conversation(server: Server) -> None:
    first, second = server.start(), server.start()
    server.choose(first, "kostnad")
    [message] = server.say(second, "mer")
    assert message["topic"] is None


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 401), ({"Authorization": "Bearer fel"}, 401), ({"Authorization": "Basic x"}, 401)],
)
def test_without_a_valid_token_nothing_is_answered(server: Server, headers: dict[str, str], status: int) -> None:
    response = requests.post(f"{server.url}/api/messages", json={"text": "hej"}, headers=headers, timeout=10)
    assert response.status_code == status
    assert PHONE in response.json()["help"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b'"hej"', 400),
        (b"{}", 400),
        (b'{"text": ""}', 400),
        (b'{"text": "  \\u200b "}', 400),
        (b'{"text": 1}', 400),
        (b'{"text": null}', 400),
        (b'{"text": ["hej"]}', 400),
        (b'{"text": "hej", "sender": "x"}', 400),
        (b'{"text": "hej", "metadata": {}}', 400),
        (b'{"text": "hej", "choice": "kostnad"}', 400),
        (b'{"text": "hej", "text": "hej"}', 400),
        (b'{"choice": "finns_inte"}', 400),
        (b'{"choice": "kris"}', 400),
        (b'{"choice": "../x"}', 400),
        (b"\xff\xfe", 400),
        (b'{"text": "' + b"a" * 1001 + b'"}', 413),
        (b'{"text": "' + b"a" * 9000 + b'"}', 413),
    ],
)
def test_bad_input_gets_a_reason_and_the_number(server: Server, body: bytes, status: int) -> None:
    headers = server.start() | {"Content-Type": "application/json"}
    response = requests.post(f"{server.url}/api/messages", data=body, headers=headers, timeout=10)
    assert response.status_code == status, response.text
    assert response.json()["error"] and PHONE in response.json()["help"]


def test_only_json_is_read(server: Server) -> None:
    headers = server.start() | {"Content-Type": "text/plain"}
    response = requests.post(f"{server.url}/api/messages", data=b'{"text": "hej"}', headers=headers, timeout=10)
    assert response.status_code == 415


@pytest.mark.parametrize("text", ["/kris", "/restart", "//restart", " /restart", "\u200b/restart", "／restart"])
def test_a_slash_never_fires_an_intent(server: Server, library, text: str) -> None:
    messages = server.say(server.start(), text)
    assert all(message["kind"] != "crisis" for message in messages), "an intent was fired from outside"
    apology = library.topics["fel"].answers[0].text[:20]
    assert not any(message["text"].startswith(apology) for message in messages), "the conversation was restarted"


@pytest.mark.parametrize(
    "path",
    [
        "/webhooks/rest/webhook",
        "/status",
        "/version",
        "/domain",
        "/model/parse",
        "/conversations/x/tracker",
        "/socket.io/",
    ],
)
def test_rasas_own_http_api_is_not_mounted(server: Server, path: str) -> None:
    assert requests.get(server.url + path, timeout=10).status_code == 404
    assert requests.post(server.url + path, json={}, timeout=10).status_code in (404, 405)


def test_the_api_describes_itself(server: Server) -> None:
    description = requests.get(f"{server.url}/api/openapi.json", timeout=10).json()
    assert set(description["paths"]) == {"/api/conversations", "/api/messages"}


def test_every_topic_can_be_chosen_and_says_something(server: Server, library) -> None:
    for topic in library.questions():
        messages = server.choose(server.start(), topic.id)
        assert messages and all(message["text"].strip() for message in messages), topic.id
        assert all("{" not in message["text"] for message in messages), topic.id
