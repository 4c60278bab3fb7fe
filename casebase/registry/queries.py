"""Questions the pages ask; who may see a row is PostgreSQL's answer, not ours."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.http import Http404

from casebase.access.roles import ROLES, Scope
from casebase.access.viewer import Viewer
from casebase.registry.case_rows import CaseRow, case_rows
from casebase.registry.codes import references
from casebase.registry.models import Case, Closing, Note, Operation, StatusDecision, Suspect
from casebase.vault.sealed import SealedModel
from casebase.vault.services import CaseKey, KeyErased, RecordDamaged, case_key

logger = logging.getLogger(__name__)

ABSENT = "There is no such record."  # the same for one that is not there and one of somebody else


def case_or_404(reference: str) -> Case:
    """The case of this number, if the viewer may see it.

    Raises:
        Http404: absent, or somebody else's: the answer is the same.
    """
    found = case_by(reference)
    if found is None:
        raise Http404(ABSENT)
    return found


def case_by(reference: str) -> Case | None:
    """The case of this number, as typed, if the viewer may see it."""
    cases = Case.objects.select_related(
        "person__origin_district", "operation", "agency", "desk", "owner", "region"
    )
    return cases.filter(reference=references.read(reference) or "").first()


def operation_or_404(reference: str) -> Operation:
    """The operation of this number, as for a case."""
    found = operation_by(reference)
    if found is None:
        raise Http404(ABSENT)
    return found


def operation_by(reference: str) -> Operation | None:
    """The operation of this number, as typed, if the viewer's agency took part."""
    operations = Operation.objects.select_related("lead_agency", "region")
    return operations.filter(reference=references.read(reference) or "").first()


def suspect_by(reference: str) -> Suspect | None:
    """The suspect of this number, as typed; None outside the compartment."""
    return Suspect.objects.filter(reference=references.read(reference) or "").first()


PAGE = 25  # operations on a page


@dataclass(frozen=True)
class ReadNote:
    """A note in the clear, for the page being made; `text` is None where it is damaged.

    Attributes:
        corrects: the older note beside which it was written.
        corrected_by: the newest note that was written beside this one.
    """

    id: UUID
    text: str | None
    written_by: str
    written_at: dt.datetime
    is_sensitive: bool
    corrects: UUID | None
    corrected_by: UUID | None


@dataclass(frozen=True)
class ReadDecision:
    """A status decision in the clear; `reasons` is None where the record is damaged."""

    status: str
    decided_on: dt.date
    deciding_body: str
    legal_basis: str
    reasons: str | None


@dataclass(frozen=True)
class ReadClosing:
    """The end of a case or its going on; `details` is None where the record is damaged."""

    kind: str
    reason: str
    happened_on: dt.date
    decided_by: str
    details: str | None


@dataclass(frozen=True)
class CaseView:
    """Ring 2 of a case: what the people on it wrote and decided, newest first."""

    notes: list[ReadNote]
    decisions: list[ReadDecision]
    closings: list[ReadClosing]
    is_erased: bool = False  # then every text is None, and none of them is damaged

    @property
    def has_damage(self) -> bool:
        if self.is_erased:
            return False
        texts = [note.text for note in self.notes]
        texts += [decision.reasons for decision in self.decisions]
        return None in texts or None in [closing.details for closing in self.closings]

    def note(self, key: str) -> ReadNote | None:
        """The note of this id, as an address or a form writes it."""
        return next((note for note in self.notes if str(note.id) == key), None)

    @property
    def gone(self) -> str:
        """What stands where a text cannot be read."""
        return "Erased" if self.is_erased else "Record damaged"


def case_view(case: Case) -> CaseView:
    """Notes and decisions of a case, opened; empty for whoever sees ring 1 alone."""
    notes = list(
        Note.objects.filter(case=case).select_related("written_by").order_by("-written_at")
    )
    decisions = list(
        StatusDecision.objects.filter(case=case).order_by("-decided_on", "-recorded_at")
    )
    closings = list(
        Closing.objects.filter(case=case).select_related("decided_by").order_by("-recorded_at")
    )
    key = case_key_or_none(case.pk)
    corrections = {note.corrects_id: note.pk for note in reversed(notes) if note.corrects_id}
    return CaseView(
        [_note(note, key, corrections.get(note.pk)) for note in notes],
        [_decision(decision, key) for decision in decisions],
        [_closing(closing, key) for closing in closings],
        is_erased=key is None and is_erased(case.pk),
    )


