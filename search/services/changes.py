"""From a published change to the index: the outbox, the worker's part, and the nightly proof."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from portal.content.providers import Projection, Provider, provider_for, providers
from search.engines import choice
from search.models import SearchDoc, SearchOutbox
from search.services import index, write

AT_ONCE = 50
MOST_ATTEMPTS = 5  # afterwards the row waits for the nightly reconcile, which tries everything
CHUNK = 200
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reconciled:
    """What differed between the pages and the index, and was repaired."""

    written: int
    removed: int
    repaired_in_engines: int


def note(page: Page) -> None:
    """Write down, in the transaction that changes the page, that the index must follow."""
    provider = provider_for(page)
    if provider is not None:
        SearchOutbox.objects.create(key=provider.key_of(page), page_id=page.pk)


def apply_outbox() -> int:
    """Apply what is written down, oldest first; the number applied. Safe to run side by side."""
    applied = 0
    while rows := _apply_some():
        applied += rows
    return applied


def reconcile(*, force: bool = False) -> Reconciled:
    """Compare every public page with the index and repair what differs.

    Args:
        force: write every entry anew, differing or not.
    """
    seen: set[str] = set()
    written = 0
    for done in index.index_batches(_noted(seen), force=force):
        written += len(done.changed)
    gone = sorted(set(SearchDoc.objects.values_list("key", flat=True)) - seen)
    removed = 0
    for start in range(0, len(gone), write.BATCH):
        done = index.remove(gone[start : start + write.BATCH])
        removed += len(done.removed)
    repaired = sum(engine.reconcile() for engine in choice.in_use())
    SearchOutbox.objects.filter(attempts__gte=MOST_ATTEMPTS).delete()  # all of it was just done
    return Reconciled(written, removed, repaired)


def waiting() -> int:
    """Changes not yet applied."""
    return SearchOutbox.objects.count()


@transaction.atomic
def _apply_some() -> int:
    """Apply some rows; 0 when none is left that may be tried."""
    rows = list(
        SearchOutbox.objects.select_for_update(skip_locked=True)
        .filter(attempts__lt=MOST_ATTEMPTS)
        .order_by("attempts", "pk")[:AT_ONCE]
    )
    done: list[int] = []
    for key in dict.fromkeys(row.key for row in rows):
        mine = [row for row in rows if row.key == key]
        try:
            with transaction.atomic():
                _apply(key, mine[-1].page_id)
        except Exception as error:
            kind = type(error).__name__
            logger.warning("search change not applied", extra={"key": key, "reason": kind})
            SearchOutbox.objects.filter(pk__in=[row.pk for row in mine]).update(
                attempts=F("attempts") + 1, error=kind[:200]
            )
        else:
            done += [row.pk for row in mine]
    SearchOutbox.objects.filter(pk__in=done).delete()
    return len(done)


def _apply(key: str, page_id: int | None) -> int:
    page = Page.objects.filter(pk=page_id).first() if page_id else None
    specific = page.specific if page else None
    provider = provider_for(specific) if specific else None
    projection = _public_projection(provider, page_id) if provider and page_id else None
    written = write.write([projection]) if projection else write.remove([key])
    index.apply(written)
    return len(written.changed) + len(written.removed)


def _public_projection(provider: Provider, page_id: int) -> Projection | None:
    """What may be found of this page now; None when it is not public."""
    page = provider.public_queryset().filter(pk=page_id).first()
    return provider.project(page) if page is not None else None


def _noted(seen: set[str]) -> Iterator[Projection]:
    """The projection of every public page, its key noted."""
    for provider in providers():
        for page in provider.public_queryset().iterator(chunk_size=CHUNK):
            projection = provider.project(page)
            seen.add(projection.key)
            yield projection
