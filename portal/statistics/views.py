"""Files of releases, the newest version of a period, the key, and the catalogue."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from portal.statistics import catalogue
from portal.statistics.models import ReceivedFile, ReleasePage
from portal.statistics.receiving.refusals import BundleRefused
from portal.statistics.receiving.signature import read_key

FOR_EVER = "public, max-age=31536000, immutable"
OPENED = {"image/svg+xml", "text/plain"}  # in the browser itself; all else is saved
# A drawing carries its own styles; nothing in any file may run or load anything.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def newest_version(request: HttpRequest, period: str) -> HttpResponse:
    """`/statistics/2026q3/`: the newest version of these figures; tomorrow it may be another."""
    pages = ReleasePage.objects.live().filter(period=period.upper()).order_by("-version")
    slug = pages.values_list("slug", flat=True).first()
    if slug is None:
        raise Http404
    return redirect(f"/statistics/{slug}/")


@require_safe
def release_file(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One file of a release, exactly as it was signed; 404 until its page is public."""
    found = ReceivedFile.objects.filter(release__page__slug=slug, name=name)
    file = found.select_related("release__page").defer("content", "release__page__report").first()
    is_public = file is not None and file.release.page.live
    if file is None or not (is_public or _may_preview(request)):
        raise Http404
    etag = f'"{file.sha256}"'
    answer = get_conditional_response(request, etag=etag) if is_public else None
    if answer is None:
        answer = HttpResponse(bytes(file.content), content_type=_content_type(file.media_type))
    _head(answer, file, etag, is_public=is_public)
    return answer


def _may_preview(request: HttpRequest) -> bool:
    """Whether an editor asks, signed in with the second factor: reviewers see the charts."""
    user = request.user
    return bool(
        user.is_authenticated
        and getattr(user, "is_verified", lambda: False)()
        and user.has_perm("wagtailadmin.access_admin")
    )


def _content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _head(answer: HttpResponse, file: ReceivedFile, etag: str, *, is_public: bool) -> None:
    manner = "inline" if file.media_type in OPENED else "attachment"
    saved_as = f"{file.release.release_id}-{Path(file.name).name}"
    answer["Content-Disposition"] = f'{manner}; filename="{saved_as}"'
    answer["Content-Security-Policy"] = POLICY
    answer["X-Content-Type-Options"] = "nosniff"
    if is_public:
        answer["ETag"] = etag
        answer["Cache-Control"] = FOR_EVER
    else:
        answer["Cache-Control"] = "private, no-store"
        answer["X-Robots-Tag"] = "noindex"


@require_safe
def release_key(request: HttpRequest) -> HttpResponse:
    """`/statistics/release-key.pem`: the key that every release is signed with."""
    try:
        key = read_key(Path(settings.RELEASE_PUBLIC_KEY))
    except BundleRefused:
        raise Http404 from None
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return HttpResponse(pem, content_type="application/x-pem-file")


@require_safe
def catalog(request: HttpRequest) -> HttpResponse:
    """`/statistics/catalog.jsonld`: every public release in the words of DCAT 3."""
    found = catalogue.catalogue()
    return JsonResponse(found, content_type="application/ld+json")
