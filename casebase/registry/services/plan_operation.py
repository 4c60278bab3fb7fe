"""A rescue operation: one record for everybody who took part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from casebase.access.models import AGENCY, principal_of
from casebase.access.viewer import Viewer
from casebase.registry.codes import references
from casebase.registry.models import Operation
from casebase.registry.services.day_found import require_day
from casebase.registry.services.register_child import access_list
from casebase.registry.services.sent_before import SavedAlready, require_same
from casebase.vault.services import new_case_key
from portal.core.models import Agency, Region
from portal.core.writings import insert


@transaction.atomic
def open_operation(
    *,
    viewer: Viewer,
    starts_on: dt.date,
    today: dt.date,
    region: Region,
    landing_site: str,
    summary: str = "",
    partners: Iterable[Agency] = (),
    boats: int = 0,
    expected_children: int | None = None,
    submission: UUID | None = None,
) -> Operation:
    """Make an operation; its lead agency and each partner see it (capability 62).

    Args:
        landing_site: sealed; a place is never in the clear.
        submission: drawn when the form was made; it becomes the operation's own id, so the same
            form sent twice makes one operation.

    Raises:
        CannotBe: a day that is ahead or long ago.
        SavedAlready: the form made an operation before, with other words.
    """
    require_day("starts_on", starts_on, today=today)
    partners = list(partners)
    texts = {"landing_site": landing_site, "summary": summary}
    columns = {
        "starts_on": starts_on,
        "region": region,
        "boats": boats,
        "expected_children": expected_children,
    }
    if submission and (sent := Operation.objects.filter(pk=submission).first()):
        _require_same(sent, partners, texts, **columns)
        return sent
    operation = Operation(
        pk=submission or uuid4(),
        reference=references.draw(),
        lead_agency_id=viewer.agency_id,
        acl=[*access_list(viewer), *(principal_of(AGENCY, partner.pk) for partner in partners)],
        created_by=viewer.user,
        **columns,
    )
    operation.seal(new_case_key(operation.pk), **texts)
    insert(operation)
    operation.partners.set(partners)
    return operation


def _require_same(
    sent: Operation, partners: Iterable[Agency], texts: dict[str, str], **columns: Any
) -> None:
    what = f"operation {sent}"
    require_same(sent, what=what, key_id=sent.pk, texts=texts, **columns)
    if {agency.pk for agency in partners} != {agency.pk for agency in sent.partners.all()}:
        raise SavedAlready(what)
