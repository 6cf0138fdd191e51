"""The headers of every response: strict content policy, nothing kept, nothing sent on, nobody else's frame."""

from sanic import Request
from sanic.response import BaseHTTPResponse

from bot.web.web_settings import WebSettings

EMBEDDED = "/ruta"
ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=(), clipboard-read=(), "
    "display-capture=(), payment=(), usb=(), autoplay=()",
    "Cache-Control": "no-store",
    "Origin-Agent-Cluster": "?1",
    "X-DNS-Prefetch-Control": "off",
    "X-Robots-Tag": "noarchive",
}
HSTS = "max-age=63072000; includeSubDomains; preload"
FORGET = '"cache", "cookies", "storage"'


def secure(request: Request, response: BaseHTTPResponse, settings: WebSettings) -> None:
    """Set the headers that every response carries."""
    embeddable = is_embedded(request) and bool(settings.embed_origins)
    response.headers.update(ALWAYS)
    response.headers["Content-Security-Policy"] = policy(settings, embeddable=embeddable)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin" if embeddable else "same-origin"
    if not embeddable:
        response.headers["X-Frame-Options"] = "DENY"
    if settings.tls:
        response.headers["Strict-Transport-Security"] = HSTS


def is_embedded(request: Request) -> bool:
    """Return whether the page is the one made for a frame on somebody else's site."""
    return request.path == EMBEDDED or request.path.startswith(f"{EMBEDDED}/")


def policy(settings: WebSettings, *, embeddable: bool) -> str:
    """Return the Content-Security-Policy: our own files only, no inline code or style, no DOM text sinks."""
    ancestors = " ".join(settings.embed_origins) if embeddable else "'none'"
    parts = [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "connect")),
        # A form's redirect counts as its action in Chromium, and the exit is a form once there is a token.
        f"form-action 'self' {settings.exit_origin}",
        "base-uri 'none'",
        f"frame-ancestors {ancestors}",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    return "; ".join([*parts, "upgrade-insecure-requests"] if settings.tls else parts)
