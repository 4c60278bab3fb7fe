"""A shelter that appears or leaves may show or hide the district of another: search must know."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_published, page_unpublished

from portal.content.signals import page_changed
from shelter_directory.models import ShelterPage


def connect() -> None:
    """Listen to publications; called once, when the app is ready."""
    for signal in (page_published, page_unpublished):
        signal.connect(tell_neighbours, sender=ShelterPage, dispatch_uid="shelter_neighbours")


def tell_neighbours(sender: type[ShelterPage], instance: ShelterPage, **kwargs: Any) -> None:
    """Announce the other live entries of its region and of the one it left: a few dozen."""
    regions = {instance.region_id, getattr(instance, "left_region_id", None)}
    near = ShelterPage.objects.live().filter(region__in=regions).exclude(pk=instance.pk)
    for page in near.exclude(district=None):
        page_changed.send(sender=ShelterPage, page=page)
