"""A small proxy in front of the real Elasticsearch that can break in every way a network can.

It forwards bytes and understands none of them. `mood` may be changed at any moment, and holds for
connections that are open already: a client that keeps its connections meets the trouble too.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from enum import Enum
from urllib.parse import urlsplit


class Mood(Enum):
    """How the proxy treats what arrives."""

    HEALTHY = "forwards everything"
    DOWN = "refuses connections and cuts open ones"
    FROZEN = "takes requests and never answers"
    TRICKLING = "sends a good beginning, then a byte now and then, never an end"
    GARBAGE = "answers with bytes that are no HTTP"
    WRONG_PAGE = "answers politely, as some other server would"
    WRONG_SHAPE = "answers as Elasticsearch would, with JSON that makes no sense"
    ANGRY = "answers every request with an error of the server"


def _answer(status: str, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


_ELASTIC = ("X-Elastic-Product: Elasticsearch", "Content-Type: application/vnd.elasticsearch+json")
ANSWERS = {
    Mood.GARBAGE: b"\x00\xff\x17 nothing that anyone would expect \r\n\r\n" * 20,
    Mood.WRONG_PAGE: _answer("200 OK", b"<h1>It works!</h1>", "Content-Type: text/html"),
    Mood.WRONG_SHAPE: _answer("200 OK", b'{"hits": {"hits": 7, "total": "many"}}', *_ELASTIC),
    Mood.ANGRY: _answer("503 Service Unavailable", b'{"error": "no master"}', *_ELASTIC),
    Mood.TRICKLING: b"HTTP/1.1 200 OK\r\nX-Elastic-Product: Elasticsearch\r\n"
    b"Content-Type: application/vnd.elasticsearch+json\r\nContent-Length: 100000\r\n\r\n{",
}


class BrokenProxy:
    """Listens on a port of its own; `url` is what the client is given."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self.target = (parts.hostname, parts.port)
        self.connections: list[socket.socket] = []
        self.closed = threading.Event()
        self.listener: socket.socket | None = None
        self._mood = Mood.HEALTHY
        self.address = ("127.0.0.1", 0)
        self._listen()

    @property
    def url(self) -> str:
        return f"http://{self.address[0]}:{self.address[1]}"

    @property
    def mood(self) -> Mood:
        return self._mood

    @mood.setter
    def mood(self, mood: Mood) -> None:
        self._mood = mood
        if mood is Mood.DOWN:
            self._hang_up()
        elif self.listener is None:
            self._listen()

    def close(self) -> None:
        self.closed.set()
        self._hang_up()

    def _listen(self) -> None:
        self.listener = socket.create_server(self.address)
        self.address = self.listener.getsockname()
        threading.Thread(target=self._accept, args=[self.listener], daemon=True).start()

    def _hang_up(self) -> None:
        listener, self.listener = self.listener, None
        if listener:
            _shut(listener)
        for connection in self.connections:
            _shut(connection)
        self.connections.clear()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                self.connections.append(client)
                threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        server: socket.socket | None = None
        try:
            while request := client.recv(1 << 16):
                if self.mood is Mood.HEALTHY:
                    server = server or self._connect(client)
                    server.sendall(request)
                elif not self._misbehave(client):
                    return
        except OSError:
            return
        finally:
            _shut(client)
            if server:
                _shut(server)

    def _connect(self, client: socket.socket) -> socket.socket:
        server = socket.create_connection(self.target)
        self.connections.append(server)
        threading.Thread(target=self._return, args=[server, client], daemon=True).start()
        return server

    def _return(self, server: socket.socket, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while answer := server.recv(1 << 16):
                if self.mood is Mood.HEALTHY:
                    client.sendall(answer)

    def _misbehave(self, client: socket.socket) -> bool:
        """Answer wrongly, or not at all; False when the connection should be closed."""
        if self.mood is Mood.FROZEN:
            return True
        client.sendall(ANSWERS[self.mood])
        while self.mood is Mood.TRICKLING and not self.closed.wait(0.2):
            client.sendall(b" ")
        return self.mood is not Mood.GARBAGE


def _shut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextlib.contextmanager
def broken_proxy(target: str) -> Iterator[BrokenProxy]:
    """A proxy in front of `target` for the length of a `with` block; healthy at first."""
    proxy = BrokenProxy(target)
    try:
        yield proxy
    finally:
        proxy.close()
