"""Every answer as a page of its own, to read, search, print and link to."""

import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from sanic import NotFound, Request
from sanic.response import HTTPResponse, redirect

from bot.answers.kept import with_exception
from bot.answers.writer import write_reply
from bot.channel.requests import clean
from bot.content.contacts import Contact
from bot.content.library import Library
from bot.content.opening import opening_at
from bot.content.topics import Topic
from bot.web.text import phone_href
from bot.web.views import View

CODE_LENGTH = 6
MAX_SEARCH = 100


@dataclass(frozen=True)
class Answers:
    """Shows answers and contacts as pages."""

    view: View

    def index(self, request: Request) -> HTTPResponse:
        """Return the list of answers. The words searched for come in the body, so no address shows them."""
        words = clean(str(request.form.get("sok") or "") if request.form else "")[:MAX_SEARCH]
        groups = [(heading, self._found(topics, words)) for heading, topics in self._groups()]
        return self.view.page("svar.html", groups=[group for group in groups if group[1]], words=words)

    def answer(self, name: str, request: Request) -> HTTPResponse:
        """Return one answer. A topic's id leads to its neutral address, since ids can hold telling words."""
        library = self.view.library
        topics = {code(topic.id): topic for _, topics in self._groups() for topic in topics}
        if name in library.topics and code(name) in topics:
            return redirect(f"/svar/{code(name)}", status=301)
        if name not in topics:
            raise NotFound()
        return self._page(library, topics[name], request.args.get("roll"))

    def contacts(self) -> HTTPResponse:
        """Return everyone there is to turn to."""
        library = self.view.library
        cards = [self._card(library, contact) for contact in library.contacts.values()]
        return self.view.page(
            "kontakter.html",
            urgent=[card for card in cards if card["contact"].urgent],
            others=[card for card in cards if not card["contact"].urgent],
        )

    def _page(self, library: Library, topic: Topic, reader: str | None) -> HTTPResponse:
        today = self.view.now().date()
        shown = topic.answer_for(reader)
        written = write_reply(library, topic.id, today=today, reader=reader)
        reply = asdict(with_exception(library, written, self.view.settings, today))
        card = write_reply(library, topic.id, today=today, part="kort").text if shown.card else ""
        plain = library.fill(shown.plain, today)
        related = [(code(choice["id"]), choice["title"]) for choice in reply["choices"]]
        return self.view.page(
            "ett_svar.html", topic=topic, answer=shown, reply=reply, card=card, plain=plain, related=related
        )

    def _groups(self) -> list[tuple[str, list[Topic]]]:
        topics = self.view.library.questions()
        return [
            (heading, [topic for topic in topics if topic.group == group])
            for group, heading in self.view.layout["grupper"].items()
        ]

    def _found(self, topics: list[Topic], words: str) -> list[tuple[str, str]]:
        wanted = words.casefold().split()
        return [(code(t.id), t.title) for t in topics if all(word in _searchable(t) for word in wanted)]

    def _card(self, library: Library, contact: Contact) -> dict[str, Any]:
        now = self.view.now()
        hours = library.facts.get(contact.hours or "")
        phone, web = library.facts.get(contact.phone or ""), library.facts.get(contact.web or "")
        return {
            "contact": contact,
            "phone": phone.text(now.date()) if phone else "",
            "href": phone_href(phone.text(now.date())) if phone else "",
            "web": web.text(now.date()) if web else "",
            "hours": hours.text(now.date()) if hours else "",
            "stated": hours.stated_in_words() if hours else "",
            "opening": opening_at(hours, now) if hours and hours.hours else None,
            "source": library.sources.get(contact.source),
        }


def code(topic_id: str) -> str:
    """Return the topic's neutral address: always the same, and telling nothing."""
    return hashlib.sha256(topic_id.encode()).hexdigest()[:CODE_LENGTH]


def _searchable(topic: Topic) -> str:
    answer = topic.answers[0]
    return " ".join([topic.title, answer.text, answer.more]).casefold()
