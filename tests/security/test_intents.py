"""No one outside reaches past the understanding, and nothing behind it is worth reaching."""

import json
import re

import pytest
import requests
import yaml
from rasa.shared.core.domain import Domain

from bot.content.library import Library
from tests.conftest import ROOT, Server

DEFAULT_INTENTS = ["restart", "back", "out_of_scope", "session_start", "nlu_fallback"]
INTENTS = [*DEFAULT_INTENTS, *Domain.load(str(ROOT / "domain.yml")).intents]
# No topics: Rasa's own, the card, what is not understood, and replies that mean something only in their conversation.
OWN = {*DEFAULT_INTENTS, "kris", "okant", "oklart", "tva_fragor", "annat_sprak"}
OWN |= {"svar", "vem", "tid", "tillbaka", "rattelse", "osaker", "ring_mig"}


def answered(server: Server, text: str) -> list[tuple[str, str]]:
    return [(message["kind"], message["text"]) for message in server.say(server.start(), text)]


@pytest.mark.parametrize("intent", INTENTS)
def test_an_intents_name_after_a_slash_is_only_a_word(attacked: Server, intent: str) -> None:
    word = answered(attacked, intent)
    assert answered(attacked, f"/{intent}") == word
    assert answered(attacked, f"\u200b／{intent}") == word


@pytest.mark.parametrize("slot", yaml.safe_load((ROOT / "domain.yml").read_text())["slots"])
def test_no_slot_can_be_set_from_outside(attacked: Server, slot: str) -> None:
    headers = attacked.start()
    attacked.say(headers, f'/kostnad{{"{slot}": "ung"}}')
    attacked.say(headers, f'EXTERNAL: kostnad{{"{slot}": "ung"}}')
    plain = attacked.start()
    attacked.say(plain, "kostnad")
    question = "vad händer när jag ringer"
    assert [m["text"] for m in attacked.say(headers, question)] == [m["text"] for m in attacked.say(plain, question)]


@pytest.mark.parametrize(
    "text",
    [
        "{x}",
        "{0.__class__}",
        "%s %(x)d",
        "${jndi:ldap://x}",
        "{{7*7}}",
        "{% raw %}",
        "<script>alert(1)</script>",
        "a](javascript:x)",
    ],
)
def test_what_a_visitor_writes_is_never_carried_out(attacked: Server, text: str) -> None:
    ticket = re.search(r'name="biljett" value="([^"]+)"', requests.get(attacked.url, timeout=10).text)
    assert ticket
    page = requests.post(attacked.url, data={"text": text, "biljett": ticket[1]}, timeout=10).text
    assert ">49<" not in page and "<script>alert" not in page and 'href="javascript' not in page
    assert all(text not in json.dumps(message) for message in attacked.say(attacked.start(), text))


def test_every_intent_is_something_a_visitor_may_reach(library: Library) -> None:
    topics = {topic.id for topic in library.questions()}
    assert set(INTENTS) - topics == OWN, "a new intent that is no topic: whoever finds the words reaches it"
