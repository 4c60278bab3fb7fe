"""The list of publications: newest first, at the same cost on its first and on its last page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, F, Func, QuerySet, Value
from django.db.models.functions import Coalesce

from portal.content.models import Topic
from portal.publications.enums import PublicationType
from portal.publications.models import UNDATED, PublicationIndexPage, PublicationPage

PAGE_SIZE = 20
YEARS_OFFERED = 12


@dataclass(frozen=True)
class Option:
    """A value to filter by, as `components/select.html` reads it."""

    value: str
    label: str


@dataclass(frozen=True)
class Listing:
    """One page of the list.

    Attributes:
        newer_url, older_url: empty where there is nothing that way.
    """

    publications: tuple[PublicationPage, ...]
    newer_url: str
    older_url: str
    types: tuple[Option, ...]
    years: tuple[Option, ...]
    topics: tuple[Option, ...]


class _Pairs(Func):
    """`(a, b) < (c, d)`: one range of the index, where a condition with "or" would be a scan."""

    output_field = BooleanField()

    def __init__(self, *expressions: Any, operator: str, **extra: Any) -> None:
        super().__init__(*expressions, operator=operator, **extra)

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **extra: Any) -> Any:
        compiled = [compiler.compile(expression) for expression in self.source_expressions]
        first, second, third, fourth = (sql for sql, _ in compiled)
        parameters = [value for _, values in compiled for value in values]
        sign = {"<": "<", ">": ">"}[self.extra["operator"]]
        return f"({first}, {second}) {sign} ({third}, {fourth})", parameters


@dataclass(frozen=True)
class Mark:
    """A place in the list: the date and id of the publication beside it."""

    on: dt.date
    id: int

    @classmethod
    def of(cls, page: PublicationPage) -> Mark:
        return cls(page.published_on or UNDATED, page.pk)

    @classmethod
    def read(cls, text: str) -> Mark | None:
        """The mark in an address; None for anything else, which then means the start."""
        match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.(\d{1,18})", text)
        if not match:
            return None
        try:
            return cls(dt.date.fromisoformat(match[1]), int(match[2]))
        except ValueError:
            return None

    def compared(self, operator: str) -> Func:
        """The condition "stands before (<) or after (>) this mark", as the index can answer it."""
        return _Pairs(
            Coalesce("published_on", Value(UNDATED)),
            F("page_ptr_id"),
            Value(self.on),
            Value(self.id),
            operator=operator,
        )

    def __str__(self) -> str:
        return f"{self.on.isoformat()}.{self.id}"


def listing_for(index: PublicationIndexPage, parameters: Mapping[str, str]) -> Listing:
    """The page of the list that the address asks for, by `before` or `after` a mark."""
    older_than = Mark.read(parameters.get("after", ""))
    newer_than = Mark.read(parameters.get("before", ""))
    if newer_than is not None:
        found = _newer(newer_than)
        shown, has_newer = found[:PAGE_SIZE][::-1], len(found) > PAGE_SIZE
        has_older = bool(shown)
    else:
        found = _older(older_than)
        shown, has_older = found[:PAGE_SIZE], len(found) > PAGE_SIZE
        has_newer = older_than is not None and bool(shown)
    return Listing(
        publications=tuple(shown),
        newer_url=f"?before={Mark.of(shown[0])}" if has_newer else "",
        older_url=f"?after={Mark.of(shown[-1])}" if has_older else "",
        types=tuple(Option(value, label) for value, label in PublicationType.choices),
        years=_years(),
        topics=tuple(Option(t.code, t.label) for t in Topic.objects.order_by("label")),
    )


def dated() -> QuerySet[PublicationPage]:
    """Live publications with `listed_on`, the date they are sorted by."""
    live: QuerySet[PublicationPage] = PublicationPage.objects.live()
    return live.annotate(listed_on=Coalesce("published_on", Value(UNDATED)))


def _older(mark: Mark | None) -> list[PublicationPage]:
    pages = dated().order_by("-listed_on", "-page_ptr_id")
    if mark:
        pages = pages.filter(mark.compared("<"))
    return _with_what_is_shown(pages)


def _newer(mark: Mark) -> list[PublicationPage]:
    pages = dated().order_by("listed_on", "page_ptr_id")
    return _with_what_is_shown(pages.filter(mark.compared(">")))


def _with_what_is_shown(pages: QuerySet[PublicationPage]) -> list[PublicationPage]:
    return list(pages.defer("body").prefetch_related("organisations")[: PAGE_SIZE + 1])


def _years() -> tuple[Option, ...]:
    newest = dated().exclude(published_on=None).order_by("-listed_on", "-page_ptr_id").first()
    if newest is None or newest.published_on is None:
        return ()
    latest = newest.published_on.year
    return tuple(Option(str(year), str(year)) for year in range(latest, latest - YEARS_OFFERED, -1))
