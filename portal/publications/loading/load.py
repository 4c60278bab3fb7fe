"""The bulk import: lines in, live pages and their projections out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Revision, WorkflowState

from portal.content.files.models import PortalDocument
from portal.content.files.reading import read_version
from portal.content.files.versions import add_examined, replace_examined
from portal.content.files.visibility import documents_of, page_was_published
from portal.content.providers import Projection
from portal.content.services import operator_clearance
from portal.publications.loading import editors_index, pages
from portal.publications.loading.lines import BadLine, Line, LineReader, Problem, raw_lines
from portal.publications.models import PublicationFile, PublicationPage, codes_of
from portal.publications.providers import PublicationProvider
from portal.publications.text import plain, rich

LINES_AT_ONCE = 2_000
BYTES_AT_ONCE = 24 * 1024 * 1024
NOTE = "Replaced by a bulk import."


@dataclass
class Report:
    """What an import did so far."""

    created: int = 0
    updated: int = 0
    read_bytes: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def skipped(self) -> int:
        return sum(problem.is_fatal for problem in self.problems)

    @property
    def loaded(self) -> int:
        return self.created + self.updated


def problems_of(path: Path) -> Iterator[Problem]:
    """Everything wrong with a file, line by line; nothing is written."""
    reader = LineReader(path.parent)
    for number, raw, _ in raw_lines(path):
        try:
            yield from reader.read(number, raw).problems
        except BadLine as error:
            yield Problem(number, str(error))


def load(
    path: Path, *, report: Report, progress: Callable[[Report], None] = lambda report: None
) -> Iterator[Projection]:
    """Publish the lines of a file, batch by batch, and yield each page's projection.

    A batch is one transaction, committed before its projections come: what stops an import leaves
    whole batches, and running it again changes nothing in them.

    Args:
        report: filled as the import goes on; bad lines are in it and are skipped.
        progress: called after each batch.
    """
    for batch in _batches(path, report):
        with operator_clearance("load_publications"):  # one transaction
            written = pages.write(batch, now=timezone.now())
            _end_what_was_under_way(written)
            _follow_references(written)
            _keep_files(batch, {**written.created, **written.updated})
            editors_index.write([*written.created.values(), *written.updated.values()])
        report.created += len(written.created)
        report.updated += len(written.updated)
        yield from _projections(batch, written)
        progress(report)


def _batches(path: Path, report: Report) -> Iterator[list[Line]]:
    """Lines in batches, the last of a key winning; bad ones go into the report."""
    reader = LineReader(path.parent)
    batch: dict[str, Line] = {}
    size = 0
    for number, raw, read_bytes in raw_lines(path):
        report.read_bytes = read_bytes
        try:
            line = reader.read(number, raw)
        except BadLine as error:
            report.problems.append(Problem(number, str(error)))
            continue
        report.problems += line.problems
        batch[line.key] = line
        size += line.size
        if len(batch) >= LINES_AT_ONCE or size >= BYTES_AT_ONCE:
            yield list(batch.values())
            batch, size = {}, 0
    if batch:
        yield list(batch.values())


def _end_what_was_under_way(written: pages.Written) -> None:
    """Reviews and plans for pages that the import replaced: finishing one would undo it."""
    ids = [str(page_id) for page_id in written.updated.values()]
    if not ids:
        return
    Revision.page_revisions.filter(object_id__in=ids).update(approved_go_live_at=None)
    of_pages = ContentType.objects.get_for_model(Page)
    for state in WorkflowState.objects.active().filter(
        base_content_type=of_pages, object_id__in=ids
    ):
        state.cancel()


def _follow_references(written: pages.Written) -> None:
    """Where a replaced text had links: what it refers to now."""
    ids = written.updated.values()
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(page_id) for page_id in ids],
    )
    linking = {int(page_id) for page_id in references.values_list("object_id", flat=True)}
    for page in PublicationPage.objects.filter(pk__in=linking):
        page_was_published(page, formerly=documents_of(page))


def _keep_files(batch: Iterable[Line], ids: Mapping[str, int]) -> None:
    for line in batch:
        if line.file:
            _keep_file(line, PublicationPage.objects.get(pk=ids[line.key]))


def _keep_file(line: Line, page: PublicationPage) -> None:
    """The line's file as the page's first: added, replaced, or left where it is the same."""
    file = cast(Any, line.file)
    examined = file.examination
    attached = [link.document for link in page.files.all()]
    same_type = [document for document in attached if document.extension == examined.extension]
    if same_type:
        document = same_type[0]
        newest = document.versions.order_by("-number")[0]
        if newest.uploaded_sha256 != examined.uploaded_sha256:
            replace_examined(document=document, examined=examined, filename=file.name, note=NOTE)
    else:
        document = add_examined(
            title=line.title, examined=examined, filename=file.name, language=line.language
        )
        PublicationFile.objects.create(page=page, document=document, sort_order=len(attached))
    page = PublicationPage.objects.get(pk=page.pk)
    page_was_published(page)
    document = PortalDocument.objects.get(pk=document.pk)
    if document.current and document.current.reading.read_at is None:
        read_version(document.current)


def _projections(batch: Iterable[Line], written: pages.Written) -> Iterator[Projection]:
    """Of new pages without a file from the line itself; of others as their provider says."""
    provider = PublicationProvider()
    asked = [written.updated[line.key] for line in batch if line.key in written.updated]
    asked += [
        written.created[line.key] for line in batch if line.file and line.key in written.created
    ]
    for line in batch:
        if line.key in written.created and not line.file:
            yield _projection(line, written.slugs[line.key])
    for page in provider.public_queryset().filter(pk__in=asked).iterator(chunk_size=500):
        yield provider.project(page)


def _projection(line: Line, slug: str) -> Projection:
    """What the provider would say of the page just written (a test compares the two)."""
    facets = {
        "type": (line.type,),
        "year": (str(line.published_on.year),) if line.published_on else (),
        "topic": tuple(sorted(codes_of(line.topics))),
        "region": tuple(sorted(codes_of(line.regions))),
        "language": (line.language,),
    }
    return Projection(
        key=line.key,
        kind=PublicationProvider.kind,
        title=line.title,
        summary=line.summary,
        body=plain(rich(line.body)),
        url=f"/publications/{slug}/",
        keywords=(line.key,),
        language=line.language,
        facets={name: codes for name, codes in facets.items() if codes},
        date=line.published_on,
    )
