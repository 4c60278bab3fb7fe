"""Who wrote what is about to be published: everybody since the last approval, autosaves too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from django.apps import apps
from wagtail.models import Page

from portal.content.workflow.digest import digest_of_text

# Who else contributed to a page since a moment (None: ever), for instance by replacing its file.
ContributionSource = Callable[[Page, dt.datetime | None], Iterable[int]]
_sources: list[ContributionSource] = []


def register_contributions(source: ContributionSource) -> None:
    """Count more people as contributors; call it from an app's `ready`."""
    _sources.append(source)


def contributors(page: Page) -> frozenset[int]:
    """The ids of everybody who changed the page's text since it last went live with approval.

    A revision that changes nothing (a remark, a submission) makes nobody a contributor.
    """
    since = _last_approval(page)
    found = set(_authors(page, since))
    for source in _sources:
        found |= set(source(page, since))
    return frozenset(found)


def _last_approval(page: Page) -> dt.datetime | None:
    clearances = apps.get_model("content", "Clearance").objects
    used = clearances.filter(page_id=page.pk, used_at__isnull=False).order_by("-used_at")
    return used.values_list("used_at", flat=True).first()


def _authors(page: Page, since: dt.datetime | None) -> Iterator[int]:
    revisions = page.revisions.order_by("created_at", "pk")
    before = None
    if since is not None:
        approved = revisions.filter(created_at__lte=since).last()
        before = digest_of_text(approved) if approved else None
        revisions = revisions.filter(created_at__gt=since)
    for revision in revisions.iterator(chunk_size=20):
        digest = digest_of_text(revision)
        if digest != before and revision.user_id is not None:
            yield revision.user_id
        before = digest
