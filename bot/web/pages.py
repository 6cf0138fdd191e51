"""The pages a visitor opens, rendered on the server: their addresses, and what every response passes through."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from sanic import Blueprint, NotFound, Request, Sanic
from sanic.response import BaseHTTPResponse, HTTPResponse, raw, redirect

from bot.channel.conversations import Conversations
from bot.channel.turns import Turns
from bot.memory import Memory
from bot.settings import Settings
from bot.web.answers import Answers
from bot.web.chat import Chat
from bot.web.compression import compress
from bot.web.headers import EMBEDDED, FORGET, secure
from bot.web.static_files import static_files
from bot.web.tickets import Tickets
from bot.web.views import View, make_view
from bot.web.web_settings import WebSettings

logger = logging.getLogger(__name__)
READING_PAGES = ("infor-samtalet", "tillganglighet", "integritet", "sakerhet", "om")
# Everything but the API and what operators read, whose unknown addresses are answered as JSON.
ANY_PAGE = r"/<path:(?!(?:api|healthz|readyz|metrics)(?:/|$)).+>"


class Pages(Blueprint):
    """A blueprint whose headers and compression cover the whole app, the API too."""

    def __init__(self, finish: Callable[[Request, BaseHTTPResponse], Awaitable[None]]) -> None:
        super().__init__("pages")
        self.ctx.finish = finish

    def register(self, app: Sanic[Any, Any], options: dict[str, Any]) -> None:
        """Add the pages to the app, and what every response passes through."""
        super().register(app, options)  # type: ignore[no-untyped-call]  # Sanic has no types there
        app.register_middleware(self.ctx.finish, "response")


def pages(turns: Turns, conversations: Conversations, memory: Memory, settings: Settings) -> Blueprint:
    """Return the blueprint of the pages."""
    web, files = WebSettings.from_environment(), static_files()
    view = make_view(settings, web, {name: file.version for name, file in files.items()})

    async def finish(request: Request, response: BaseHTTPResponse) -> None:
        secure(request, response, web)
        compress(request, response)

    blueprint = Pages(finish)
    _chat_pages(blueprint, Chat(view, turns, conversations, Tickets(memory, settings)), web)
    _answer_pages(blueprint, Answers(view))
    _reading_pages(blueprint, view)

    @blueprint.get("/static/<name:str>")
    async def static(request: Request, name: str) -> HTTPResponse:
        if name not in files:
            raise NotFound()
        return raw(files[name].body, content_type=files[name].content_type)

    return blueprint


def _chat_pages(blueprint: Blueprint, chat: Chat, web: WebSettings) -> None:
    @blueprint.get("/")
    @blueprint.get(EMBEDDED, name="embedded")
    async def first(request: Request) -> HTTPResponse:
        return chat.first(request)

    @blueprint.post("/")
    @blueprint.post(EMBEDDED, name="say_embedded")
    async def say(request: Request) -> HTTPResponse:
        return await chat.say(request)

    @blueprint.post("/rensa")
    @blueprint.post(f"{EMBEDDED}/rensa", name="clear_embedded")
    async def clear(request: Request) -> HTTPResponse:
        await chat.end(request)
        return chat.first(request, notice="cleared")

    @blueprint.get("/rensa")
    async def cleared(request: Request) -> HTTPResponse:
        return redirect("/", status=303)

    @blueprint.route("/ut", methods=["GET", "POST"])
    async def leave(request: Request) -> HTTPResponse:
        await chat.leave(request)
        return redirect(web.exit_url, status=303, headers={"Clear-Site-Data": FORGET})


def _answer_pages(blueprint: Blueprint, answers: Answers) -> None:
    @blueprint.route("/svar", methods=["GET", "POST"])
    async def index(request: Request) -> HTTPResponse:
        return answers.index(request)

    @blueprint.get("/svar/<name:str>")
    async def answer(request: Request, name: str) -> HTTPResponse:
        return answers.answer(name, request)

    @blueprint.get("/kontakter")
    async def contacts(request: Request) -> HTTPResponse:
        return answers.contacts()


def _reading_pages(blueprint: Blueprint, view: View) -> None:
    def add(name: str) -> None:
        async def read(request: Request) -> HTTPResponse:
            return view.page(f"{name}.html")

        blueprint.add_route(read, f"/{name}", name=f"read_{name.replace('-', '_')}")

    for name in READING_PAGES:
        add(name)

    @blueprint.get(ANY_PAGE)
    async def missing(request: Request, path: str) -> HTTPResponse:
        return view.page("fel.html", status=404, missing=True)

    @blueprint.exception(Exception)
    async def failed(request: Request, error: Exception) -> HTTPResponse:
        status = getattr(error, "status_code", 500)
        if status >= 500:
            logger.error("A page failed: %s", type(error).__name__)
        return view.page("fel.html", status=status, missing=status == 404)
