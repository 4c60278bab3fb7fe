"""The files of a text under review: their versions are part of it, their uploaders wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from wagtail.models import Page, ReferenceIndex

from portal.content.files.models import DocumentFile, PortalDocument


def newest_versions(page: Page) -> list[list[int]]:
    """Each document of the text with the version that publishing it would release."""
    newest = (
        DocumentFile.objects.filter(document__in=_documents(page))
        .values("document_id")
        .annotate(version=Max("number"))
        .order_by("document_id")
    )
    return [[row["document_id"], row["version"]] for row in newest]


def uploaders(page: Page, since: dt.datetime | None) -> Iterable[int]:
    """Who uploaded a version that readers have not had yet."""
    text = page.get_latest_revision_as_object()
    versions = DocumentFile.objects.filter(
        document__in=_documents(text), released_at=None, uploaded_by__isnull=False
    )
    return versions.values_list("uploaded_by_id", flat=True)


def _documents(page: Page) -> set[int]:
    content_type = ContentType.objects.get_for_model(PortalDocument)
    references = ReferenceIndex._extract_references_from_object(page.specific)
    return {int(reference[1]) for reference in references if reference[0] == content_type.pk}


def files_of(page: Page) -> list[DocumentFile]:
    """The newest version of each file of the text, with what was found in it."""
    versions = DocumentFile.objects.filter(document__in=_documents(page)).select_related("document")
    return list(versions.order_by("document_id", "-number").distinct("document_id"))
