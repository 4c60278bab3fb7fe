"""What must be set for the trail to be worth anything."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import Error, register

from casebase.audit.services import ALIAS


@register()
def the_trail_has_a_connection_of_its_own(**_: Any) -> list[Error]:
    """An entry must stay when the page's transaction is rolled back (control 58)."""
    database = settings.DATABASES.get(ALIAS)
    if database is None:
        return [
            Error(
                "The trail has no connection.",
                hint=f"Give DATABASES an alias {ALIAS!r} that signs in as audit_writer.",
                id="casebase.E101",
            )
        ]
    if database.get("ATOMIC_REQUESTS") or not database.get("AUTOCOMMIT", True):
        return [
            Error(
                "The trail's connection is part of a page's transaction.",
                hint=f"Set ATOMIC_REQUESTS to False and AUTOCOMMIT to True for {ALIAS!r}.",
                id="casebase.E102",
            )
        ]
    return []
