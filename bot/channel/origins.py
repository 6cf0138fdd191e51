"""Who sends: another site may link here, but sends nothing in a visitor's name."""

from sanic import Forbidden, Request, Sanic

READS_ONLY = {"GET", "HEAD", "OPTIONS"}
OTHER_SITES = {"cross-site", "same-site"}


def refuse_other_sites(app: Sanic) -> None:
    """Make the app refuse what a browser sends on behalf of another site, such as a form that sends itself.

    With it a site could place a visitor in a conversation whose token it knows, and read what they write there.
    """

    @app.on_request
    async def check(request: Request) -> None:
        if request.method not in READS_ONLY and _is_from_another_site(request):
            raise Forbidden()


def _is_from_another_site(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site:
        return site in OTHER_SITES
    # Browsers from before 2023. Our own pages send no referrer, and so their forms the origin «null».
    origin = request.headers.get("origin", "null")
    return origin != "null" and origin.partition("://")[2] != request.host
