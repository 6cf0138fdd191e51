"""Settings of the page, read from the environment once and frozen."""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.errors import ConfigurationError

PREFIX = "OROSBOTEN_"


@dataclass(frozen=True)
class WebSettings:
    """Where the exit leads, who may embed the page, whether TLS is in front, and who answers for it."""

    exit_url: str = "https://www.smhi.se/"
    embed_origins: tuple[str, ...] = ()
    tls: bool = False
    operator: str = ""
    contact: str = ""

    @classmethod
    def from_environment(cls) -> "WebSettings":
        """Return the settings, each replaced by OROSBOTEN_<NAME> where it is set. Raise ConfigurationError."""
        exit_url = os.environ.get(f"{PREFIX}EXIT_URL", cls.exit_url)
        embedders = os.environ.get(f"{PREFIX}EMBED_ORIGINS", "")
        return cls(
            exit_url=_web_address(f"{PREFIX}EXIT_URL", exit_url),
            embed_origins=tuple(_origin(part.strip()) for part in embedders.split(",") if part.strip()),
            tls=os.environ.get(f"{PREFIX}TLS", "") == "1",
            operator=os.environ.get(f"{PREFIX}OPERATOR", cls.operator),
            contact=os.environ.get(f"{PREFIX}CONTACT", cls.contact),
        )

    @property
    def exit_origin(self) -> str:
        parts = urlsplit(self.exit_url)
        return f"{parts.scheme}://{parts.netloc}"


def _web_address(name: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or any(c in value for c in " ;,'\"\n"):
        raise ConfigurationError(f"{name} is {value!r}; expected a web address, as https://www.smhi.se/.")
    return value


def _origin(value: str) -> str:
    parts = urlsplit(_web_address(f"{PREFIX}EMBED_ORIGINS", value))
    if parts.path not in ("", "/") or parts.query or parts.fragment or "*" in value:
        raise ConfigurationError(
            f"{PREFIX}EMBED_ORIGINS holds {value!r}; expected origins with commas between, as https://www.kommun.se."
        )
    return f"{parts.scheme}://{parts.netloc}"
