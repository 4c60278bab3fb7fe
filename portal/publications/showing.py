"""What the page of one publication shows beside its abstract."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch, Q, Value, prefetch_related_objects

from portal.content.files.models import DocumentFile, PortalDocument
from portal.publications.models import Citation, PublicationFile, PublicationPage

ROWS_SHOWN = 50
Words = dict[str, list[tuple[str, str]]]  # facet to codes with labels
_NEWEST_FIRST = DocumentFile.objects.order_by("-number")


@dataclass(frozen=True)
class Table:
    """The start of a dataset, as `components/table.html` reads it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FileFacts:
    """One file as readers see it: where it is and what it costs to open."""

    title: str
    url: str
    kind: str
    size: int
    pages: int | None
    language: str
    corrections: tuple[DocumentFile, ...]
    former: tuple[DocumentFile, ...]
    table: Table | None


@dataclass(frozen=True)
class FilterLink:
    """A word of the vocabulary, linked to the publications that carry it."""

    label: str
    url: str


@dataclass(frozen=True)
class Facts:
    """All of it."""

    files: tuple[FileFacts, ...]
    topics: tuple[FilterLink, ...]
    regions: tuple[FilterLink, ...]
    publishers: tuple[FilterLink, ...]
    later_editions: tuple[PublicationPage, ...]
    earlier_edition: PublicationPage | None
    citation: Citation
    corrections: tuple[DocumentFile, ...] = field(default=())


def facts_of(page: PublicationPage, *, is_draft: bool = False) -> Facts:
    """Gather what is shown, in four queries at most.

    Args:
        is_draft: take topics, files and so on from the page in hand, not from the database.
    """
    files = tuple(_file_facts(file) for file in (_draft_files if is_draft else _files)(page))
    words = _draft_words(page) if is_draft else _words(page)
    editions = _editions(page)
    corrections = sorted(
        (version for file in files for version in file.corrections),
        key=lambda version: version.released_at or version.uploaded_at,
        reverse=True,
    )
    return Facts(
        files=files,
        topics=tuple(_filter("topic", *word) for word in words["topic"]),
        regions=tuple(_filter("region", *word) for word in words["region"]),
        publishers=tuple(_filter("organisation", *word) for word in words["organisation"]),
        later_editions=tuple(e for e in editions if e.earlier_edition_id == page.pk)[:3],
        earlier_edition=next((e for e in editions if e.pk == page.earlier_edition_id), None),
        citation=page.citation(
            authors=[label for _, label in words["organisation"]],
            pdf_path=next((file.url for file in files if file.kind == "PDF"), ""),
        ),
        corrections=tuple(corrections),
    )


def _words(page: PublicationPage) -> Words:
    """Topics, regions and publishers with their labels, in one statement."""
    parts = [
        _linked(page, "topics", "topic", "topic__code", "topic__label"),
        _linked(page, "regions", "region", "region__code", "region__name"),
        _linked(page, "organisations", "organisation", "organisation__code", "organisation__name"),
    ]
    words: Words = {"topic": [], "region": [], "organisation": []}
    for kind, code, label in parts[0].union(*parts[1:], all=True):
        words[kind].append((code, label))
    return {kind: sorted(found, key=lambda word: word[1]) for kind, found in words.items()}


def _linked(page: PublicationPage, relation: str, kind: str, code: str, label: str) -> Any:
    through: Any = PublicationPage._meta.get_field(relation).remote_field.through
    links = through.objects.filter(publicationpage=page.pk).order_by()
    return links.values_list(Value(kind), code, label)


def _draft_words(page: PublicationPage) -> Words:
    return {
        "topic": [(topic.code, topic.label) for topic in page.topics.all()],
        "region": [(region.code, region.name) for region in page.regions.all()],
        "organisation": [(body.code, body.name) for body in page.organisations.all()],
    }


def _editions(page: PublicationPage) -> list[PublicationPage]:
    """The live edition before this one, and those after it, newest first."""
    if page.pk is None:  # a preview of a page that was never saved
        return []
    linked = Q(earlier_edition=page.pk)
    if page.earlier_edition_id:
        linked |= Q(pk=page.earlier_edition_id)
    live = PublicationPage.objects.live().filter(linked)
    return list(
        live.only("title", "slug", "published_on", "earlier_edition").order_by("-published_on")
    )


def _files(page: PublicationPage) -> list[PublicationFile]:
    """The page's files with the version in use and what was read of it, and their versions."""
    files = list(
        PublicationFile.objects.filter(page=page.pk, document__current__isnull=False)
        .select_related("document__current__reading")
        .order_by("sort_order", "pk")
    )
    if any(file.document.current.number > 1 for file in files):
        prefetch_related_objects(files, Prefetch("document__versions", _NEWEST_FIRST))
    return files


def _draft_files(page: PublicationPage) -> list[PublicationFile]:
    files = list(page.files.all())
    prefetch_related_objects(
        files,
        Prefetch("document", PortalDocument.objects.select_related("current__reading")),
        Prefetch("document__versions", _NEWEST_FIRST),
    )
    return [file for file in files if file.document.current_id]


def _versions(document: PortalDocument) -> list[DocumentFile]:
    """All versions, newest first; the first version of all needs no query."""
    current = document.current
    if current and current.number == 1 and "versions" not in _prefetched(document):
        return [current]
    return list(document.versions.all())


def _prefetched(document: PortalDocument) -> dict[str, Any]:
    found: dict[str, Any] = getattr(document, "_prefetched_objects_cache", {})
    return found


def _file_facts(file: PublicationFile) -> FileFacts:
    document = file.document
    released = [version for version in _versions(document) if version.released_at]
    return FileFacts(
        title=str(file),
        url=document.url,
        kind=document.kind,
        size=document.current.size,
        pages=document.current.pages,
        language=document.get_language_display(),
        corrections=tuple(version for version in released if version.correction_note),
        former=tuple(version for version in released if version.pk != document.current_id),
        table=_table(file),
    )


def _table(file: PublicationFile) -> Table | None:
    reading = getattr(file.document.current, "reading", None)
    rows: list[list[Any]] = reading.table if reading else []
    if len(rows) < 2:
        return None
    shown = rows[1 : ROWS_SHOWN + 1]
    caption = str(file)
    if reading and reading.rows and reading.rows > len(shown):
        caption = f"{caption}: the first {len(shown)} of {reading.rows} rows"
    return Table(caption, tuple(rows[0]), tuple(tuple(row) for row in shown))


def _filter(facet: str, code: str, label: str) -> FilterLink:
    return FilterLink(label, "/search/?" + urlencode({"kind": "publication", facet: code}))
