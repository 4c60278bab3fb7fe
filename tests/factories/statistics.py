"""The statistics section, and releases in it; every figure is invented."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from portal.statistics import services
from portal.statistics.models import (
    MethodPage,
    ReleaseCalendarPage,
    ReleasePage,
    StatisticsIndexPage,
)
from tests.factories import site
from tests.statistics import bundles


def section() -> StatisticsIndexPage:
    """The index with method and calendar, made once."""
    if found := StatisticsIndexPage.objects.first():
        return found
    index: StatisticsIndexPage = site.page(
        StatisticsIndexPage, title="Statistics", slug="statistics", summary="Invented figures."
    )
    site.page(MethodPage, parent=index, title="How the figures are made", slug="method")
    site.page(ReleaseCalendarPage, parent=index, title="Release calendar", slug="calendar")
    return index


def releases(*periods: str) -> list[ReleasePage]:
    """Public releases of these periods, received in this order: `2026Q3`, `2026Q3-v2`, `2026`."""
    section()
    return [_published(draft) for draft in bundles.row_of(*periods)]


def _published(draft: bundles.Draft) -> ReleasePage:
    bundles.write_key(Path(settings.RELEASE_PUBLIC_KEY))
    page = services.receive_release(content=draft.zipped()).page
    page.get_latest_revision().publish()
    return ReleasePage.objects.get(pk=page.pk)
