"""Rows as the public API shows them; absolute addresses throughout."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.html import strip_tags

from portal.api.keyset import Slice
from portal.publications.models import PublicationPage
from portal.statistics.models import ReleasePage
from portal.statistics.showing import downloads_of
from shelter_directory.models import ShelterPage
from sop_library import queries
from sop_library.models import SopPage, SopVersionPage

Row = dict[str, Any]
SLUG = re.compile(r"[-\w.]{1,255}")


def absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def known(slug: str) -> str:
    """The slug, unless no page can have it (a NUL would be an error in the database).

    Raises:
        Http404: it is no slug.
    """
    if not SLUG.fullmatch(slug):
        raise Http404
    return slug


def listed(request: HttpRequest, found: Slice, show: Callable[[Any], Any]) -> Row:
    """One page of a list, and the address of the next."""
    following = None
    if found.cursor:
        query = request.GET.copy()
        query["cursor"] = found.cursor
        following = absolute(f"{request.path}?{query.urlencode()}")
    return {"items": [show(row) for row in found.rows], "next": following}


def _term(row: Any) -> Row | None:
    return {"code": row.code, "label": str(row)} if row else None


def _terms(rows: QuerySet[Any]) -> list[Row | None]:
    return [_term(row) for row in rows.order_by("code")]


# --- procedures ---


def sop(edition: SopVersionPage) -> Row:
    family = edition.family
    return {
        "identifier": family.identifier,
        "slug": family.slug,
        "title": edition.title,
        "summary": edition.summary,
        "url": absolute(f"/sops/{family.slug}/"),
        "edition": edition.number,
        "in_force_from": edition.in_force_from,
        "review_due_on": edition.review_due_on,
        "change_type": edition.change_type,
        "change_summary": edition.change_summary,
        "organisation": _term(edition.owner_organisation),
    }


def sop_detail(identifier: str) -> Row:
    """A procedure by its identifier or by its slug.

    Raises:
        Http404: there is none, or none of its editions is in force.
    """
    name = known(identifier)
    families = SopPage.objects.live()
    family = families.filter(identifier=name).first() or families.filter(slug=name).first()
    edition = queries.edition_in_force(family) if family else None
    if family is None or edition is None:
        raise Http404
    edition.family = family
    return {
        **sop(edition),
        "approved_on": edition.approved_on,
        "approver_body": edition.approver_body,
        "legal_basis": edition.legal_basis,
        "topics": _terms(edition.topics.all()),
        "sections": [
            {"kind": s.kind, "anchor": s.anchor, "heading": s.heading, "number": s.number,
             "text": s.text}
            for s in edition.sections
        ],
        "editions": [_edition(family, old) for old in queries.history(family)],
    }  # fmt: skip


def _edition(family: SopPage, edition: SopVersionPage) -> Row:
    return {
        "number": edition.number,
        "status": edition.status,
        "in_force_from": edition.in_force_from,
        "superseded_at": edition.superseded_at,
        "change_type": edition.change_type,
        "change_summary": edition.change_summary,
        "url": absolute(f"/sops/{family.slug}/v{edition.number}/"),
    }


# --- publications ---


def publications(**filters: Any) -> QuerySet[PublicationPage]:
    """Live publications without their text; an empty filter asks for nothing."""
    asked = {name: value for name, value in filters.items() if value not in ("", None)}
    live: QuerySet[PublicationPage] = PublicationPage.objects.live()
    return live.filter(**asked).defer("body")


def publication(page: PublicationPage) -> Row:
    return {
        "key": page.key,
        "slug": page.slug,
        "title": page.title,
        "summary": page.summary,
        "url": absolute(f"/publications/{page.slug}/"),
        "type": {"code": page.type, "label": page.get_type_display()},
        "date": page.published_on,
        "language": page.language,
    }


def publication_detail(slug: str) -> Row:
    """Raises:
    Http404: there is no such public publication.
    """
    page = PublicationPage.objects.live().filter(slug=known(slug)).first()
    if page is None:
        raise Http404
    files = page.files.select_related("document__current").order_by("sort_order")
    return {
        **publication(page),
        "abstract": strip_tags(page.body),
        "licence": page.licence,
        "topics": _terms(page.topics.all()),
        "regions": _terms(page.regions.all()),
        "organisations": _terms(page.organisations.all()),
        "files": [
            _file(file) for file in files if file.document.is_public and file.document.current
        ],
    }


def _file(file: Any) -> Row:
    document, version = file.document, file.document.current
    return {
        "title": str(file),
        "url": absolute(document.url),
        "media_type": version.media_type,
        "size": version.size,
        "pages": version.pages,
        "sha256": version.sha256,
    }


# --- statistics ---


def releases(**filters: Any) -> QuerySet[ReleasePage]:
    """Live releases without their tables; an empty filter asks for nothing."""
    asked = {name: value for name, value in filters.items() if value}
    later = ReleasePage.objects.live().filter(
        period=OuterRef("period"), version__gt=OuterRef("version")
    )
    live: QuerySet[ReleasePage] = ReleasePage.objects.live()
    return live.filter(**asked).annotate(has_later=Exists(later))


def release(page: Any) -> Row:
    return {
        "id": page.release_id,
        "slug": page.slug,
        "title": page.title,
        "summary": page.summary,
        "url": absolute(f"/statistics/{page.slug}/"),
        "period": page.period,
        "kind": page.kind,
        "version": page.version,
        "is_newest_version": not page.has_later,
        "first_day": page.first_day,
        "last_day": page.last_day,
        "date": page.first_published_at.date() if page.first_published_at else None,
        "persons": page.persons,
    }


def release_detail(name: str) -> Row:
    """A release by its id or its slug, which differ in their capitals only.

    Raises:
        Http404: there is no such public release.
    """
    page = releases().filter(slug=known(name).lower()).first()
    if page is None:
        raise Http404
    files = [
        {"name": f.name, "title": f.label, "url": absolute(f.url), "media_type": f.media_type,
         "size": f.size, "sha256": f.sha256}
        for f in downloads_of(page)
    ]  # fmt: skip
    findings, licence = page.report["findings"], page.report["licence"]
    return {**release(page), "findings": findings, "licence": licence, "files": files}


# --- shelters ---


def shelter(page: ShelterPage) -> Any:
    return page.shown_to_public(today=timezone.localdate())
