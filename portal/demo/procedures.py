"""Making procedures with all their editions from the content files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from portal.content.files.models import PortalDocument
from portal.demo import accounts, compose, content_files, keeping, pdf, tree
from portal.demo.content_files import Entry
from sop_library import services
from sop_library.enums import ChangeType
from sop_library.models import LibraryPage, SopPage, SopVersionPage

APPROVER = "Management Board (invented for demonstration)"
_SENTENCE = re.compile(r"(?<=[.!?]) ")
Block = tuple[str, Any]


def load(say: tree.Say) -> None:
    """Every procedure that is not there yet; one that is there keeps its editions."""
    library = LibraryPage.objects.get()
    known = set(SopPage.objects.values_list("identifier", flat=True))
    made = 0
    for entry in content_files.procedures():
        if entry["identifier"] not in known:
            _make(library, entry)
            made += 1
            if "withdrawn" in entry:
                _withdraw(entry)
    say(f"  procedures: {made} made, {len(known)} there already")


def _make(library: LibraryPage, entry: Entry) -> None:
    documents = {name["file"]: _document(name["file"]) for name in entry.get("attachments", ())}
    family = SopPage(
        title=entry["title"],
        slug=entry["slug"],
        summary=entry["summary"],
        identifier=entry["identifier"],
        owner_organisation=tree.organisation_named(entry["owner"]),
        live=False,
    )
    family.topics.set(tree.topics_named(entry["topics"]))
    library.add_child(instance=family)
    for edition in entry["editions"]:
        _make_edition(family, entry, edition, documents)


def _document(name: str) -> PortalDocument:
    attachment = content_files.attachments()[name]
    content = pdf.write(
        title=attachment["title"],
        publisher="Harbour demonstration",
        sheets=compose.sheets_of_attachment(attachment),
        shape="form",
    )
    return keeping.keep(
        title=attachment["title"],
        content=content,
        filename=f"{name}.pdf",
        pages=len(attachment["pages"]),
    )


def _make_edition(
    family: SopPage, entry: Entry, edition: Entry, documents: dict[str, PortalDocument]
) -> None:
    begins = edition.get("in_force_from")
    page = SopVersionPage(
        title=entry["title"],
        summary=entry["summary"],
        owner_organisation=family.owner_organisation,
        legal_basis=entry["legal_basis"],
        approver_body=APPROVER,
        approved_on=edition.get("approved_on"),
        in_force_from=tree.at_eight(begins) if begins else None,
        review_due_on=edition["review_due_on"],
        change_type=ChangeType.FIRST if edition["number"] == 1 else edition["change_type"],
        change_summary=edition["change_summary"],
        body=list(blocks(content_files.blocks_of(entry, edition["number"]), documents)),
        live=False,
    )
    page.topics.set(tree.topics_named(entry["topics"]))
    if begins and tree.at_eight(begins) <= timezone.now():
        page.first_published_at = tree.at_eight(begins)
    family = SopPage.objects.get(pk=family.pk)
    family.add_child(instance=page)
    revision = page.save_revision(clean=False)
    if begins:  # a draft has no day yet
        revision.publish()  # takes over from the edition before, or waits for its day


def _withdraw(entry: Entry) -> None:
    """Take the procedure out of use as two people do; its address then says why."""
    family = SopPage.objects.get(identifier=entry["identifier"])
    withdrawal = services.ask_for_withdrawal(
        edition=family.editions.in_force().get(),
        actor=accounts.of("sop editor"),
        reason=entry["withdrawn"]["reason"],
        replacement=SopPage.objects.get(identifier=entry["withdrawn"]["replaced_by"]),
    )
    services.confirm_withdrawal(withdrawal=withdrawal, actor=accounts.of("publisher"))


def blocks(entries: list[Entry], documents: dict[str, PortalDocument]) -> Iterator[Block]:
    """The blocks of an edition as its body holds them; neighbouring texts become one section."""
    section: dict[str, Any] | None = None
    for entry in entries:
        if "section" in entry or "text" in entry:
            if section is None or "section" in entry:
                if section:
                    yield "text", section
                section = {"heading": entry.get("section", "Good to know"), "text": ""}
            section["text"] += tree.paragraph(entry["text"]) if "text" in entry else ""
            continue
        if section:
            yield "text", section
            section = None
        yield _block(entry, documents)
    if section:
        yield "text", section
    yield "text", {"heading": "About this text", "text": tree.paragraph(content_files.NOTICE)}


def _block(entry: Entry, documents: dict[str, PortalDocument]) -> Block:
    if step := entry.get("step"):
        return "step", _step(step)
    if decision := entry.get("decision"):
        answers = [("Yes", decision["if_yes"]), ("No", decision["if_no"])]
        told = [{"answer": answer, "then": then} for answer, then in answers]
        return "decision", {"question": decision["question"], "answers": told}
    if contact := entry.get("contact"):
        facts = {"name": contact["name"], "role": contact["note"], "phone": contact["phone"]}
        return "contact", {**facts, "hours": ""}
    if pointer := entry.get("attachment"):
        return "attachment", {
            "title": pointer["title"],
            "document": documents[pointer["file"]],
            "page": pointer["page"],
            "note": pointer["note"],
        }
    return "warning", entry["warning"]


def _step(step: Entry) -> dict[str, Any]:
    action, *details = _SENTENCE.split(step["action"], maxsplit=1)
    return {
        "action": action.removesuffix("."),
        "actor": step["actor"],
        "deadline": step["deadline"],
        "details": tree.paragraph(details[0]) if details else "",
        "form": step.get("form", ""),
        "form_page": None,
        "legal_reference": step.get("legal", ""),
    }
