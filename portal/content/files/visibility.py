"""A file is public exactly while a live page refers to it; read from Wagtail's reference index.

Every publication, withdrawal and deletion of a page works this out again for the files that the
page refers to or referred to, in the same transaction: no file is public a moment before its page.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete, pre_delete, pre_save
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published, page_unpublished

from portal.content.files.models import PortalDocument
from portal.content.files.versions import release_waiting
from portal.content.signals import page_changed


def referring_pages(document: PortalDocument) -> Any:
    """Live pages (a queryset) that show the document, whatever way they refer to it."""
    pages = _references().filter(to_object_id=str(document.pk)).values_list("object_id", flat=True)
    return Page.objects.live().filter(pk__in=[int(pk) for pk in pages])


def documents_of(page: Page) -> set[int]:
    """The documents that a saved page refers to."""
    found = _references().filter(object_id=str(page.pk)).values_list("to_object_id", flat=True)
    return {int(document_id) for document_id in found}


def _references() -> QuerySet[ReferenceIndex]:
    types = ContentType.objects
    references: QuerySet[ReferenceIndex] = ReferenceIndex.objects.filter(
        base_content_type=types.get_for_model(Page),
        to_content_type=types.get_for_model(PortalDocument),
    )
    return references


@transaction.atomic
def refresh(document_ids: Collection[int]) -> set[int]:
    """Make each document public or private as the live pages say; the ids of those that changed."""
    changed = set()
    documents = PortalDocument.objects.select_for_update(of=("self",)).filter(pk__in=document_ids)
    for document in documents.order_by("pk"):
        shown = referring_pages(document).exists()
        if shown != document.is_public:
            PortalDocument.objects.filter(pk=document.pk).update(is_public=shown)
            changed.add(document.pk)
    return changed


def refresh_all() -> set[int]:
    """Check every document; the ids of those that were wrong. O(documents), for the night."""
    changed: set[int] = set()
    ids = list(PortalDocument.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), 200):
        changed |= refresh(ids[start : start + 200])
    return changed


@transaction.atomic
def page_was_published(page: Page, *, formerly: Collection[int] = ()) -> None:
    """Make the page's files public, and give readers the versions that waited for it.

    Args:
        formerly: the documents that the page referred to until now.
    """
    ReferenceIndex.create_or_update_for_object(page)
    ids = documents_of(page)
    refresh({*ids, *formerly})
    now = timezone.now()
    for document in PortalDocument.objects.select_for_update(of=("self",)).filter(pk__in=ids):
        if release_waiting(document, now=now):
            tell_pages(document, but=page)


@transaction.atomic
def page_was_hidden(page: Page) -> None:
    """Make private whatever no other live page refers to."""
    refresh(documents_of(page))


def tell_pages(document: PortalDocument, *, but: Page | None = None) -> None:
    """Tell search that what live pages show of this document has changed."""
    for page in referring_pages(document).specific():
        if but is None or page.pk != but.pk:
            page_changed.send(sender=type(page), page=page)


def _before_save(sender: type[Any], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if isinstance(instance, Page) and instance.pk and not raw:
        instance.documents_until_now = documents_of(instance)


def _on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if instance.live:  # a page that is only planned to go live is "published" as well
        formerly: set[int] = getattr(instance, "documents_until_now", set())
        page_was_published(instance, formerly=formerly)


def _on_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    page_was_hidden(instance)


def _before_deletion(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        instance.documents_until_now = documents_of(instance)


def _after_deletion(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        refresh(getattr(instance, "documents_until_now", set()))


def connect() -> None:
    """Listen to what happens to pages; called once, when the app is ready."""
    pre_save.connect(_before_save, dispatch_uid="files before save")
    page_published.connect(_on_published, dispatch_uid="files on published")
    page_unpublished.connect(_on_unpublished, dispatch_uid="files on unpublished")
    pre_delete.connect(_before_deletion, dispatch_uid="files before deletion")
    post_delete.connect(_after_deletion, dispatch_uid="files after deletion")
