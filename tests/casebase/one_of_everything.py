"""One of every record that a page can show, all invented, and who stands where."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from casebase.access.enums import Purpose, Role, Wanted
from casebase.access.models import Grant, PlaceRequest
from casebase.access.viewer import Viewer
from casebase.registry.codes.words import LinkKind
from casebase.registry.models import AccessRequest, Case, Emergency, Merge, PossibleDouble
from casebase.registry.models import RequestedCase as Requested
from casebase.registry.services import bulk, keep_list, work
from casebase.registry.services.link_persons import link_persons
from casebase.registry.services.plan_operation import open_operation
from casebase.registry.services.receive_report import Told, receive_report, triage_report
from casebase.registry.services.record_suspect import Described, Part, link_suspect, record_suspect
from casebase.registry.services.register_child import register_child
from portal.core.models import Region, User
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import intake, registered

DAY = dt.date(2026, 10, 2)


@dataclass
class World:
    """Who works at the desk, one of each role; what is there; what each address is filled with."""

    members: dict[str, Viewer]
    stranger: Viewer
    cases: dict[str, Case] = field(default_factory=dict)
    reports: list[Any] = field(default_factory=list)
    suspect: Any = None
    operation: Any = None
    numbers: dict[str, object] = field(default_factory=dict)  # by name of the address

    def known(self, name: str, route: str) -> dict[str, object]:
        """What fills an address; where the name of the address is not enough, its route says."""
        found = {
            "reference": self.cases["own"].reference, "user_id": self.members["shelter_staff"].pk,
            "period": "2026Q3", "card": "care",
        }  # fmt: skip
        if route.startswith("/operations/"):
            found["reference"] = self.operation.reference
        elif route.startswith("/reports-received/"):
            found["reference"] = self.reports[-1].reference
        elif route.startswith("/suspects/"):
            found["reference"] = self.suspect.reference
        number = 5 if route.startswith("/reports/") else self.numbers.get(name, uuid.UUID(int=7))
        return {**found, **dict.fromkeys(("number", "task_id", "job_id", "flag_id"), number)}


def made() -> World:
    """A desk with one of each role, a second desk of its agency, and another agency."""
    desk = people.desk()
    members = {role.value: people.member(role, desk) for role in Role}
    next_door = people.member(at=people.desk(desk.agency))
    stranger = people.member(Role.SUPERVISOR)
    world = World(members, stranger)
    worker = people.bound(members["caseworker"])
    world.operation = open_operation(
        viewer=worker, starts_on=DAY, today=DAY, region=Region.objects.get(code="oti"),
        landing_site="Beach",
    )  # fmt: skip
    own = register_child(viewer=worker, intake=intake(in_danger=True), operation=world.operation)
    world.cases = {"own": own, "sibling": registered(worker), "given": registered(worker)}
    world.cases["twin"] = registered(people.bound(next_door))
    world.cases["foreign"] = registered(people.bound(stranger))
    _work(world)
    _told(world)
    with as_owner():
        _asked_for(world)
        _between_agencies(world)
        _counted_once(world)
    return world


def _work(world: World) -> None:
    worker, own = people.bound(world.members["caseworker"]), world.cases["own"]
    link_persons(case=own, other=world.cases["sibling"], kind=LinkKind.SIBLING, viewer=worker)
    head = people.bound(world.members["supervisor"])
    task = work.write_task(
        case=own, viewer=head, text="Call", due_on=DAY, priority=1, assignee_id=head.pk
    )
    flag = work.raise_flag(case=own, viewer=head, kind="court")
    keep_list.keep_list(viewer=head, name="New ones", query="stage=rescue", is_shared=True)
    job = bulk.begin(viewer=head, kind="flag", case_ids=[own.pk], flag="health")
    world.numbers |= {"finish_task": task.pk, "resolve_flag": flag.pk, "job": job.pk}


def _told(world: World) -> None:
    worker, own = people.bound(world.members["caseworker"]), world.cases["own"]
    for _ in range(2):
        told = Told(uuid.uuid4(), "hotline", DAY, "A boat at night")
        world.reports.append(receive_report(viewer=worker, told=told, today=DAY))
    triage_report(report=world.reports[-1], viewer=worker, case=own)
    police = people.bound(world.members["police_investigator"])
    world.suspect = record_suspect(
        viewer=police, described=Described(uuid.uuid4(), {"names": "Somebody (invented)"}),
        part=Part(role="Transporter", relation="neighbour", case=own),
    )  # fmt: skip
    with_operation = Part(role="Transporter", relation="neighbour", operation=world.operation)
    link_suspect(viewer=police, suspect=world.suspect, part=with_operation)


def _asked_for(world: World) -> None:
    """A newcomer and another place for a colleague, both waiting for the agency's answer."""
    here, asks = world.members["desk_officer"], world.members["system_administrator"].user
    newcomer = User.objects.create_user("newcomer@example.org", name="Newcomer (invented)")
    colleague = world.members["shelter_staff"].user
    for user, wanted in ((newcomer, Wanted.INVITE), (colleague, Wanted.CHANGE)):
        PlaceRequest.objects.create(
            wanted=wanted, user=user, role=Role.CASEWORKER, agency_id=here.agency_id,
            desk_id=here.desk_id, requested_by=asks,
            expires_at=timezone.now() + dt.timedelta(days=7),
        )  # fmt: skip


def _between_agencies(world: World) -> None:
    now, here = timezone.now(), world.members["desk_officer"]
    asked = AccessRequest.objects.create(
        purpose=Purpose.CARE, asked_by=world.stranger.user,
        from_desk_id=world.stranger.desk_id, to_desk_id=here.desk_id,
    )  # fmt: skip
    Requested.objects.create(request=asked, case=world.cases["own"])
    world.numbers["access_request"] = asked.pk
    for case, to, kind, by in (
        ("foreign", here.desk_id * 4 + 2, Grant.Kind.SHARED, world.stranger),
        ("given", world.stranger.desk_id * 4 + 2, Grant.Kind.SHARED, here),
        ("sibling", world.stranger.pk * 4 + 1, Grant.Kind.BREAK_GLASS, world.stranger),
    ):
        grant = Grant.objects.create(
            case_id=world.cases[case].pk, principal=to, kind=kind, with_identity=False,
            granted_by=by.user, starts_at=now - dt.timedelta(minutes=1),
            ends_at=now + dt.timedelta(minutes=59),
        )  # fmt: skip
    Emergency.objects.create(
        case=world.cases["sibling"], grant=grant, user=world.stranger.user, reason="danger",
        opened_at=now, ends_at=now + dt.timedelta(hours=1), review_due_at=now + dt.timedelta(3),
    )  # fmt: skip


def _counted_once(world: World) -> None:
    tidier = world.members["data_manager"].user
    found = []
    for name in ("twin", "given"):
        one, other = sorted((world.cases["own"].person_id, world.cases[name].person_id))
        found.append(PossibleDouble.objects.get_or_create(one_id=one, other_id=other)[0])
    merge = Merge.objects.create(
        double=found[1], kept_id=world.cases["own"].person_id,
        absorbed_id=world.cases["given"].person_id, requested_by=tidier,
    )  # fmt: skip
    world.numbers |= {"double": found[0].pk, "merge": merge.pk}
