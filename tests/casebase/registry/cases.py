"""Registered children, all invented, through the service a page calls."""

from __future__ import annotations

import datetime as dt
import uuid

from casebase.access.viewer import Viewer
from casebase.registry.models import Case
from casebase.registry.services.register_child import Intake, register_child
from portal.core.models import Region

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
