"""Agencies and their desks."""

from __future__ import annotations

from uuid import uuid4

from django.db import connection
from django.utils.text import slugify

from casebase.access.enums import Action
from casebase.access.models import Desk, Membership
from casebase.access.services.people import CannotChangePeople, require
from casebase.access.viewer import Viewer
from portal.core.models import Agency


def add_agency(*, viewer: Viewer, name: str, code: str) -> Agency:
    """A body that takes part.

    Raises:
        PermissionDenied: the viewer manages no people.
        CannotChangePeople: the short name is taken.
    """
    require(viewer, Action.MANAGE_PEOPLE)
    if Agency.objects.filter(code__iexact=code.strip()).exists():
        raise CannotChangePeople("Another agency has this short name. Choose a different one.")
    return Agency.objects.create(name=name.strip(), code=code.strip().upper())


def add_desk(*, viewer: Viewer, agency: Agency, name: str, phone: str = "") -> Desk:
    """A unit of an agency.

    Raises:
        PermissionDenied: the viewer manages no people.
        CannotChangePeople: the agency has a desk of this name.
    """
    require(viewer, Action.MANAGE_PEOPLE)
    if Desk.objects.filter(agency=agency, name__iexact=name.strip()).exists():
        raise CannotChangePeople("This agency has a desk of that name already.")
    code = f"{slugify(f'{agency.code} {name}')[:31]}-{uuid4().hex[:8]}"
    return Desk.objects.create(agency=agency, name=name.strip(), code=code, phone=phone.strip())


def _open_cases_at(desk: Desk) -> int:
    """Told as a number: the administrator sees none of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_open_cases_at(%s)", [desk.pk])
        return int(cursor.fetchone()[0])


def close_desk(*, viewer: Viewer, desk: Desk) -> None:
    """Let nobody join a desk any more.

    Raises:
        PermissionDenied: the viewer manages no people.
        CannotChangePeople: somebody still works there, or it holds open cases.
    """
    require(viewer, Action.MANAGE_PEOPLE)
    if Membership.objects.filter(desk=desk, user__is_active=True).exists():
        raise CannotChangePeople("Somebody still works at this desk. Move them first.")
    if held := _open_cases_at(desk):
        cases = "one open case" if held == 1 else f"{held} open cases"
        raise CannotChangePeople(
            f"This desk still holds {cases}. A supervisor of the agency hands them to somebody at "
            "another desk first, under “Hand cases over”; then this can be done."
        )
    desk.is_active = False
    desk.save(update_fields=["is_active"])
