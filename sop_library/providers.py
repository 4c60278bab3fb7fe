"""How a procedure shows itself to search: its edition in force, a passage for each section.

Superseded editions are not indexed: an officer who acts on an old text can harm a child. They are
reached from the history of the edition in force, and by their identifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from portal.content.providers import Passage, Projection
from sop_library import queries
from sop_library.models import SopPage, SopVersionPage

_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
MOST_ACRONYMS = 30


class ProcedureProvider:
    """One searchable thing for each procedure, whatever its number of editions."""

    kind = "sop"
    model = SopPage

    def public_queryset(self) -> QuerySet[SopPage]:
        in_force = SopVersionPage.objects.in_force().filter(family=OuterRef("pk"), live=True)
        return SopPage.objects.live().filter(Exists(in_force))

    def key_of(self, page: SopPage) -> str:
        return f"sop:{page.identifier}"

    def project(self, page: SopPage) -> Projection:
        edition = queries.edition_in_force(page)
        if edition is None:
            raise LookupError(f"{page.identifier} has no edition in force, so nothing to show.")
        url = page.get_url() or ""
        body = "\n\n".join(section.text for section in edition.sections)
        return Projection(
            key=self.key_of(page),
            kind=self.kind,
            title=edition.title,
            summary=edition.summary,
            body=body,
            url=url,
            keywords=_keywords(page, edition, body),
            facets=_facets(edition),
            date=edition.in_force_from.date() if edition.in_force_from else None,
            passages=(
                *(
                    Passage(None, section.anchor, section.text, f"{url}#{section.anchor}")
                    for section in edition.sections
                ),
                *_pages_of_attachments(edition),
            ),
        )


def _pages_of_attachments(edition: SopVersionPage) -> Iterator[Passage]:
    """Every page of the files that the edition attaches, so that a form is found where it is."""
    attached = (s.value["document"] for s in edition.sections if s.kind == "attachment")
    for document in dict.fromkeys(attached):
        if document and document.is_public and document.current_id:
            for page in document.current.page_texts.exclude(text="").order_by("number"):
                yield Passage(page.number, "", page.text, f"{document.url}#page={page.number}")


def _keywords(page: SopPage, edition: SopVersionPage, body: str) -> tuple[str, ...]:
    acronyms = dict.fromkeys(_ACRONYM.findall(f"{edition.title} {edition.summary} {body}"))
    return (page.identifier, *list(acronyms)[:MOST_ACRONYMS])


def _facets(edition: SopVersionPage) -> dict[str, tuple[str, ...]]:
    facets = {"topic": tuple(topic.code for topic in edition.topics.all())}
    if edition.owner_organisation:
        facets["organisation"] = (edition.owner_organisation.code,)
    if edition.in_force_from:
        facets["year"] = (str(edition.in_force_from.year),)
    return facets
