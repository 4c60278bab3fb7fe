"""A tombstone where a live page stood: set when it goes, taken away when something stands there."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from portal.content.trail import path_of
from portal.findability.models import Tombstone

LONGEST_PATH = 2000


def connect() -> None:
    """Listen to pages coming and going."""
    page_published.connect(_stands_again, dispatch_uid="tombstone_removed")
    page_unpublished.connect(_taken_back, dispatch_uid="tombstone_set_on_unpublish")
    # Only Page itself: its subclasses' rows go in the same deletion and would tell it twice.
    pre_delete.connect(_deleted, sender=Page, dispatch_uid="tombstone_set_on_delete")


def _stands_again(instance: Page, **kwargs: Any) -> None:
    Tombstone.objects.filter(path=path_of(instance)).delete()


def _taken_back(instance: Page, **kwargs: Any) -> None:
    path = path_of(instance)
    if 0 < len(path) <= LONGEST_PATH:
        Tombstone.objects.update_or_create(
            path=path, defaults={"withdrawn_on": timezone.localdate()}
        )


def _deleted(instance: Page, **kwargs: Any) -> None:
    if instance.live:
        _taken_back(instance)
