"""Taking a release: whole, in its order, once; and what depends on it being public."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from portal.statistics.models import (
    ReceivedFile,
    ReceivedRelease,
    ReleasePage,
    StatisticsIndexPage,
)
from portal.statistics.receiving import names
from portal.statistics.receiving.bundle import Bundle, digest, read_bundle
from portal.statistics.receiving.refusals import BundleRefused
from portal.statistics.receiving.signature import read_key
from portal.statistics.receiving.tidy_cells import protected_rows

logger = logging.getLogger(__name__)

LOCK = 4_607_205  # the one receiver; any number that nobody else locks
SUMMARY = 300  # characters; as long as BasePage lets a summary be


def is_known(content: bytes) -> bool:
    """Whether exactly this bundle was taken before."""
    return ReceivedRelease.objects.filter(bundle_sha256=digest(content)).exists()


def receive_release(*, content: bytes) -> ReceivedRelease:
    """Take a bundle as the next release and draft its page; all of it or nothing.

    Args:
        content: the zip, as casework wrote it.

    Raises:
        BundleRefused: with the reason; nothing was kept.
    """
    bundle = read_bundle(content, read_key(Path(settings.RELEASE_PUBLIC_KEY)))
    with transaction.atomic():
        _one_receiver_at_a_time()
        _require_next(bundle)
        _require_appended(bundle)
        _require_real(bundle)
        received = _keep(bundle, _draft(bundle))
    logger.info("release received", extra={"release": received.release_id})
    return received


def _one_receiver_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _require_next(bundle: Bundle) -> None:
    number = bundle.release["sequence"]
    last = ReceivedRelease.objects.order_by("-sequence").first()
    expected = last.sequence + 1 if last else 1
    if number < expected:
        raise BundleRefused(_taken_before(bundle, number))
    if number > expected:
        raise BundleRefused(
            f"This is release number {number}, and number {expected} has not been received yet. "
            "Hand the releases over in their order."
        )
    if bundle.previous != (last.manifest_sha256 if last else ""):
        raise BundleRefused(
            "It does not follow the release that was received last: its link to that one does not "
            "fit. Ask the operator of casework which release was handed over before it."
        )
    _require_next_version(bundle.release)


def _taken_before(bundle: Bundle, number: int) -> str:
    earlier = ReceivedRelease.objects.get(sequence=number)
    day = f"{timezone.localtime(earlier.received_at):%-d %B %Y}"
    if earlier.manifest_sha256 == bundle.manifest_sha256:
        return f"It was received already on {day}, so there is nothing to do."
    return (
        f"Number {number} is {earlier.release_id}, received already on {day}, and a release is "
        "never replaced. A correction is a new version with the next number."
    )


def _require_next_version(release: Mapping[str, Any]) -> None:
    versions = ReleasePage.objects.filter(period=release["period"]).count()
    if release["version"] != versions + 1:
        raise BundleRefused(
            f"It is version {release['version']} of {release['period']}, where version "
            f"{versions + 1} comes next."
        )


def _require_appended(bundle: Bundle) -> None:
    """The protected rows of earlier years stand as they were published."""
    if names.MICRODATA not in bundle.files:
        return
    period = bundle.release["period"]
    rows = protected_rows(bundle.files[names.MICRODATA])
    earlier = ReceivedFile.objects.filter(
        name=names.MICRODATA, release__page__period__lt=period
    ).order_by("release__page__period", "release__sequence")
    newest = {file.release.page.period: file for file in earlier.select_related("release__page")}
    published = [
        row
        for year, file in newest.items()
        for row in protected_rows(bytes(file.content))
        if row[0] == year
    ]
    if [row for row in rows if row[0] != period] != published:
        raise BundleRefused(
            "microdata.csv does not repeat the rows of earlier years as they were published. They "
            "never change."
        )


def _require_real(bundle: Bundle) -> None:
    if bundle.report["is_invented"] and not settings.DEMO_MODE:
        raise BundleRefused(
            "Its figures are invented, for a demonstration, and this site is none. Hand over a "
            "release of casework itself."
        )


def _draft(bundle: Bundle) -> ReleasePage:
    index = StatisticsIndexPage.objects.first()
    if index is None:
        raise BundleRefused(
            "The site has no statistics section yet. Ask a site editor to make the page "
            "“Statistics” below the home page; then this release is taken."
        )
    page: ReleasePage = index.add_child(instance=_page_of(bundle))
    page.save_revision(clean=False, log_action=True)
    return page


def _page_of(bundle: Bundle) -> ReleasePage:
    release, report = bundle.release, bundle.report
    again = f", version {release['version']}" if release["version"] > 1 else ""
    return ReleasePage(
        live=False,
        title=f"{report['title']}{again}",
        slug=release["id"].lower(),
        summary=report["summary"][:SUMMARY],
        release_id=release["id"],
        sequence=release["sequence"],
        period=release["period"],
        kind=release["kind"],
        version=release["version"],
        first_day=dt.date.fromisoformat(release["first_day"]),
        last_day=dt.date.fromisoformat(release["last_day"]),
        persons=release["persons"],
        report=report,
    )


def _keep(bundle: Bundle, page: ReleasePage) -> ReceivedRelease:
    received = ReceivedRelease.objects.create(
        release_id=bundle.release["id"],
        sequence=bundle.release["sequence"],
        bundle_sha256=bundle.sha256,
        manifest_sha256=bundle.manifest_sha256,
        previous_sha256=bundle.previous,
        page=page,
    )
    ReceivedFile.objects.bulk_create(
        ReceivedFile(
            release=received,
            name=name,
            media_type=names.media_type_of(name),
            size=len(content),
            sha256=digest(content),
            content=content,
        )
        for name, content in sorted(bundle.files.items())
    )
    return received


def digests_of_files(page: Page) -> list[list[str]]:
    """What an approval of a release stands for besides its text: the digest of every file."""
    if not isinstance(page, ReleasePage):
        return []
    files = ReceivedFile.objects.filter(release__page_id=page.pk).order_by("name")
    return [[name, sha256] for name, sha256 in files.values_list("name", "sha256")]


def submitters(page: Page, since: dt.datetime | None) -> Iterable[int]:
    """Who handed a release in for review: nobody wrote it, so they count as its author.

    Without this, one person in every group could publish what the worker received alone.
    """
    if not issubclass(page.specific_class or Page, ReleasePage):
        return []
    states = WorkflowState.objects.for_instance(page).filter(requested_by__isnull=False)
    if since is not None:
        states = states.filter(created_at__gt=since)
    return states.values_list("requested_by_id", flat=True)
