"""Whether a person is a victim: a decision is added, none is overwritten."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

from django.db import transaction

from casebase.access.viewer import Viewer
from casebase.registry.models import Case, StatusDecision
from casebase.registry.services.edit_case import locked
from casebase.registry.services.sent_before import require_same
from casebase.vault.services import key_to_seal
from portal.core.services import DomainError
from portal.core.writings import insert


class CannotDecide(DomainError):
    """The day of the decision cannot be."""


@transaction.atomic
def decide_status(
    *,
    case: Case,
    viewer: Viewer,
    status: str,
    deciding_body: str,
    decided_on: dt.date,
    today: dt.date,
    reasons: str,
    legal_basis: str = "",
    submission: UUID | None = None,
) -> StatusDecision:
    """Record a decision; the case then carries the newest one.

    Args:
        decided_on: the day of the decision, in Accra.
        submission: drawn when the form was made; it becomes the decision's own id, so the same
            form sent twice makes one decision.

    Raises:
        NotYours: the case was opened to the worker for reading, or was erased.
        CannotDecide: it lies in the future, or before the child was identified.
        SavedAlready: the form made a decision before, with other words.
    """
    case = locked(case)
    _require_day(decided_on, case=case, today=today)
    columns = {
        "status": status,
        "deciding_body": deciding_body,
        "decided_on": decided_on,
        "legal_basis": legal_basis,
    }
    if submission and (sent := StatusDecision.objects.filter(case=case, pk=submission).first()):
        what, texts = "a decision on this case", {"reasons": reasons}
        require_same(sent, what=what, key_id=case.pk, texts=texts, **columns)
        return sent
    decision = StatusDecision(
        pk=submission or uuid4(), case=case, decided_by=viewer.user, **columns
    )
    decision.seal(key_to_seal(case.pk), reasons=reasons)
    insert(decision)
    _carry_the_newest(case, decision)
    return decision


def _require_day(decided_on: dt.date, *, case: Case, today: dt.date) -> None:
    if decided_on > today:
        raise CannotDecide("The day of the decision lies in the future. Check the date.")
    if decided_on < case.identified_on:
        raise CannotDecide("The decision lies before the child was identified. Check the date.")


def _carry_the_newest(case: Case, decision: StatusDecision) -> None:
    """An older one may be written down late, and changes nothing."""
    newest = (
        StatusDecision.objects.filter(case=case).order_by("-decided_on", "-recorded_at").first()
    )
    case.status = (newest or decision).status
    case.version += 1
    case.save(update_fields=["status", "version", "changed_at"])
