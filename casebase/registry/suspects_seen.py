"""A suspect's page, for the roles of the compartment."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from casebase.registry.models import Suspect, SuspectLink
from casebase.registry.queries import ABSENT, case_key_or_none, opened_text, suspect_by

LABELS = {
    "names": "Names",
    "also_called": "Also called",
    "place": "Lives or works",
    "phone": "Phone",
    "description": "Description",
}


@dataclass(frozen=True)
class SeenPart:
    """One part of a suspect; of a case the viewer may not see only the part is shown."""

    role: str
    relation: str
    is_carer: bool
    details: str | None
    case: str
    operation: str


@dataclass(frozen=True)
class SeenSuspect:
    """A suspect in the clear; a text is None where the record is damaged."""

    suspect: Suspect
    rows: list[tuple[str, str | None]]
    parts: list[SeenPart]
    case_ids: list[UUID]


def suspect_or_404(reference: str) -> Suspect:
    """The suspect of this number, if the viewer may see them.

    Raises:
        Http404: absent, or in a compartment that is not the viewer's: the answer is the same.
    """
    found = suspect_by(reference)
    if found is None:
        raise Http404(ABSENT)
    return found


def seen_suspect(suspect: Suspect) -> SeenSuspect:
    """What is known of a suspect, and their parts that the viewer may see."""
    key = case_key_or_none(suspect.pk)
    links = list(
        SuspectLink.objects.filter(suspect=suspect)
        .select_related("case", "operation")
        .order_by("added_at")
    )
    parts = [
        SeenPart(
            role=link.get_role_display(),
            relation=link.get_relation_display(),
            is_carer=link.is_carer,
            details=opened_text(link, key, "details"),
            case=link.case.reference if link.case else "",
            operation=link.operation.reference if link.operation else "",
        )
        for link in links
    ]
    rows = [(label, opened_text(suspect, key, column)) for column, label in LABELS.items()]
    return SeenSuspect(suspect, rows, parts, [link.case_id for link in links if link.case_id])
