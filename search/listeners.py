"""Tells the outbox of everything that changes what is public; runs in the change's transaction."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from portal.content.providers import provider_for
from portal.content.signals import page_changed, planned_changes_committed
from search import editorial
from search.models import RecommendedResult, SynonymSet
from search.services import changes
from search.tasks import apply_outbox


def connect() -> None:
    """Listen; called once, when the app is ready."""
    page_published.connect(page_did_change, dispatch_uid="search published")
    page_unpublished.connect(page_did_change, dispatch_uid="search unpublished")
    page_slug_changed.connect(address_did_change, dispatch_uid="search slug")
    post_page_move.connect(address_did_change, dispatch_uid="search moved")
    pre_delete.connect(page_will_go, dispatch_uid="search deleted")
    page_changed.connect(told_of_change, dispatch_uid="search told")
    planned_changes_committed.connect(planned_did_change, dispatch_uid="search planned")
    for model in (SynonymSet, RecommendedResult):
        post_save.connect(kept_did_change, sender=model, dispatch_uid=f"search kept {model}")
        post_delete.connect(kept_did_change, sender=model, dispatch_uid=f"search lost {model}")


def page_did_change(*, instance: Page, **_: Any) -> None:
    _note([instance])


def told_of_change(*, page: Page, **_: Any) -> None:
    _note([page])


def planned_did_change(**_: Any) -> None:
    """Apply what the worker published: the job deferred inside its transaction came too early."""
    apply_outbox.defer()


def page_will_go(*, instance: Any, **_: Any) -> None:
    """Before, not after: the key may need rows that go with the page."""
    if isinstance(instance, Page):
        _note([instance])


def address_did_change(*, instance: Page, **_: Any) -> None:
    """A page's address is part of every address below it."""
    pages = Page.objects.descendant_of(instance, inclusive=True).live()
    _note(list(pages.specific(defer=False).iterator()))


def kept_did_change(**_: Any) -> None:
    editorial.forget()


def _note(pages: list[Page]) -> None:
    noted = [found for page in pages if (found := _searchable(page)) is not None]
    for page in noted:
        changes.note(page)
    if noted:
        apply_outbox.defer()


def _searchable(page: Page) -> Page | None:
    """The page that readers find: itself, or its parent where it is shown as a part of that."""
    if provider_for(page) is not None:
        return page
    parent = page.get_parent() if page.depth > 1 else None
    specific = parent.specific if parent else None
    return specific if specific and provider_for(specific) is not None else None
