"""Published pages straight from memory, and never older than the database.

A WSGI layer in front of Django. It keeps answers that are the same for every anonymous reader
(`Cache-Control: public`, no cookie, no query) and drops all of them when PostgreSQL tells that
anything a page may show was changed and committed (`portal.content.change_notices`). While that
line to PostgreSQL is down, nothing is served from memory: late is right, stale is wrong.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from portal.content.change_notices import ChangeListener

WSGI = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
SECONDS = 60.0  # pages show dates that turn with the clock ("not checked since …")
ENTRIES = 500
LARGEST = 300_000  # bytes
# Django is asked for the whole page, not compressed: both encodings are made from it here.
PLAIN_GET = {"REQUEST_METHOD": "GET", "HTTP_ACCEPT_ENCODING": ""}
COMPRESSIBLE = (
    "text/", "application/json", "application/ld+json", "application/xml", "application/atom+xml",
    "image/svg+xml",
)  # fmt: skip
# Never sent twice: the server adds the date, and the length follows the encoding.
RECOMPUTED = {"content-length", "content-encoding", "etag", "vary", "date"}


@dataclass(frozen=True)
class Answer:
    """A whole answer of 200, in both encodings.

    Attributes:
        generation: of the content it shows; see `ChangeListener`.
        until: on the monotonic clock.
    """

    generation: int
    until: float
    headers: tuple[tuple[str, str], ...]
    plain: bytes
    zipped: bytes
    etag: str

    def send(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        """Answer with 304, gzip or plain, as the reader's headers allow."""
        headers = [*self.headers, ("ETag", self.etag), ("Vary", "Accept-Encoding")]
        if environ.get("HTTP_IF_NONE_MATCH") == self.etag:
            start_response("304 Not Modified", headers)
            return []
        body = self.plain
        if self.zipped and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            body = self.zipped
            headers.append(("Content-Encoding", "gzip"))
        start_response("200 OK", [*headers, ("Content-Length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


class PageCache:
    """Wraps the portal's WSGI application; one a process, shared by its threads."""

    def __init__(self, application: WSGI, listener: ChangeListener) -> None:
        self.application = application
        self.listener = listener
        self._answers: OrderedDict[tuple[str, str], Answer] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if not _same_for_everybody(environ):
            return self.application(environ, start_response)
        key = (environ.get("HTTP_HOST", ""), environ.get("PATH_INFO", ""))
        generation = self.listener.generation()
        kept = self._find(key, generation)
        if kept:
            return kept.send(environ, start_response)
        return self._render(key, generation, environ, start_response)

    def _find(self, key: tuple[str, str], generation: int | None) -> Answer | None:
        answer = self._answers.get(key)
        if answer and answer.generation == generation and answer.until > time.monotonic():
            return answer
        return None

    def _render(
        self,
        key: tuple[str, str],
        generation: int | None,
        environ: dict[str, Any],
        start_response: Callable[..., Any],
    ) -> Iterable[bytes]:
        status, headers, body = _collect(self.application, {**environ, **PLAIN_GET})
        if not _may_be_kept(status, headers, body, environ):
            start_response(status, headers)
            return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
        answer = _answer(generation or 0, headers, body)
        # Changed while we rendered: what we hold may be the text from before.
        if generation is not None and generation == self.listener.generation():
            self._keep(key, answer)
        return answer.send(environ, start_response)

    def _keep(self, key: tuple[str, str], answer: Answer) -> None:
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > ENTRIES:
                self._answers.popitem(last=False)


def _same_for_everybody(environ: dict[str, Any]) -> bool:
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("HTTP_COOKIE")
        and not environ.get("HTTP_AUTHORIZATION")
        and not environ.get("HTTP_RANGE")
        and not environ.get("QUERY_STRING")
        and not environ.get("PATH_INFO", "").startswith(("/static/", "/files/", "/cms/"))
    )


def _collect(application: WSGI, environ: dict[str, Any]) -> tuple[str, list[Any], bytes]:
    """Run Django to the end and hold its answer: pages are small, files do not come this way."""
    begun: list[Any] = []
    parts = application(environ, lambda status, headers, *_: begun.append((status, headers)))
    try:
        body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    status, headers = begun[-1]
    return status, headers, body


def _may_be_kept(
    status: str, headers: list[tuple[str, str]], body: bytes, environ: dict[str, Any]
) -> bool:
    values = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200")
        and "public" in values.get("cache-control", "")
        and "set-cookie" not in values
        and "cookie" not in values.get("vary", "").lower()
        and "content-encoding" not in values
        and len(body) <= LARGEST
    )


def _answer(generation: int, headers: list[tuple[str, str]], body: bytes) -> Answer:
    kept = tuple((name, value) for name, value in headers if name.lower() not in RECOMPUTED)
    kind = next((value for name, value in kept if name.lower() == "content-type"), "")
    zipped = gzip.compress(body, 6, mtime=0) if kind.startswith(COMPRESSIBLE) else b""
    etag = 'W/"' + hashlib.sha256(body).hexdigest()[:20] + '"'
    return Answer(generation, time.monotonic() + SECONDS, kept, body, zipped, etag)
