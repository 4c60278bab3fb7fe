"""Registered children, all invented, through the service a page calls."""

from __future__ import annotations

import datetime as dt
import uuid

from django.utils import timezone

from casebase.access.models import USER, Grant, principal_of
from casebase.access.viewer import Viewer
from casebase.registry.models import Case
from casebase.registry.services.register_child import Intake, register_child
from portal.core.models import Region
from tests.casebase.database import as_owner

IDENTITY = {
    "given_name": "Kofi (invented)",
    "other_names": "Mensah",
    "mother_name": "Abena",
    "community": "Ekumpoano",
    "found_at": "Landing stage 4",
}


def intake(**changes) -> Intake:
    fields = {
        "submission": uuid.uuid4(),
        "identified_on": dt.date(2026, 10, 1),
        "sex": "Male",
        "age": 9,
        "age_basis": "estimated",
        "region": Region.objects.get(code="oti"),
        "source": "proactive",
        "legal_basis": "protection",
        "identity": IDENTITY,
    }
    return Intake(**{**fields, **changes})


def registered(viewer: Viewer, **changes) -> Case:
    """A case of the viewer's desk; the transaction must be bound to them."""
    return register_child(viewer=viewer, intake=intake(**changes))


def opened_for_reading(case: Case, reader: Viewer, *, by: Viewer, with_identity: bool = False):
    """As a desk opens its case to somebody else: from an hour ago, for another hour."""
    now, hour = timezone.now(), dt.timedelta(hours=1)
    with as_owner():
        Grant.objects.create(
            case_id=case.pk, principal=principal_of(USER, reader.pk), granted_by=by.user,
            starts_at=now - hour, ends_at=now + hour, with_identity=with_identity,
        )  # fmt: skip
