"""The table made real: every line registered as its agency would, in the order it happened."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from dataclasses import dataclass, field

from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Membership
from casebase.access.viewer import Viewer
from casebase.registry.codes.words import VictimStatus
from casebase.registry.models import Case, Merge, Operation, Person, PossibleDouble, StatusDecision
from casebase.registry.services.decide_status import decide_status
from casebase.registry.services.plan_operation import open_operation
from casebase.registry.services.register_child import register_child
from casebase.reporting.models import Confirmation
from portal.core.models import Agency, District, Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import intake
from tests.casebase.reporting.counted_by_hand.table import rows
from tests.casebase.reporting.scene import LATER, counters, desk_of

TOLD = re.compile(r"(?P<day>\S+) (?P<status>[a-z ]+) \((?P<body>\w+)\)(?P<late> late)?")
BODIES = {"Police": "Police", "Gov": "NonPoliceGovernmentalOrganization",
          "Court": "CourtOrProsecution"}  # fmt: skip
STATUSES = {"victim": VictimStatus.ACTUAL, "not a victim": VictimStatus.NOT_A_VICTIM,
            "possible": VictimStatus.POSSIBLE}  # fmt: skip
IN_TIME = dt.datetime(2026, 6, 25, 12, tzinfo=dt.UTC)


@dataclass
class World:
    """The agencies' people, and the cases by their number in the table."""

    workers: dict[str, Viewer] = field(default_factory=dict)
    counters: dict[str, Viewer] = field(default_factory=dict)
    operations: dict[str, Operation] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)

    def as_counter(self) -> Viewer:
        return people.bound(self.counters["officer"])


def world() -> World:
    """Agencies, their people and operations; no case yet."""
    made = World(counters=counters())
    for row in rows("confirmations"):
        made.workers[row["agency"]] = _worker(row)
    for row in rows("operations"):
        lead = people.bound(made.workers[row["lead"]])
        partners = [made.workers[code].user.agency for code in row["partners"].split(", ")]
        made.operations[row["operation"]] = open_operation(
            viewer=lead, starts_on=dt.date.fromisoformat(row["day"]), partners=partners,
            today=dt.date.fromisoformat(row["day"]),
            region=Region.objects.get(code=row["region"]), landing_site="A stage (invented)",
        )  # fmt: skip
    return made


def _worker(row: dict[str, str]) -> Viewer:
    told = row["who works there"]
    viewer = people.member(Role(re.split(r"[ ,]", told)[0]), desk_of(row["agency"]))
    with as_owner():
        if " from " in told:
            Membership.objects.filter(user=viewer.user).update(
                starts_on=told.partition(" from ")[2]
            )
        if "closed" in told:
            Agency.objects.filter(code=row["agency"]).update(is_active=False)
    return viewer


def before_the_first_freezing(made: World) -> None:
    """What had been recorded when 2026Q2 was frozen."""
    for row in rows("cases"):
        if row["recorded"] != "late":
            _register(made, row)
    _decide(made, late=False)
    _close(made)
    for row in rows("merges"):
        if row["what became of it"] in {"stands", "undone after 2026Q2 was frozen"}:
            _merge(made, row)
        elif row["what became of it"] == "undone before 2026Q2 was frozen":
            _undo(made, row, IN_TIME)
    _confirm("2026Q2")
    _confirm("2026Q3")


def after_the_first_freezing(made: World) -> None:
    """What came late, was undone or was decided again."""
    for row in rows("cases"):
        if row["recorded"] == "late":
            _register(made, row)
    _decide(made, late=True)
    for row in rows("merges"):
        if row["what became of it"].startswith("stands, made after"):
            _merge(made, row)
        elif row["what became of it"] == "undone after 2026Q2 was frozen":
            _undo(made, row, timezone.now() + dt.timedelta(days=1))


