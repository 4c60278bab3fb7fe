"""How releases and the method show themselves to search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.html import strip_tags

from portal.content.providers import Passage, Projection
from portal.statistics import method_text
from portal.statistics.figures import HIDDEN, cells_of
from portal.statistics.models import MethodPage, ReleasePage

KEYWORDS = (
    "statistics", "figures", "numbers", "data", "dataset", "trafficking", "identified",
    "victims", "children",
)  # fmt: skip
SUPERSEDED = 0.2  # of a version that has a later one


class ReleaseProvider:
    """The newest version of each period, with a passage for each table."""

    kind = "statistics"
    model = ReleasePage

    def public_queryset(self) -> QuerySet[ReleasePage]:
        releases: QuerySet[ReleasePage] = ReleasePage.objects.live()
        return releases

    def key_of(self, page: ReleasePage) -> str:
        return f"statistics:{page.release_id}"

    def project(self, page: ReleasePage) -> Projection:
        report = page.report
        findings = [finding["text"] for finding in report["findings"]]
        return Projection(
            key=self.key_of(page),
            kind=self.kind,
            title=page.title,
            summary=page.summary,
            body="\n".join([*findings, page.note, report["hidden"]]),
            url=f"/statistics/{page.slug}/",
            keywords=(page.release_id, page.period, *KEYWORDS),
            facets={"year": (str(page.first_day.year),)},
            date=page.last_day,
            static_weight=SUPERSEDED if _has_later(page) else 1.0,
            in_force=not _has_later(page),
            passages=tuple(_passages(page, report)),
        )


def _has_later(page: ReleasePage) -> bool:
    return ReleasePage.objects.live().filter(period=page.period, version__gt=page.version).exists()


def _passages(page: ReleasePage, report: Mapping[str, Any]) -> Iterator[Passage]:
    for table in report["tables"]:
        anchor = f"table-{table['id']}"
        shown = [cell for cell in cells_of(table) if cell.count != HIDDEN]
        lines = [f"{', '.join(cell.labels)}: {cell.count}" for cell in shown]
        findings = [f["text"] for f in report["findings"] if f["table"] == table["id"]]
        text = f"{table['title']}. {' '.join(findings)} Persons identified: {'; '.join(lines)}."
        yield Passage(None, anchor, text, f"/statistics/{page.slug}/#{anchor}")


class MethodProvider:
    """The method page, with a passage for each of its parts."""

    kind = "page"
    model = MethodPage

    def public_queryset(self) -> QuerySet[MethodPage]:
        pages: QuerySet[MethodPage] = MethodPage.objects.live()
        return pages

    def key_of(self, page: MethodPage) -> str:
        return f"page:{page.pk}"

    def project(self, page: MethodPage) -> Projection:
        url = page.get_url_parts()[2]
        body = "\n".join(part.text for part in method_text.PARTS)
        return Projection(
            key=self.key_of(page),
            kind=self.kind,
            title=page.title,
            summary=page.summary,
            body=f"{body}\n{strip_tags(page.body)}",
            url=url,
            keywords=("statistics", "method", "privacy", "noise"),
            date=page.first_published_at.date() if page.first_published_at else None,
            passages=tuple(
                Passage(None, part.anchor, f"{part.heading}. {part.text}", f"{url}#{part.anchor}")
                for part in method_text.PARTS
            ),
        )
