"""The page for when no server answers: one file, with the numbers, for the proxy in front to show."""

from bot.settings import Settings
from bot.web.views import make_view
from bot.web.web_settings import WebSettings


def reserve_page() -> str:
    """Return the page, whole in itself: it names no file that a server would have to send."""
    view = make_view(Settings.from_environment(), WebSettings.from_environment(), {})
    body = view.page("reserv.html").body
    return body.decode() if body else ""