def _register(made: World, row: dict[str, str]) -> None:
    worker = people.bound(made.workers[row["agency"]])
    case = register_child(
        viewer=worker,
        operation=made.operations.get(row["operation"]),
        intake=intake(
            identified_on=dt.date.fromisoformat(row["found"]),
            region=Region.objects.get(code=row["region"]),
            sex=row["sex"],
            age=int(row["age"]) if row["age"] else None,
            exploitation=row["exploitation"],
            source=row["source"],
            language="fat" if row["language"] else "",
            origin_district=District.objects.first() if row["district"] else None,
            identity={"given_name": f"Child {row['case']} (invented)"},
        ),
    )
    made.cases[row["case"]] = case
    with as_owner():
        Person.objects.filter(pk=case.person_id).update(nationality=row["nationality"])
        Case.objects.filter(pk=case.pk).update(created_at=_moment(row["found"], row["recorded"]))


def _moment(day: str, recorded: str) -> dt.datetime:
    """At nine on the day; what is late, a day after the freezing that this test does now."""
    if recorded:
        return timezone.now() + dt.timedelta(days=1)
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(9), dt.UTC)


def _decide(made: World, *, late: bool) -> None:
    for row in rows("cases"):
        for part in filter(None, row["decisions"].split("; ")):
            told = TOLD.fullmatch(part)
            if bool(told["late"]) == late:
                _decision(made, row, told)


def _decision(made: World, row: dict[str, str], told: re.Match[str]) -> None:
    worker = people.bound(made.workers[row["agency"]])
    decision = decide_status(
        case=made.cases[row["case"]], viewer=worker, status=STATUSES[told["status"]],
        deciding_body=BODIES[told["body"]], decided_on=dt.date.fromisoformat(told["day"]),
        today=LATER, reasons="Invented", submission=uuid.uuid4(),
    )  # fmt: skip
    with as_owner():
        moment = _moment(told["day"], told["late"] or "")
        StatusDecision.objects.filter(pk=decision.pk).update(recorded_at=moment)


def _close(made: World) -> None:
    with as_owner():
        for row in rows("cases"):
            if row["closed"]:
                number = made.cases[row["case"]].pk
                Case.objects.filter(pk=number).update(closed_on=row["closed"], stage="closed")


def _merge(made: World, row: dict[str, str]) -> None:
    _resolve(made, row, made.cases[row["kept"]].person_id)


def _resolve(made: World, row: dict[str, str], into: uuid.UUID | None) -> None:
    with as_owner():
        absorbed = made.cases[row["absorbed"]].person_id
        Person.objects.filter(pk=absorbed).update(resolved_into_id=into)


def _undo(made: World, row: dict[str, str], undone_at: dt.datetime) -> None:
    """As `undo_merge` leaves it; the way there is tested in registry/counting."""
    _resolve(made, row, None)
    kept, absorbed = (made.cases[row[one]].person_id for one in ("kept", "absorbed"))
    one, other = sorted((kept, absorbed))
    asked, agreed = made.counters["director"].user, made.counters["deputy"].user
    with as_owner():
        double = PossibleDouble.objects.create(one_id=one, other_id=other, found_by="token")
        Merge.objects.create(
            double=double, kept_id=kept, absorbed_id=absorbed, state=Merge.State.UNDONE,
            requested_by=asked, decided_by=agreed, decided_at=IN_TIME - dt.timedelta(days=2),
            undone_by=asked, undone_at=undone_at,
        )  # fmt: skip


def _confirm(period: str) -> None:
    with as_owner():
        for row in rows("confirmations"):
            if day := row[f"{period} confirmed"]:
                agency = Agency.objects.get(code=row["agency"])
                Confirmation.objects.create(
                    period=period,
                    agency=agency,
                    confirmed_by=Membership.objects.get(agency=agency).user,
                    confirmed_at=dt.datetime.combine(
                        dt.date.fromisoformat(day), dt.time(23, 30), dt.UTC
                    ),
                )
