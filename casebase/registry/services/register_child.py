"""Registering a child: one page, one case, once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import transaction

from casebase.access.enums import Purpose
from casebase.access.models import AGENCY as AGENCY_KIND
from casebase.access.models import NATIONAL, Desk, principal_of
from casebase.access.models import USER as USER_KIND
from casebase.access.viewer import Trail, Viewer
from casebase.registry.codes import references
from casebase.registry.models import Case, Operation, Person
from casebase.registry.services.day_found import written_day, year_of_birth
from casebase.registry.services.identities import reveal, write_identity
from casebase.registry.services.recognise import make_findable
from casebase.registry.services.sent_before import SavedAlready
from casebase.vault.services import new_case_keys
from portal.core.flights import in_one_flight
from portal.core.models import District, Region
from portal.core.questions import Question
from portal.core.services import DomainError
from portal.core.writings import insert

# Of a form that comes twice; who the child is comes beside.
COMPARED = (
    "sex", "age", "age_basis", "language", "origin_district_id", "in_danger",
    "needs_medical_care", "legal_basis",
)  # fmt: skip
SENT = Question(lambda submission: Case.objects.filter(submission=submission), "submission")


class CannotRegister(DomainError):
    """The worker has no desk, so nobody would own the case."""


@dataclass(frozen=True)
class Intake:
    """What the page of a registration asks, in the caseworker's order.

    Attributes:
        submission: drawn when the form was made; the same form sent twice makes one case.
        age: in completed years on `identified_on`; None where nobody can say.
        identity: sealed fields by name, in the clear until they are sealed here.
    """

    submission: UUID
    identified_on: dt.date
    sex: str
    age: int | None
    age_basis: str
    region: Region
    source: str
    legal_basis: str
    origin_district: District | None = None
    language: str = ""
    nationality: str = ""
    exploitation: str = ""
    lake_task: str = ""
    in_danger: bool = False
    needs_medical_care: bool = False
    identity: dict[str, str] = field(default_factory=dict)

    @property
    def birth_year(self) -> int | None:
        born = written_day(self.identity.get("birth_date", ""))
        return year_of_birth(self.identified_on, self.age, born)


def register_child(*, viewer: Viewer, intake: Intake, operation: Operation | None = None) -> Case:
    """Make a person, who they are, and their case; the worker's desk owns it.

    Returns:
        The case; the one made before where this form was sent already.

    Raises:
        CannotRegister: the worker belongs to no desk.
        SavedAlready: the form made a case before, of somebody described otherwise.
    """
    require_desk(viewer)
    return sent_before(intake) or _registered(viewer, intake, operation)


@transaction.atomic(savepoint=False)  # a page whose child was half registered saves nothing at all
def _registered(viewer: Viewer, intake: Intake, operation: Operation | None) -> Case:
    person = _new_person(intake)
    case = _new_case(viewer, intake, person, operation)
    of_person, _ = new_case_keys(person.pk, case.pk)
    with in_one_flight():
        insert(person)
        insert(case)
        write_identity(person=person, key=of_person, texts=intake.identity)
        make_findable(case=case, texts=intake.identity, is_new=True)
    return case


def sent_before(intake: Intake) -> Case | None:
    """The case that this very form made already.

    Raises:
        SavedAlready: the form says something else now.
    """
    case = next(iter(SENT.ask(submission=intake.submission)), None)
    if case is not None and not _says_the_same(case, intake):
        raise SavedAlready(f"case {case}")
    return case


def _says_the_same(case: Case, intake: Intake) -> bool:
    """Names are compared in memory and forgotten; whoever may not open them compares the rest."""
    asked = {**vars(_new_person(intake)), **vars(intake)}
    held = {**vars(case.person), **vars(case), "age": case.age_at_identification}
    if any(asked[name] != held[name] for name in COMPARED):
        return False
    found = reveal(case_ids=[case.pk], purpose=Purpose.REGISTRATION, trail=Trail()).get(case.pk)
    return found is None or all(
        found.texts.get(field, "") == text for field, text in intake.identity.items()
    )


def require_desk(viewer: Viewer) -> int:
    """The desk that will own what the viewer registers.

    Raises:
        CannotRegister: there is none.
    """
    if viewer.desk_id is None:
        raise CannotRegister(
            "You belong to no desk, so nobody would look after the child. Ask your supervisor "
            "to give you a desk, then register the child."
        )
    return viewer.desk_id


def _new_person(intake: Intake) -> Person:
    return Person(
        pk=uuid4(),
        sex=intake.sex,
        birth_year=intake.birth_year,
        age_basis=intake.age_basis,
        language=intake.language,
        nationality=intake.nationality,
        origin_district=intake.origin_district,
    )


def _new_case(viewer: Viewer, intake: Intake, person: Person, operation: Operation | None) -> Case:
    return Case(
        reference=references.draw(),
        person=person,
        operation=operation,
        agency_id=viewer.agency_id,
        desk_id=require_desk(viewer),
        owner=viewer.user,
        acl=access_list(viewer),
        source=intake.source,
        exploitation=intake.exploitation,
        lake_task=intake.lake_task,
        legal_basis=intake.legal_basis,
        region=intake.region,
        identified_on=intake.identified_on,
        age_at_identification=intake.age,
        in_danger=intake.in_danger,
        needs_medical_care=intake.needs_medical_care,
        submission=intake.submission,
    )


def access_list(viewer: Viewer) -> list[int]:
    """Who sees a case of this viewer: they, their desk and agency; the nation, without names."""
    return [*access_list_at_home(viewer), NATIONAL]


def access_list_at_home(viewer: Viewer) -> list[int]:
    """Who sees what nobody national may: the viewer, their desk and agency."""
    desk = Desk(pk=viewer.desk_id)
    return [
        principal_of(USER_KIND, viewer.pk),
        desk.principal,
        principal_of(AGENCY_KIND, viewer.agency_id),
    ]
