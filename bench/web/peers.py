"""Serve the pages we are compared with: `python -m bench.web.peers PORT`.

Each page uses its widget as the widget's README says. Files are compressed, as ours are.
rasa-webchat shows nothing until a socket.io server has answered, so the handshake of one is here, and no more of it.
"""

import asyncio
import gzip
import sys
from collections import defaultdict
from pathlib import Path

from sanic import Request, Sanic
from sanic.response import HTTPResponse, raw, text

from tests.web import npm

PAGES = Path(__file__).parent / "pages"
SCRIPTS = {
    "deep-chat.js": ("deep-chat@2.4.2", "dist/deepChat.bundle.js"),
    "rasa-webchat.js": ("rasa-webchat@1.0.1", "lib/index.js"),
}
HELLO = '0{"sid":"1","upgrades":[],"pingInterval":25000,"pingTimeout":60000}'
CONNECTED, CONFIRMED = '40{"sid":"2"}', '42["session_confirm","3"]'

app = Sanic("peers", configure_logging=False)
app.ctx.waiting = defaultdict(asyncio.Queue)


def compressed(body: bytes, content_type: str) -> HTTPResponse:
    """Return a file as it is sent."""
    headers = {"Content-Encoding": "gzip", "Cache-Control": "no-store"}
    return raw(gzip.compress(body, 9), content_type=content_type, headers=headers)


@app.before_server_start
async def load(app: Sanic) -> None:
    """Read and compress everything before the first visitor."""
    app.ctx.files = {
        name: compressed(npm.read(*where), "text/javascript; charset=utf-8") for name, where in SCRIPTS.items()
    }
    for page in PAGES.glob("*.html"):
        app.ctx.files[page.stem] = compressed(page.read_bytes(), "text/html; charset=utf-8")


@app.get("/files/<name:str>")
async def file(request: Request, name: str) -> HTTPResponse:
    return app.ctx.files.get(name) or text("", status=404)


@app.get("/socket.io/")
async def poll(request: Request) -> HTTPResponse:
    if "sid" not in request.args:
        app.ctx.waiting.clear()
        return text(HELLO)
    return text(await app.ctx.waiting["1"].get())


@app.post("/socket.io/")
async def receive(request: Request) -> HTTPResponse:
    said = request.body.decode()
    app.ctx.waiting["1"].put_nowait(CONNECTED if said.startswith("40") else CONFIRMED)
    return text("ok")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), single_process=True, access_log=False, motd=False)
