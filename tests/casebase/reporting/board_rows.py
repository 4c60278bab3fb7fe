"""The board's rows, and the same numbers counted afresh in plain Python from the base tables."""

from __future__ import annotations

from collections import Counter, defaultdict

from django.db import connection

from casebase.registry.models import Case, Person
from casebase.reporting.models import BoardCase, BoardPerson
from tests.casebase.database import as_owner

FORMS = {
    "ForcedLabour": "labour", "ChildLabour": "child_labour", "SexualExploitation": "sexual",
    "ForcedBegging": "begging", "Servitude": "servitude", "ForcedMarriage": "marriage",
}  # fmt: skip
NOT = "NotAVictimOfTrafficking"
T = "_T"


def kept() -> tuple[Counter, Counter]:
    """What the rows say: cells of cases, cells of persons; empty cells left out."""
    cases, persons = Counter(), Counter()
    with as_owner():
        for row in BoardCase.objects.all():
            cases[(row.agency_id, row.stage, row.status, row.is_open, row.is_urgent)] += row.cases
        for row in BoardPerson.objects.all():
            cell = (row.region, row.form, row.sex, row.age)
            persons[(row.cut, row.agency_id, row.quarter, *cell, row.is_no_victim)] += row.persons
    return _without_empty(cases), _without_empty(persons)


def counted() -> tuple[Counter, Counter]:
    """The same from every case and person there is."""
    with as_owner():
        cases = list(Case.objects.select_related("person", "operation", "region"))
        people = {person.pk: person for person in Person.objects.all()}
    of_cases = Counter(
        (
            case.agency_id,
            case.stage,
            case.status,
            case.closed_on is None,
            case.in_danger or case.needs_medical_care,
        )
        for case in cases
    )
    return of_cases, _of_persons(cases, people)


def _of_persons(cases, people) -> Counter:
    by_human = defaultdict(list)
    for case in cases:
        by_human[case.person.resolved_into_id or case.person_id].append(case)
    cells: Counter = Counter()
    for human, theirs in by_human.items():
        first = min(theirs, key=lambda c: (c.identified_on, c.created_at, str(c.pk)))
        agency = first.operation.lead_agency_id if first.operation else first.agency_id
        day = first.identified_on
        quarter = day.year * 4 + (day.month - 1) // 3
        form = "fishing" if first.lake_task else FORMS.get(first.exploitation, "other")
        sex = {"Female": "F", "Male": "M"}.get(people[human].sex, "U")
        age = first.age_at_identification
        child = "U" if age is None else "C" if age < 18 else "A"
        no_victim = all(case.status == NOT for case in theirs)
        cells[("place", agency, quarter, first.region.code, form, T, T, no_victim)] += 1
        cells[("who", agency, quarter, T, T, sex, child, no_victim)] += 1
        cells[("form", agency, quarter, T, form, T, T, no_victim)] += 1
    return cells


def _without_empty(cells: Counter) -> Counter:
    return Counter({cell: number for cell, number in cells.items() if number})


def apart() -> list[tuple]:
    """What the database itself finds to be wrong."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT unit, cell, missing FROM reporting_board_apart()")
        return cursor.fetchall()
