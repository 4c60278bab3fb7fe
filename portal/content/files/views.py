"""Giving out the bytes of a file, to those who may have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from portal.content.files.models import DocumentFile, PortalDocument
from portal.content.files.storage import private_files

MAX_AGE = 300  # seconds; a file can be replaced, or become private again
CHUNK = 64 * 1024
INLINE = {"pdf", "jpg", "png", "webp"}


@require_safe
def current_file(request: HttpRequest, uuid: UUID, slug: str, extension: str) -> HttpResponseBase:
    """The version that readers get; 404 for a private file, as for one that never was."""
    document = _document(request, uuid, extension)
    if slug != document.slug:
        return redirect(document.url, permanent=document.is_public)
    version = document.current
    if version is None:
        raise Http404
    return _give(request, document, version)


@require_safe
def former_file(
    request: HttpRequest, uuid: UUID, number: int, slug: str, extension: str
) -> HttpResponseBase:
    """A former version, as long as the file is public; search engines are asked to pass it by."""
    document = _document(request, uuid, extension)
    version = document.versions.filter(number=number).first()
    if version is None or not (version.released_at or _may_preview(request)):
        raise Http404
    response = _give(request, document, version)
    response["X-Robots-Tag"] = "noindex"
    return response


def _document(request: HttpRequest, uuid: UUID, extension: str) -> PortalDocument:
    found = PortalDocument.objects.filter(uuid=uuid, extension=extension).select_related("current")
    document = found.first()
    if document and document.is_public:  # without a look at the session, so without a cookie
        return document
    # Asked for a missing file as well: an answer must not tell that there is a private one.
    may_preview = _may_preview(request)
    if document is None or not may_preview:
        raise Http404
    return document


def _may_preview(request: HttpRequest) -> bool:
    """Whether an editor asks, signed in with the second factor."""
    user = request.user
    return bool(
        user.is_authenticated
        and getattr(user, "is_verified", lambda: False)()
        and user.has_perm("wagtailadmin.access_admin")
    )


def _give(
    request: HttpRequest, document: PortalDocument, version: DocumentFile
) -> HttpResponseBase:
    etag = f'"{version.sha256}"'
    if document.is_public and etag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponseBase = HttpResponse(status=304)
    else:
        response = _bytes(request, document, version, etag)
    _head(response, document, etag)
    return response


def _bytes(
    request: HttpRequest, document: PortalDocument, version: DocumentFile, etag: str
) -> HttpResponseBase:
    wanted = request.headers.get("Range", "") if document.is_public else ""
    if wanted and request.headers.get("If-Range", etag) != etag:
        wanted = ""
    span = _span(wanted, version.size)
    if span == (0, -1):
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{version.size}"})
    try:
        content = private_files().open(version.name, "rb")
    except FileNotFoundError:
        raise Http404 from None
    if span is None:
        whole = FileResponse(content, content_type=version.media_type)
        whole["Content-Length"] = str(version.size)
        return whole
    first, last = span
    part = StreamingHttpResponse(
        _part(content, first, last), status=206, content_type=version.media_type
    )
    # A reader may leave before the first byte.
    part._resource_closers.append(content.close)  # type: ignore[attr-defined]
    part["Content-Range"] = f"bytes {first}-{last}/{version.size}"
    part["Content-Length"] = str(last - first + 1)
    return part


def _span(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last byte asked for; None for the whole; (0, -1) where none of it is there."""
    match = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", wanted.strip())
    if not match or match.groups() == ("", ""):
        return None  # several parts at once: the whole file is a right answer as well
    first, last = match.groups()
    if not first:
        start = max(size - int(last), 0)
        return (start, size - 1) if int(last) and size else (0, -1)
    start = int(first)
    end = min(int(last), size - 1) if last else size - 1
    if start >= size:
        return (0, -1)
    return (start, end) if end >= start else None


def _part(content: Any, first: int, last: int) -> Iterator[bytes]:
    content.seek(first)
    left = last - first + 1
    while left > 0 and (chunk := content.read(min(CHUNK, left))):
        left -= len(chunk)
        yield chunk


def _head(response: HttpResponseBase, document: PortalDocument, etag: str) -> None:
    disposition = "inline" if document.extension in INLINE else "attachment"
    response["Content-Disposition"] = f'{disposition}; filename="{document.filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    if document.is_public:
        response["Accept-Ranges"] = "bytes"
        response["ETag"] = etag
        response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    else:
        # Neither validator nor range: an answer must not tell whether a guess at it is right.
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