def is_erased(case_id: UUID) -> bool:
    """Whether the case was erased for good; a damaged key is no erased one."""
    try:
        case_key(case_id)
    except KeyErased:
        return True
    except RecordDamaged:
        return False
    return False


def case_key_or_none(case_id: UUID) -> CaseKey | None:
    try:
        return case_key(case_id)
    except (RecordDamaged, KeyErased):
        return None


def opened_text(row: SealedModel, key: CaseKey | None, column: str) -> str | None:
    if key is None:
        return None
    try:
        return row.opened(key, column)[column]
    except RecordDamaged:
        logger.error("record damaged", extra={"table": row._meta.db_table, "row": str(row.pk)})
        return None


def _note(note: Note, key: CaseKey | None, corrected_by: UUID | None) -> ReadNote:
    return ReadNote(
        id=note.pk,
        text=opened_text(note, key, "text"),
        written_by=note.written_by.get_full_name(),
        written_at=note.written_at,
        is_sensitive=note.sensitivity == Note.Sensitivity.SENSITIVE,
        corrects=note.corrects_id,
        corrected_by=corrected_by,
    )


def _decision(decision: StatusDecision, key: CaseKey | None) -> ReadDecision:
    return ReadDecision(
        status=decision.get_status_display(),
        decided_on=decision.decided_on,
        deciding_body=decision.get_deciding_body_display(),
        legal_basis=decision.legal_basis,
        reasons=opened_text(decision, key, "reasons"),
    )


def _closing(closing: Closing, key: CaseKey | None) -> ReadClosing:
    return ReadClosing(
        kind=closing.get_kind_display(),
        reason=closing.get_reason_display(),
        happened_on=closing.happened_on,
        decided_by=closing.decided_by.get_full_name(),
        details=opened_text(closing, key, "details"),
    )


@dataclass(frozen=True)
class OperationsPage:
    operations: list[Operation]
    next_mark: str


@dataclass(frozen=True)
class OperationView:
    """An operation as those who took part see it; `children` are counted once each.

    Attributes:
        landing_site, summary: None where damaged; both empty where they are not opened.
        is_opened: False for whoever reads the whole nation's.
    """

    operation: Operation
    landing_site: str | None
    summary: str | None
    is_opened: bool
    partners: list[str]
    cases: list[CaseRow]
    children: int


def operations_page(after: str) -> OperationsPage:
    """Operations the viewer took part in, newest first; keyset by day and id."""
    found = Operation.objects.select_related("lead_agency", "region")
    day, _, key = after.partition("_")
    with contextlib.suppress(ValueError):
        moment, last = dt.date.fromisoformat(day), UUID(key)
        found = found.filter(Q(starts_on__lt=moment) | Q(starts_on=moment, pk__lt=last))
    rows = list(found.order_by("-starts_on", "-pk")[: PAGE + 1])
    last_row = rows[PAGE - 1] if len(rows) > PAGE else None
    mark = f"{last_row.starts_on.isoformat()}_{last_row.pk}" if last_row else ""
    return OperationsPage(rows[:PAGE], mark)


def operation_view(operation: Operation, viewer: Viewer) -> OperationView:
    """What hangs from an operation; of its cases, those the viewer may see.

    Who sees all of the nation sees no place and no words (ring 1), however their row got there.
    """
    landing_site: str | None = ""
    summary: str | None = ""
    if is_opened := ROLES[viewer.role].scope is not Scope.NATIONAL:
        key = case_key_or_none(operation.pk)
        landing_site = opened_text(operation, key, "landing_site")
        summary = opened_text(operation, key, "summary")
    cases = Case.objects.filter(operation=operation)
    child = Coalesce("person__resolved_into", "person")
    return OperationView(
        operation=operation,
        landing_site=landing_site,
        summary=summary,
        is_opened=is_opened,
        partners=[agency.name for agency in operation.partners.order_by("name")],
        cases=case_rows(cases.order_by("created_at")[:500]),
        children=cases.aggregate(n=Count(child, distinct=True))["n"],
    )
