"""Connections: how many at once, and how long a request may take to arrive."""

import resource
from asyncio.transports import BaseTransport
from functools import partial
from time import monotonic
from typing import Any

from sanic.http.constants import Stage
from sanic.server import HttpProtocol

from bot.settings import Settings


class PatientProtocol(HttpProtocol):
    """Sanic's connection, where sending a byte now and then buys no time, and the slowest makes room for the next.

    Sanic starts its clock anew at every byte of a request's headers, and waits for ever for the end of its body.
    """

    __slots__ = ("_began", "_max_connections")

    def __init__(self, *, max_connections: int, **options: Any) -> None:
        super().__init__(**options)
        self._max_connections = max_connections
        self._began = self._time = monotonic()

    @property
    def is_receiving(self) -> bool:
        """Return whether it waits for a request, or for the rest of one."""
        return self.http is None or self.http.stage in (Stage.IDLE, Stage.REQUEST) or bool(self.http.request_body)

    def connection_made(self, transport: BaseTransport) -> None:
        """Take a new connection; at the limit, in the place of the one that has been silent or slow the longest."""
        if len(self.connections) >= self._max_connections:
            self._close_slowest()
        super().connection_made(transport)  # type: ignore[no-untyped-call]  # Sanic has no types there
        self._close_if_slow()

    def data_received(self, data: bytes) -> None:
        """Take what has come, and let the clock run on if the request had begun."""
        time = self._time
        under_way = self.http is not None and self.http.stage is not Stage.IDLE
        super().data_received(data)
        if under_way:
            self._time = time
        else:
            self._began = monotonic()

    def _close_slowest(self) -> None:
        receiving = [one for one in self.connections if one.is_receiving]
        if receiving:
            min(receiving, key=lambda one: one._began).transport.abort()

    def _close_if_slow(self) -> None:
        """Close the connection if the rest of a body is overdue; look again later if it is not."""
        if self.transport is None or self.transport.is_closing():
            return
        unfinished = self.http is not None and bool(self.http.request_body)
        if unfinished and monotonic() - self._began > self.request_timeout:
            self.transport.abort()
        else:
            self.loop.call_later(self.request_timeout / 2, self._close_if_slow)


def protocol(settings: Settings) -> Any:
    """Return the maker of connections, with as many as the system's limit on open files has room for."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    # Half of the files are left for everything else.
    return partial(PatientProtocol, max_connections=min(settings.max_connections, most // 2))
