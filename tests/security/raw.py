"""Requests that no client would send."""

import socket

from tests.conftest import Server

PATIENCE = 5.0


def exchange(server: Server, *sent: bytes) -> bytes:
    """Send bytes as they are, and return everything that comes back until the connection is closed or silent."""
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
        for part in sent:
            connection.sendall(part)
        return _all(connection)


def _all(connection: socket.socket) -> bytes:
    received = b""
    while True:
        try:
            part = connection.recv(65_536)
        except (TimeoutError, ConnectionResetError):
            return received
        if not part:
            return received
        received += part


def request(line: str, *headers: str, body: bytes = b"") -> bytes:
    """Return a request that asks for the connection to be closed after it."""
    lines = [line, "Host: x", "Connection: close", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
