"""Making publications, their PDF files and their tables from the content files."""

from __future__ import annotations

from portal.content.files.models import PortalDocument
from portal.content.models import Organisation
from portal.core.models import Region
from portal.demo import compose, content_files, keeping, pdf, tree
from portal.demo.content_files import Entry
from portal.publications.models import PublicationFile, PublicationIndexPage, PublicationPage

SHAPES = {"form": "form"}  # of a type's PDF; the rest are booklets


def load(say: tree.Say) -> None:
    """Every publication that is not there yet, older ones first."""
    index = PublicationIndexPage.objects.get()
    known = set(PublicationPage.objects.values_list("key", flat=True))
    entries = [entry for entry in content_files.publications() if entry["key"] not in known]
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry["published_on"]), 1):
        _make(index, entry)
        if number % 10 == 0:
            say(f"  publications: {number} of {len(entries)}")
    say(f"  publications: {len(entries)} made, {len(known)} there already")


def _make(index: PublicationIndexPage, entry: Entry) -> None:
    page = PublicationPage(
        key=entry["key"],
        title=entry["title"],
        slug=entry["key"],
        summary=entry["summary"],
        type=entry["type"],
        published_on=entry["published_on"],
        body="".join(tree.paragraph(text) for text in _texts(entry)),
        owner_organisation=tree.organisation_named(entry["organisations"][0]),
        earlier_edition=PublicationPage.objects.filter(key=entry.get("earlier_edition")).first(),
    )
    page.organisations.set(Organisation.objects.filter(code__in=entry["organisations"]))
    page.regions.set(Region.objects.filter(name__in=entry.get("regions", ())))
    page.files = [PublicationFile(document=document) for document in _documents(entry)]
    topics = tree.topics_named(entry["topics"])
    tree.publish(index, page, on=entry["published_on"], topics=topics)


def _texts(entry: Entry) -> list[str]:
    return [*entry["abstract"], content_files.NOTICE]


def _documents(entry: Entry) -> list[PortalDocument]:
    """The PDF, and the table where there is one."""
    title = entry["title"]
    found = [
        keeping.keep(
            title=title, content=pdf_of(entry), filename=f"{entry['key']}.pdf",
            pages=entry["length"],
        )
    ]  # fmt: skip
    if name := entry.get("csv"):
        table = content_files.table_file(name)
        found.append(
            keeping.keep(
                title=f"{title} (table)", content=table, filename=f"{name}.csv", pages=None
            )
        )
    return found


def pdf_of(entry: Entry) -> bytes:
    """The PDF file of a publication, the same bytes each time."""
    return pdf.write(
        title=entry["title"],
        publisher="Harbour demonstration",
        sheets=compose.sheets_of_publication(entry),
        shape="slides" if entry.get("slides") else SHAPES.get(entry["type"], "booklet"),
    )
