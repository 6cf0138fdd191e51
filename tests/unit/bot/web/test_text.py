"""Plain text becomes paragraphs, lists and links."""

from pathlib import Path

import pytest

from bot.content.library import Library
from bot.content.live import LiveLibrary
from bot.web.text import blocks, links_in, phone_href, pieces
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("number", "href"),
    [("020-100 200", "tel:+4620100200"), ("112", "tel:112"), ("114 14", "tel:11414"), ("116 111", "tel:116111")],
)
def test_numbers_become_links_that_can_be_called(number: str, href: str) -> None:
    assert phone_href(number) == href


def test_only_what_the_register_holds_becomes_a_link() -> None:
    links = links_in(LiveLibrary(ROOT / "data").get().facts.values())
    line = "Ring 112, inte 0200-100 200, 1123 eller javascript:x. Se bris.se och evil.se."
    assert [piece.text for piece in pieces(line, links) if piece.link] == ["Ring 112", "bris.se"]


def test_lists_and_paragraphs_are_told_apart() -> None:
    found = blocks("Ett\nTvå:\n– a\n– b\n\nTre")
    assert [(block.is_list, block.lines) for block in found] == [
        (False, ("Ett", "Två:")),
        (True, ("a", "b")),
        (False, ("Tre",)),
    ]


def test_no_template_holds_a_number_of_its_own(library: Library) -> None:
    numbers = [link.text for link in links_in(library.facts.values()).values() if link.is_phone]
    for template in Path(ROOT / "bot" / "web" / "templates").glob("*.html"):
        assert not [number for number in numbers if number in template.read_text(encoding="utf-8")], template
