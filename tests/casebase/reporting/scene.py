"""Invented children on given days, and the people who count them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db import connection
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Desk
from casebase.access.viewer import Viewer
from casebase.registry.models import Case, Person, StatusDecision
from casebase.registry.services.decide_status import decide_status
from casebase.reporting import cells
from casebase.reporting.models import Episode
from casebase.reporting.models.facts import Counted
from casebase.reporting.protection import domain
from casebase.reporting.protection.programme import ANNUAL
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered
from tests.casebase.reporting.cohorts import cohort

ACTUAL, NOT = "ActualVictimOfTrafficking", "NotAVictimOfTrafficking"
LATER = dt.date(2030, 1, 1)  # "today" of decisions, so that none lies in the future


def desk_of(code: str) -> Desk:
    """A desk of the agency of that code."""
    return people.desk(people.agency(code))


def child(worker: Viewer, on: dt.date, region: str = "oti", **changes: object) -> Case:
    """A case of the worker's desk, identified and recorded on the day."""
    case = registered(
        people.bound(worker),
        identified_on=on,
        region=Region.objects.get(code=region),
        **changes,
    )
    recorded(case, on)
    return case


def recorded(case: Case, on: dt.date) -> None:
    """As if it had been written down on that day."""
    moment = dt.datetime.combine(on, dt.time(9), dt.UTC)
    Case.objects.filter(pk=case.pk).update(created_at=moment)


def decided(case: Case, worker: Viewer, status: str, on: dt.date) -> StatusDecision:
    people.bound(worker)
    decision = decide_status(
        case=case, viewer=worker, status=status, deciding_body="Police", decided_on=on,
        today=LATER, reasons="Invented", submission=uuid.uuid4(),
    )  # fmt: skip
    with as_owner():
        moment = dt.datetime.combine(on, dt.time(9), dt.UTC)
        StatusDecision.objects.filter(pk=decision.pk).update(recorded_at=moment)
    return decision


def counted_as_one(absorbed: Case, kept: Case) -> None:
    """As an approved merge leaves it; the way there is tested in registry/counting."""
    with as_owner():
        Person.objects.filter(pk=absorbed.person_id).update(resolved_into_id=kept.person_id)


def counters(at: Desk | None = None) -> dict[str, Viewer]:
    """An M&E officer, a director and a second one, of the secretariat."""
    at = at or desk_of("secretariat")
    return {
        "officer": people.member(Role.ME_VIEWER, at),
        "director": people.member(Role.DIRECTOR, at),
        "deputy": people.member(Role.DIRECTOR, at),
    }


def in_the_books(code: str, rows: list[dict[str, object]], *, signed: bool = True) -> None:
    """A frozen period with so many persons, as codes, without cases behind it."""
    those = counters()
    with as_owner():
        for number, row in enumerate(rows):
            Episode.objects.create(**{**EPISODE, "key": f"{code} {number}", "period": code, **row})
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO reporting_frozenperiod (code, frozen_at, frozen_by_id, persons,"
                " snapshot, signed_at, signed_by_id)"
                " VALUES (%s, now(), %s, %s, reporting_snapshot(%s), %s, %s)",
                [
                    code, those["officer"].pk, len(rows), code,
                    timezone.now() if signed else None,
                    those["director"].pk if signed else None,
                ],
            )  # fmt: skip


def frozen_rows(*codes: str, fact: type[Counted] = Episode) -> list[Any]:
    """The frozen rows of these periods that the transaction's viewer is shown."""
    statement = f"SELECT * FROM reporting_frozen_{fact._meta.model_name}(%s)"
    return [row for code in codes for row in fact.objects.raw(statement, [code])]


def persons(number: int, seed: int = 7) -> list[dict[str, object]]:
    """So many invented persons as frozen rows, spread as in Ghana."""
    region_of = {iso: slug for slug, iso in cells.REF_AREA.items()}
    sex_of = {"F": "Female", "M": "Male", "U": "NotKnown"}
    ages = {"0-5": 4, "6-11": 9, "12-14": 13, "15-17": 16, "18-24": 20, "25+": 31, "U": None}
    rows = cohort(number, seed=seed, programme=ANNUAL)
    return [
        {
            "person_id": uuid.uuid4(),
            "region": region_of[one["REF_AREA"]],
            "form": one["FORM"],
            "sex": sex_of[one["SEX"]],
            "age": ages[one["AGE"]],
            "agency": one["AGENCY"],
            "nationality": "CI" if one["NATIONALITY"] == "other" else one["NATIONALITY"],
        }
        for one in domain.decode(ANNUAL, rows)
    ]


EPISODE = {
    "is_late": False, "exploitation": "ForcedLabour", "source": "proactive", "episode": 1,
    "identified_on": dt.date(2026, 8, 1), "in_cohort": True, "status": ACTUAL,
    "has_conflict": False, "partners": [], "agencies": [], "cases": 1, "records": 1,
}  # fmt: skip
