"""Suspects: recorded once, linked to every case and operation they took part in."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import transaction

from casebase.access.viewer import Viewer
from casebase.registry.codes import references
from casebase.registry.models import Case, Operation, Person, Suspect, SuspectLink
from casebase.registry.services.register_child import access_list_at_home
from casebase.registry.services.sent_before import require_same
from casebase.vault.services import key_to_seal, new_case_key
from portal.core.services import DomainError
from portal.core.writings import insert


class LinkedAlready(DomainError):
    """The suspect has this part here already."""

    def __init__(self) -> None:
        super().__init__("This suspect is linked here in this part already.")


@dataclass(frozen=True)
class Part:
    """What a suspect did here.

    Attributes:
        is_carer: they look after the child, or would if the child went back.
        details: in the clear until it is sealed.
    """

    role: str
    relation: str
    is_carer: bool = False
    details: str = ""
    case: Case | None = None
    operation: Operation | None = None


@dataclass(frozen=True)
class Described:
    """A suspect as the page asks for them.

    Attributes:
        submission: of the form; sent twice, it makes one suspect.
        texts: the sealed fields by name, in the clear until they are sealed.
        person: the same human being where they are registered as a person too.
    """

    submission: UUID
    texts: dict[str, str] = field(default_factory=dict)
    sex: str = "NotKnown"
    age: int | None = None
    person: Person | None = None


@transaction.atomic
def record_suspect(*, viewer: Viewer, described: Described, part: Part) -> Suspect:
    """Record a suspect and their part in a case or an operation.

    Returns:
        The suspect; the one made before where this form was sent already.

    Raises:
        SavedAlready: the form made a suspect before, described otherwise.
    """
    if sent := Suspect.objects.filter(submission=described.submission).first():
        texts = {**dict.fromkeys(Suspect.sealed_columns(), ""), **described.texts}
        require_same(
            sent, what=f"suspect {sent}", key_id=sent.pk, texts=texts, sex=described.sex,
            age=described.age,
        )  # fmt: skip
        return sent
    suspect = Suspect(
        pk=uuid4(),
        reference=references.draw(),
        sex=described.sex,
        age=described.age,
        person=described.person,
        agency_id=viewer.agency_id,
        acl=access_list_at_home(viewer),
        recorded_by=viewer.user,
        submission=described.submission,
    )
    empty = dict.fromkeys(Suspect.sealed_columns(), "")
    suspect.seal(new_case_key(suspect.pk), **{**empty, **described.texts})
    insert(suspect)
    link_suspect(viewer=viewer, suspect=suspect, part=part)
    return suspect


@transaction.atomic
def link_suspect(*, viewer: Viewer, suspect: Suspect, part: Part) -> SuspectLink:
    """Link a suspect to a case or an operation.

    Raises:
        LinkedAlready: in the same part.
    """
    if SuspectLink.objects.filter(
        suspect=suspect, case=part.case, operation=part.operation, role=part.role
    ).exists():
        raise LinkedAlready
    link = SuspectLink(
        suspect=suspect,
        case=part.case,
        operation=part.operation,
        role=part.role,
        relation=part.relation,
        is_carer=part.is_carer,
        agency_id=viewer.agency_id,
        added_by=viewer.user,
    )
    link.seal(key_to_seal(suspect.pk), details=part.details)
    insert(link)
    return link
