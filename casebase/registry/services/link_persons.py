"""Who belongs together: two persons whom the worker sees, and what one is to the other."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from casebase.access.viewer import Viewer
from casebase.registry.codes.words import LinkKind
from casebase.registry.models import Case, PersonLink
from casebase.registry.services.edit_case import locked
from portal.core.services import DomainError
from portal.core.writings import insert

# A link that reads the same from both ends is kept once.
MUTUAL = (LinkKind.SIBLING, LinkKind.RESCUED_TOGETHER, LinkKind.RELATIVE)


class CannotLink(DomainError):
    """The two are one person, or are linked in this way already."""


@transaction.atomic
def link_persons(*, case: Case, other: Case, kind: LinkKind, viewer: Viewer) -> PersonLink:
    """Say what the person of another case is to the person of this one.

    Raises:
        NotYours: this case was opened to the worker for reading.
        CannotLink: the two cases are one person's, or the link is there.
    """
    case = locked(case)
    if case.person_id == other.person_id:
        raise CannotLink("This is the same person. Type the case number of another one.")
    there = PersonLink.objects.filter(kind=kind, person=case.person_id, other=other.person_id)
    if kind in MUTUAL:
        there |= PersonLink.objects.filter(kind=kind, person=other.person_id, other=case.person_id)
    if there.exists():
        raise CannotLink("These two are linked in this way already.")
    link = PersonLink(
        person_id=case.person_id, other_id=other.person_id, kind=kind, added_by=viewer.user
    )
    insert(link)
    return link


@transaction.atomic
def unlink_persons(*, case: Case, link_id: UUID) -> None:
    """Take back a link that this case's desk made; the trail keeps that it was.

    Raises:
        NotYours: this case was opened to the worker for reading.
        CannotLink: the link is gone already, or was made from the other person's case.
    """
    case = locked(case)
    gone, _ = PersonLink.objects.filter(pk=link_id, person=case.person_id).delete()
    if not gone:
        raise CannotLink("This link is gone already, or belongs to the other person's case.")
