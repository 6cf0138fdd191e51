"""Personal details are taken away where the words come in; the visitor is told once, kindly."""

import re

import requests

from tests.conftest import Server

TOLD = "Du behöver inte skriva namn eller nummer"


def say(server: Server, headers: dict[str, str], text: str) -> dict:
    return requests.post(f"{server.url}/api/messages", json={"text": text}, headers=headers, timeout=20).json()


def test_the_visitor_is_told_once_and_sees_what_was_heard(server: Server) -> None:
    headers = server.start()
    first = say(server, headers, "min son Ali 20080412-2385 har blivit kontaktad av nazister")
    assert first["heard"] == "min son [namn] [personnummer] har blivit kontaktad av nazister"
    assert [message["title"] for message in first["messages"]].count(TOLD) == 1
    assert first["messages"][-1]["title"] == TOLD and len(first["messages"]) > 1
    second = say(server, headers, "ring mig på 070-123 45 67")
    assert second["heard"] == "ring mig på [telefonnummer]"
    assert TOLD not in [message["title"] for message in second["messages"]]


def test_nobody_is_told_anything_when_there_was_nothing_to_take_away(server: Server) -> None:
    answer = say(server, server.start(), "är 020-100 200 rätt nummer till er")
    assert "heard" not in answer and TOLD not in str(answer)


def test_the_label_itself_is_not_understood_as_a_question(server: Server) -> None:
    with_number = say(server, server.start(), "min granne 070-123 45 67 samlar vapen i källaren")["messages"][0]
    without = say(server, server.start(), "min granne samlar vapen i källaren")["messages"][0]
    assert (with_number["kind"], with_number["topic"]) == (without["kind"], without["topic"])


def test_the_page_shows_and_keeps_what_is_left(server: Server) -> None:
    ticket = re.search(r'name="biljett" value="([^"]+)"', requests.get(server.url, timeout=10).text)
    assert ticket
    form = {"text": "hej jag heter Gunilla, ring 070-123 45 67", "biljett": ticket[1]}
    page = requests.post(server.url, data=form, timeout=20).text
    assert "hej jag heter [namn], ring [telefonnummer]" in page and TOLD in page
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    later = requests.post(server.url, data={"choice": "kostnad", "token": token[1]}, timeout=20).text
    assert "hej jag heter [namn]" in later and "Gunilla" not in later and "070-123" not in later
