"""What the pages of the library ask, each in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate
from wagtail.models import Page, ReferenceIndex

from portal.core.questions import Question
from sop_library.models import Correction, SopPage, SopVersionPage, Withdrawal


def editions_in_force() -> QuerySet[SopVersionPage]:
    """The edition in force of every live procedure, by identifier, without the long body."""
    return (
        SopVersionPage.objects.in_force()
        .filter(live=True, family__live=True)
        .select_related("family", "owner_organisation")
        .defer("body")
        .order_by("family__identifier")
    )


def procedures_in_force() -> QuerySet[SopPage]:
    """Procedures that readers can use, by identifier."""
    in_force = SopVersionPage.objects.in_force().filter(live=True).values("family_id")
    return SopPage.objects.live().filter(pk__in=in_force).order_by("identifier")


def edition_in_force(family: SopPage) -> SopVersionPage | None:
    """The edition that the evergreen address shows; None before the first and after withdrawal."""
    return (
        SopVersionPage.objects.in_force()
        .filter(family=family, live=True)
        .select_related("owner_organisation")
        .annotate(
            is_corrected=Exists(Correction.objects.confirmed().filter(edition=OuterRef("pk")))
        )
        .first()
    )


def corrections_of(edition: SopVersionPage) -> list[Correction]:
    """Public corrections, oldest first."""
    return list(edition.corrections.confirmed().order_by("confirmed_at"))


def _public_corrections() -> QuerySet[Correction]:
    return Correction.objects.confirmed().filter(edition=OuterRef("pk"))


def history(family: SopPage) -> list[SopVersionPage]:
    """Every edition that anyone may read, newest first, without the long body.

    Each has its owner at hand, and `is_corrected`: whether it has public corrections.
    """
    return list(
        SopVersionPage.objects.readable()
        .filter(family=family)
        .select_related("supersedes", "owner_organisation")
        .defer("body", "supersedes__body")
        .annotate(is_corrected=Exists(_public_corrections()))
        .order_by("-number")
    )


def withdrawal_of(family: SopPage) -> Withdrawal | None:
    """Why nothing of this procedure is in force: the withdrawal of its latest edition, if any."""
    return (
        Withdrawal.objects.confirmed()
        .filter(edition__family=family)
        .select_related("edition", "replacement")
        .order_by("-edition__number")
        .first()
    )


def edition(family: SopPage, number: int) -> SopVersionPage | None:
    """A readable edition by its number."""
    return (
        SopVersionPage.objects.readable()
        .filter(family=family, number=number)
        .select_related("family")
        .first()
    )


class ListedProcedure(NamedTuple):
    """What the list of procedures shows of the edition in force; `slug` is the procedure's."""

    identifier: str
    slug: str
    number: int
    in_force_on: dt.date
    title: str
    summary: str


class ProceduresInForce:
    """Every procedure in force by identifier, as a `Paginator` reads it: counted, then sliced."""

    def count(self) -> int:
        return IN_FORCE.count()

    def __getitem__(self, shown: slice) -> list[ListedProcedure]:
        rows = IN_FORCE.ask(limit=shown.stop - shown.start, offset=shown.start)
        return [ListedProcedure(*row) for row in rows]


def _listed() -> QuerySet[SopVersionPage, tuple[Any, ...]]:
    day = TruncDate("in_force_from")
    return editions_in_force().values_list(
        "family__identifier", "family__slug", "number", day, "title", "summary"
    )


IN_FORCE = Question(_listed)


@dataclass(frozen=True)
class Relations:
    """Pages that this procedure points to, and pages that point to it."""

    see_also: tuple[Page, ...]
    cited_by: tuple[Page, ...]


def relations(edition: SopVersionPage) -> Relations:
    """Links found in texts, filtered to live pages, in two queries; old editions do not cite."""
    own = {edition.pk, edition.family_id}
    pages_type = ContentType.objects.get_for_model(Page)
    links = ReferenceIndex.objects.filter(
        Q(object_id=str(edition.pk)) | Q(to_object_id__in=[str(pk) for pk in own]),
        base_content_type=pages_type,
        to_content_type=pages_type,
    ).values_list("object_id", "to_object_id")
    ends = [(int(source), int(target)) for source, target in links]
    outgoing = {target for source, target in ends if source == edition.pk} - own
    incoming = {source for source, target in ends if target in own} - own
    pages = {page.pk: page for page in _live_pages(outgoing | incoming)}
    return Relations(
        tuple(pages[pk] for pk in sorted(outgoing & pages.keys())),
        tuple(pages[pk] for pk in sorted(incoming & pages.keys())),
    )


def _live_pages(ids: set[int]) -> list[Page]:
    """Live pages by id, an edition standing for its procedure only while it is in force."""
    if not ids:
        return []
    old = SopVersionPage.objects.exclude(status="in_force").filter(pk__in=ids)
    return list(Page.objects.live().filter(pk__in=ids).exclude(pk__in=old.values("pk"))[:12])
