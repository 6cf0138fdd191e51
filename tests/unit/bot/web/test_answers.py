"""The addresses of answers."""

from bot.content.live import LiveLibrary
from bot.web.answers import code
from tests.conftest import ROOT


def test_no_two_answers_share_an_address() -> None:
    topics = LiveLibrary(ROOT / "data").get().topics
    assert len({code(id_) for id_ in topics}) == len(topics)
