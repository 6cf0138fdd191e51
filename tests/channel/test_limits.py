"""Nobody can shut others out by sending much, and whoever is held back is told kindly."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import requests

from bot.channel.limits import Limits, _prefix
from bot.settings import Settings
from tests.conftest import Server, run_server

PHONE = "020-100 200"


@pytest.fixture(scope="module")
def narrow(model, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    limits = {"TURNS_A_MINUTE": "5", "STARTS_A_MINUTE": "30", "MESSAGES_A_MINUTE": "40", "MAX_CONVERSATIONS": "12"}
    environment = {f"OROSBOTEN_{name}": value for name, value in limits.items()} | {"OROSBOTEN_PROXIES": "1"}
    with run_server(tmp_path_factory.mktemp("narrow") / "log.txt", **environment) as server:
        yield server


def post(server: Server, path: str, *, ip: str, headers: dict[str, str] | None = None, **body) -> requests.Response:
    headers = {"X-Forwarded-For": ip} | (headers or {})
    return requests.post(f"{server.url}{path}", headers=headers, timeout=20, **body)


def start(server: Server, ip: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {post(server, '/api/conversations', ip=ip, json={}).json()['token']}"}


def test_a_conversation_that_talks_too_fast_is_asked_to_wait_and_given_the_numbers(narrow: Server) -> None:
    ip, body = "10.1.0.1", {"choice": "kostnad"}
    headers = start(narrow, ip)
    answers = [post(narrow, "/api/messages", ip=ip, headers=headers, json=body) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert PHONE in answers[-1].json()["help"] and "112" in answers[-1].json()["help"]
    assert answers[-1].headers["Retry-After"] == "60"
    assert post(narrow, "/api/messages", ip=ip, headers=start(narrow, ip), json=body).status_code == 200


def test_a_network_that_floods_is_held_back_and_others_are_not(narrow: Server) -> None:
    flood = [post(narrow, "/api/messages", ip=f"10.2.0.{n}", json={"text": "hej"}).status_code for n in range(42)]
    assert flood == [401] * 40 + [429] * 2
    assert post(narrow, "/api/messages", ip="10.3.0.1", json={"text": "hej"}).status_code == 401


def test_the_page_is_held_back_too_and_keeps_what_was_written(narrow: Server) -> None:
    forms = [post(narrow, "/", ip="10.4.0.1", data={"text": "min bror"}) for _ in range(41)]
    assert forms[-1].status_code == 429
    assert "många meddelanden" in forms[-1].text and "min bror</textarea>" in forms[-1].text and PHONE in forms[-1].text


def test_newcomers_never_push_out_a_conversation_under_way(narrow: Server) -> None:
    headers = start(narrow, "10.5.0.1")
    newcomers = [post(narrow, "/api/conversations", ip="10.6.0.1", json={}) for _ in range(20)]
    assert newcomers[-1].status_code == 503 and PHONE in newcomers[-1].json()["help"]
    answer = post(narrow, "/api/messages", ip="10.5.0.1", headers=headers, json={"choice": "kostnad"})
    assert answer.status_code == 200
    requests.delete(f"{narrow.url}/api/conversations", headers=headers, timeout=10)


def test_a_forwarded_address_is_not_believed_without_a_proxy(server: Server) -> None:
    assert post(server, "/api/conversations", ip="not an address", json={}).status_code == 201


def test_a_very_long_conversation_starts_anew_gently(model, tmp_path) -> None:
    with run_server(tmp_path / "log.txt", OROSBOTEN_MAX_TURNS="2") as server:
        headers = server.start()
        server.choose(headers, "kostnad")
        server.choose(headers, "kostnad")
        notice, answer = server.choose(headers, "oppettider")
        assert notice["title"] == "Vi börjar om" and answer["topic"] == "oppettider"
        assert len(server.choose(headers, "kostnad")) == 1


def test_the_page_says_when_to_try_again(narrow: Server) -> None:
    forms = [post(narrow, "/ruta", ip="10.8.0.1", data={"text": "min bror"}) for _ in range(41)]
    assert forms[-1].status_code == 429 and forms[-1].headers["Retry-After"] == "60"


def test_one_network_is_a_24_or_a_48_and_a_mapped_address_is_its_own(narrow: Server) -> None:
    assert _prefix("192.0.2.77") == _prefix("::ffff:192.0.2.1") == "192.0.2.0/24"
    assert _prefix("2001:db8:1:2::3") == _prefix("2001:db8:1:ffff::") == "2001:db8:1::/48"
    assert _prefix("::ffff:192.0.2.1") != _prefix("::ffff:198.51.100.1")


def test_no_address_is_left_in_the_limits() -> None:
    limits = Limits(Settings())
    request = SimpleNamespace(client_ip="192.0.2.77")
    limits.count_message(request)
    assert dict(limits._sent) and "192.0.2" not in str(dict(limits._sent))
