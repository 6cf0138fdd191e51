"""Compress what holds no secret: GET pages and static files."""

import gzip

from sanic import Request
from sanic.response import BaseHTTPResponse

WORTH_IT_BYTES = 500
TEXT = ("text/", "image/svg+xml", "application/javascript", "application/json")


def compress(request: Request, response: BaseHTTPResponse) -> None:
    """Gzip the answer to a GET of a page, if the browser accepts it.

    Never a POST: there the visitor's own words stand beside their token, which a length could give away (BREACH).
    """
    if request.method != "GET" or request.path.startswith("/api") or not _accepted(request):
        return
    body = response.body
    if body is None or len(body) < WORTH_IT_BYTES or not (response.content_type or "").startswith(TEXT):
        return
    response.body = gzip.compress(body, compresslevel=9, mtime=0)
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"


def _accepted(request: Request) -> bool:
    offers = request.headers.get("accept-encoding", "").lower().split(",")
    return any(offer.split(";")[0].strip() == "gzip" and "q=0" not in offer.replace(" ", "") for offer in offers)
