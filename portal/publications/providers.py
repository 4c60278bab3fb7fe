"""How publications show themselves to search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from portal.content.files.models import FilePage
from portal.content.providers import Passage, Projection
from portal.publications.models import PublicationFile, PublicationPage
from portal.publications.text import plain


class PublicationProvider:
    """Live publications, with a passage for each page of their files."""

    kind = "publication"
    model = PublicationPage

    def public_queryset(self) -> QuerySet[PublicationPage]:
        """Live publications; the codes of their words come along, in the same statement."""
        live: QuerySet[PublicationPage] = PublicationPage.objects.live()
        return live.annotate(
            topic_codes=_linked("topics", "topic__code"),
            region_codes=_linked("regions", "region__code"),
            organisation_codes=_linked("organisations", "organisation__code"),
            organisation_acronyms=_linked("organisations", "organisation__acronym"),
            document_ids=ArraySubquery(
                PublicationFile.objects.filter(page=OuterRef("pk"))
                .order_by("sort_order", "pk")
                .values("document_id")
            ),
        )

    def key_of(self, page: PublicationPage) -> str:
        return page.key

    def project(self, page: PublicationPage) -> Projection:
        """The page's own words as body, its files' as passages.

        Raises:
            PublicationPage.DoesNotExist: the page is not public.
        """
        known = page if hasattr(page, "topic_codes") else self.public_queryset().get(pk=page.pk)
        files = _public_files(known) if known.document_ids else []
        return Projection(
            key=page.key,
            kind=self.kind,
            title=page.title,
            summary=page.summary,
            body=plain(page.body),
            url=f"/publications/{page.slug}/",
            keywords=tuple(_keywords(known, files)),
            language=page.language,
            facets=_facets(known),
            date=page.published_on,
            passages=tuple(_passages(files)),
        )


def _linked(relation: str, column: str) -> ArraySubquery:
    """One column of what a page is linked to, in the order of the codes.

    Prefetching does the same, but builds a cluster of objects for every page: ten times the time
    when a whole index is rebuilt.
    """
    through: Any = PublicationPage._meta.get_field(relation).remote_field.through
    code = f"{column.split('__')[0]}__code"
    links = through.objects.filter(publicationpage=OuterRef("pk")).order_by(code)
    return ArraySubquery(links.values(column))


def _facets(page: Any) -> dict[str, tuple[str, ...]]:
    facets = {
        "type": (page.type,),
        "year": (str(page.published_on.year),) if page.published_on else (),
        "topic": tuple(page.topic_codes),
        "region": tuple(page.region_codes),
        "organisation": tuple(page.organisation_codes),
        "language": (page.language,),
    }
    return {facet: codes for facet, codes in facets.items() if codes}


def _public_files(page: Any) -> list[PublicationFile]:
    """The files whose words may be found: public ones with a version in use."""
    return list(
        PublicationFile.objects.filter(
            page_id=page.pk, document__is_public=True, document__current__isnull=False
        )
        .select_related("document__current")
        .order_by("sort_order", "pk")
    )


def _keywords(page: Any, files: Iterable[PublicationFile]) -> Iterator[str]:
    yield page.key
    yield from filter(None, page.organisation_acronyms)
    for file in files:
        yield str(file)


def _passages(files: Iterable[PublicationFile]) -> Iterator[Passage]:
    for file in files:
        document = file.document
        texts = FilePage.objects.filter(file=document.current_id).exclude(text="")
        is_paged = document.extension == "pdf"
        for number, text in texts.order_by("number").values_list("number", "text"):
            url = f"{document.url}#page={number}" if is_paged else document.url
            yield Passage(page=number if is_paged else None, anchor="", text=text, url=url)
