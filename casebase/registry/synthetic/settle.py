"""Puts the invented world into the database, by the doors that caseworkers use.

Note [The demonstration is loaded as people would type it]
For every operation and desk, the desk's invented owner is signed in, PostgreSQL is bound to that
session, and the registry's own services make the cases: row-level security, sealing, the keystore
and the trail are those of a real day. Only the dates are then moved back to the day of the story,
by the same person, in the same transaction. What one desk did in one operation is one transaction,
and is there whole or not at all; a second load finds it and goes on.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid5

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection, transaction
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY

from casebase.access.binding import bind
from casebase.access.models import AGENCY, DESK, principal_of
from casebase.access.viewer import Viewer
from casebase.audit.services import record
from casebase.registry.codes import references
from casebase.registry.codes.words import Nationality
from casebase.registry.models import Case, Note, Operation, StatusDecision
from casebase.registry.services.register_child import Intake, access_list, register_child
from casebase.registry.synthetic.bulk import Row, Table
from casebase.registry.synthetic.desks import Owner
from casebase.registry.synthetic.world import World, WorldCase, WorldOperation
from casebase.vault.services import CaseKey, RecordDamaged, case_key, new_case_key
from portal.core.models import Agency, District, Region, TotpDevice, User
from portal.core.sessions import VERIFIED_AT, SessionStore, digest
from portal.core.writings import insert

NAMESPACE = UUID("9f0c55f6-6a0b-4a3e-9c33-5d1d1d3b7c11")  # of the demonstration's own ids
MORNING = dt.time(8, 30)
Say = Callable[[str], None]


def settle(world: World, owners: dict[str, Owner], say: Say) -> int:
    """Load what is not there yet; how many cases were made now."""
    settler = _Settler(world, owners)
    made = 0
    for number, operation in enumerate(world.operations, start=1):
        made += settler.operation(operation)
        if made and number % 10 == 0:
            say(f"  {number} of {len(world.operations)} operations, {made} cases")
    made += settler.outside_operations()
    settler.end_sessions()
    return made


class _Settler:
    """The places it needs, and one signed-in session for each desk's owner."""

    def __init__(self, world: World, owners: dict[str, Owner]) -> None:
        self._owners = owners
        self._agencies = dict(Agency.objects.values_list("code", "pk"))
        self._regions = {region.code: region for region in Region.objects.all()}
        self._districts = {district.code: district for district in District.objects.all()}
        self._sessions: dict[str, SessionStore] = {}
        self._cases: dict[int | None, dict[str, list[WorldCase]]] = {}
        for case in world.cases:
            by_desk = self._cases.setdefault(case.operation, {})
            by_desk.setdefault(case.desk, []).append(case)
        self._notes, self._decisions = Table(Note), Table(StatusDecision)

    def operation(self, operation: WorldOperation) -> int:
        """The operation by its lead's desk, then each desk's children; how many cases."""
        pk = uuid5(NAMESPACE, f"operation {operation.key}")
        with self._signed_in(operation.desk) as viewer:
            if not Operation.objects.filter(pk=pk).exists():
                self._make_operation(pk, operation, viewer)
        region = self._regions[operation.site.region]
        cases = self._cases.get(operation.key, {})
        return sum(self._desk(desk, of_desk, pk, region) for desk, of_desk in cases.items())

    def outside_operations(self) -> int:
        """Children whom an agency met on its own, such as on their way home."""
        cases = self._cases.get(None, {})
        region = self._regions["central"]
        return sum(self._desk(desk, of_desk, None, region) for desk, of_desk in cases.items())

    def end_sessions(self) -> None:
        for session in self._sessions.values():
            session.flush()

    def _desk(
        self, desk: str, cases: list[WorldCase], operation: UUID | None, region: Region
    ) -> int:
        """One desk's cases of one operation, in one transaction; 0 where they are there."""
        with self._signed_in(desk) as viewer:
            if Case.objects.filter(submission=_submission(cases[0])).exists():
                return 0
            found = Operation.objects.get(pk=operation) if operation else None
            made = [self._make_case(case, viewer, found, region) for case in cases]
            self._record("case.registered", desk, viewer, made)
        return len(made)

    def _make_operation(self, pk: UUID, operation: WorldOperation, viewer: Viewer) -> None:
        partners = [self._agencies[code] for code in operation.partners]
        # A desk on the beach sees the operation, not only its agency's supervisors.
        took_part = [self._owners[desk].desk_id for desk in self._cases.get(operation.key, {})]
        row = Operation(
            pk=pk,
            reference=references.draw(),
            lead_agency_id=viewer.agency_id,
            starts_on=operation.starts_on,
            ends_on=operation.ends_on,
            region=self._regions[operation.site.region],
            boats=operation.boats,
            expected_children=operation.expected_children,
            acl=[
                *access_list(viewer),
                *(principal_of(AGENCY, number) for number in partners),
                *(principal_of(DESK, number) for number in took_part if number != viewer.desk_id),
            ],
            created_by=viewer.user,
        )
        row.seal(_key_of(pk), landing_site=operation.site.name, summary=operation.summary)
        insert(row)
        row.partners.add(*partners)

    def _make_case(
        self, case: WorldCase, viewer: Viewer, operation: Operation | None, region: Region
    ) -> Case:
        made = register_child(viewer=viewer, intake=self._intake(case, region), operation=operation)
        key = case_key(made.pk)
        self._insert(self._decisions, [self._decision(made, each, key) for each in case.decisions])
        self._insert(self._notes, self._note_rows(made, case, key))
        changed_on = max([case.identified_on, *(note.written_on for note in case.notes)])
        Case.objects.filter(pk=made.pk).update(
            stage=case.stage,
            status=case.decisions[-1].status if case.decisions else made.status,
            closed_on=case.closed_on,
            created_at=_morning(case.identified_on),
            changed_at=_morning(case.closed_on or changed_on),
        )
        return made

    def _intake(self, case: WorldCase, region: Region) -> Intake:
        written = case.record
        return Intake(
            submission=_submission(case),
            identified_on=case.identified_on,
            sex=case.sex.value,
            age=case.age,
            age_basis=case.age_basis.value,
            region=region,
            source=case.source.value,
            legal_basis=case.legal_basis.value,
            origin_district=self._districts.get(written.district),
            language=case.language.value,
            nationality=Nationality.GHANA.value,
            exploitation=case.exploitation.value,
            lake_task=case.lake_task.value,
            in_danger=case.in_danger,
            needs_medical_care=case.needs_medical_care,
            identity={
                "given_name": written.given_name,
                "other_names": written.other_names,
                "birth_date": written.birth_date.isoformat() if written.birth_date else "",
                "mother_name": written.mother_name,
                "father_name": written.father_name,
                "community": written.community,
                "found_at": case.found_at,
                "phone": written.phone,
                "marks": written.marks,
            },
        )

    def _decision(self, case: Case, decision: Any, key: CaseKey) -> Row:
        pk = uuid5(NAMESPACE, f"decision {case.submission} {decision.decided_on}")
        table = self._decisions.name
        return self._decisions.row(
            id=pk,
            case_id=case.pk,
            status=decision.status.value,
            decided_on=decision.decided_on,
            deciding_body=decision.deciding_body.value,
            legal_basis=decision.legal_basis,
            reasons=key.seal(decision.reasons, table=table, column="reasons", row=pk),
            decided_by_id=case.owner_id,
            recorded_at=_morning(decision.decided_on),
        )

    def _note_rows(self, case: Case, written: WorldCase, key: CaseKey) -> list[Row]:
        table = self._notes.name
        pks = [uuid5(NAMESPACE, f"note {case.submission} {at}") for at in range(len(written.notes))]
        return [
            self._notes.row(
                id=pk,
                case_id=case.pk,
                text=key.seal(note.text, table=table, column="text", row=pk),
                sensitivity=(
                    Note.Sensitivity.SENSITIVE if note.is_sensitive else Note.Sensitivity.ORDINARY
                ).value,
                corrects_id=None if note.corrects is None else pks[note.corrects],
                written_by_id=case.owner_id,
                written_at=_morning(note.written_on),
            )
            for pk, note in zip(pks, written.notes, strict=True)
        ]

    def _insert(self, table: Table, rows: list[Row]) -> None:
        """INSERT, which the policies bind; not COPY (Note [COPY past row-level security])."""
        places = ", ".join(["%s"] * len(table.columns))
        columns = ", ".join(table.columns)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table.name} ({columns}) VALUES ({places})",  # noqa: S608  # ours
                rows,
            )

    @contextlib.contextmanager
    def _signed_in(self, desk: str) -> Iterator[Viewer]:
        """A bound transaction of the desk's owner."""
        if desk not in self._sessions:
            self._sessions[desk] = session_of(User.objects.get(pk=self._owners[desk].user_id))
        with transaction.atomic():
            place = bind(self._sessions[desk].session_key)
            yield Viewer.of(User.objects.get(pk=place.user_id), place)

    def _record(self, action: str, desk: str, viewer: Viewer, cases: list[Case]) -> None:
        record(
            action=action,
            user_id=viewer.pk,
            session=digest(self._sessions[desk].session_key or "")[:16],
            case_ids=[case.pk for case in cases],
            view="load_demo_cases",
        )


def session_of(user: User) -> SessionStore:
    """A session as the sign-in leaves it: both factors given a moment ago."""
    session = SessionStore()
    if device := TotpDevice.objects.filter(user=user, confirmed=True).first():
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "portal.core.backends.AccountBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[VERIFIED_AT] = timezone.now().timestamp()
    session.create()
    return session


def _key_of(pk: UUID) -> CaseKey:
    """The key that an interrupted load left behind, or a new one."""
    try:
        return case_key(pk)
    except RecordDamaged:
        return new_case_key(pk)


def _submission(case: WorldCase) -> UUID:
    return uuid5(NAMESPACE, f"case {case.key}")


def _morning(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, MORNING))
