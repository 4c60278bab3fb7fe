"""What editors see of a publication's files while they edit it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.admin.panels import Panel

from portal.content.files.models import DocumentFile, FileReading, PortalDocument
from portal.content.files.versions import twins


@dataclass(frozen=True)
class FileState:
    """One file for the panel.

    Attributes:
        waiting: a version that readers get when the page is published; None where there is none.
        problem: why its text cannot be found; empty where it can.
        twins: other documents with the same file.
    """

    document: PortalDocument
    current: DocumentFile | None
    waiting: DocumentFile | None
    status: str
    problem: str
    warnings: tuple[str, ...]
    twins: tuple[PortalDocument, ...]


def state_of(document: PortalDocument) -> FileState:
    """What is known of a document; a few queries for each, on the edit screen only."""
    newest = document.versions.select_related("reading").order_by("-number").first()
    reading: FileReading | None = getattr(newest, "reading", None)
    waits = newest is not None and newest.pk != document.current_id
    return FileState(
        document=document,
        current=document.current,
        waiting=newest if waits else None,
        status=reading.get_status_display() if reading else "",
        problem=reading.problem if reading else "",
        warnings=tuple(reading.warnings) if reading else (),
        twins=tuple(twins(document)),
    )


class FileStatesPanel(Panel):
    """Facts, warnings and the way to replace each file; shown once the page was saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "publications/admin/file_states.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.files.all())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            documents = dict.fromkeys(file.document for file in self.instance.files.all())
            context["states"] = [state_of(document) for document in documents if document]
            context["page_id"] = self.instance.pk
            return context
