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
    if decided_on > today:
        raise CannotDecide("The day of the decision lies in the future. Check the date.")
    if decided_on < case.identified_on:
        raise CannotDecide("The decision lies before the child was identified. Check the date.")
    if submission and (sent := StatusDecision.objects.filter(case=case, pk=submission).first()):
        require_same(
            sent, what="a decision on this case", key_id=case.pk, texts={"reasons": reasons},
            status=status, deciding_body=deciding_body, decided_on=decided_on,
            legal_basis=legal_basis,
        )  # fmt: skip
        return sent
    decision = StatusDecision(
        pk=submission or uuid4(),
        case=case,
        status=status,
        deciding_body=deciding_body,
        decided_on=decided_on,
        legal_basis=legal_basis,
        decided_by=viewer.user,
    )
    decision.seal(key_to_seal(case.pk), reasons=reasons)
    decision.save(force_insert=True)
    newest = (
        StatusDecision.objects.filter(case=case).order_by("-decided_on", "-recorded_at").first()
    )
    case.status = newest.status if newest else status
    case.version += 1
    case.save(update_fields=["status", "version", "changed_at"])
    return decision
