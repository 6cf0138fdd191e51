"""What every page is rendered with: the templates, the numbers, the hours and the links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from sanic.response import HTTPResponse, html

from bot.answers.writer import worded, write_reply
from bot.content.facts import date_in_words
from bot.content.library import Library
from bot.content.live import live_library
from bot.content.opening import opening_at
from bot.settings import Settings
from bot.web.text import Link, blocks, links_in, phone_href, pieces
from bot.web.web_settings import WebSettings

HERE = Path(__file__).parent
# How many texts are kept as they are written in HTML: a page shows the whole conversation anew at each turn.
MOST_WRITTEN = 500
HOURS = "orostelefonen_tider"
# The talk for a relative who does not know what to ask.
GUIDE, GUIDE_READER = "hjalp_mig_borja", "anhorig"


@dataclass(frozen=True)
class View:
    """Renders pages. Content is read anew for each, so that an edited fact shows at once."""

    settings: Settings
    web: WebSettings
    templates: Environment
    layout: dict[str, Any]
    versions: dict[str, str]

    @property
    def library(self) -> Library:
        return live_library(self.settings.data).get()

    def page(self, template: str, *, status: int = 200, **values: Any) -> HTTPResponse:
        """Return a page as a response."""
        text = self.templates.get_template(template).render({**self._common(), **values})
        style = f"/static/stil.css?v={self.versions.get('stil.css')}"
        # The browser asks for the style before it has read the page: some 50 ms sooner on a slow phone.
        ahead = {"Link": f"<{style}>; rel=preload; as=style"} if style in text else {}
        return html(text, status=status, headers=ahead)

    def now(self) -> datetime:
        return datetime.now(self.settings.time_zone)

    def phrase(self, name: str, **values: str) -> str:
        """Return one of the bot's own phrases, filled in."""
        return write_reply(self.library, name, today=self.now().date(), values=values).text

    def hours_status(self) -> str:
        """Return in words whether the helpline is open now, and if not when it opens."""
        opening = opening_at(self.library.facts[HOURS], self.now())
        return self.phrase(opening.phrase, nasta_tid=opening.next_opening)

    def _common(self) -> dict[str, Any]:
        library = self.library
        links, written = _links(library), _writer(library, self.templates)
        return {
            "web": self.web,
            "minutes": self.settings.idle_seconds // 60,
            "counts": bool(self.settings.statistics_url),
            "keeps": self.settings.keep_unrecognised,
            "versions": self.versions,
            "helpline": _link(library, links, "orostelefonen_telefon"),
            "danger": _link(library, links, "sos_telefon"),
            "hours_status": self.hours_status(),
            "links": links,
            "written": written,
            "pieces": lambda line: pieces(line, links),
            "phrase": self.phrase,
            "fact": lambda name: library.facts[name].text(self.now().date()),
            "starts": self._starts(library),
            "guide": {"roll": GUIDE_READER, "choice": worded(library, [GUIDE])[0]},
        }

    def _starts(self, library: Library) -> list[dict[str, Any]]:
        starts = [{**start, "choices": worded(library, start["fragor"])} for start in self.layout["ingangar"]]
        return [start for start in starts if start["choices"]]


def make_view(settings: Settings, web: WebSettings, versions: dict[str, str]) -> View:
    """Return the view with its templates loaded."""
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["in_words"] = date_in_words
    layout = yaml.safe_load((HERE / "start.yml").read_text(encoding="utf-8"))
    return View(settings, web, templates, layout, versions)


def turn(words: str, replies: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return one turn as the templates take it: what the visitor said and what was replied."""
    return {"words": words, "replies": list(replies)}


@lru_cache(maxsize=1)
def _links(library: Library) -> dict[str, Link]:
    return links_in(library.facts.values())


@lru_cache(maxsize=1)
def _writer(library: Library, templates: Environment) -> Callable[[str], Markup]:
    """Return what writes a text of ours in HTML, each text once while the content stays as it is."""
    links, macro = _links(library), vars(templates.get_template("delar.html").module)["text"]

    @lru_cache(maxsize=MOST_WRITTEN)
    def written(text: str) -> Markup:
        return Markup(macro(text, blocks, lambda line: pieces(line, links)))

    return written


def _link(library: Library, links: dict[str, Link], name: str) -> Link:
    value = str(library.facts[name].value)
    return links.get(value) or Link(value, phone_href(value), True)
