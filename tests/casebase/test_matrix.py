"""Role × address, checked in as a table: `matrix.tsv`.

`HARBOUR_WRITE_MATRIX=1 pytest tests/casebase/test_matrix.py` writes it again; read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings

from casebase.access.enums import Role
from casebase.registry.codes import references
from tests.casebase import matrix, people
from tests.casebase.registry.cases import registered

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.slow]
TABLE = Path(__file__).with_name("matrix.tsv")
# To an auditor no child is foreign on the one page that says who looked; to a director, who sees
# every case without names, none is on the pages that show no name.
NOT_FOREIGN: dict[Role, tuple[str, ...]] = {
    Role.AUDITOR: ("/cases/<str:reference>/seen-by/",),
    Role.DIRECTOR: (
        "/cases/<str:reference>/",
        "/cases/<str:reference>/files/",
        "/cases/<str:reference>/seen-by/",
        "/cases/<str:reference>/sheet/",
        "/cases/<str:reference>/sheet/referral/",
        "/cases/<str:reference>/sheet/anonymised/",
    ),
}
HEAD = ("method", "address", *matrix.VISITORS)


@pytest.fixture
def visitors():
    """One of each role at one desk, and the case that a caseworker there registered."""
    desk = people.desk()
    members = {role.value: people.member(role, desk) for role in Role}
    case = registered(people.bound(members["caseworker"]))
    keys = {name: matrix.key_of(viewer) for name, viewer in members.items()}
    keys[matrix.NOBODY] = matrix.key_of(None)
    alone = people.member(Role.CASEWORKER, desk)
    keys[matrix.PASSWORD] = matrix.key_of(alone, with_both_factors=False)
    return keys, members, case


def test_every_address_answers_every_role_as_the_table_says(visitors):
    keys, members, case = visitors
    known = {"reference": case.reference, "user_id": members["caseworker"].pk}
    lines = []
    for pattern in matrix.addresses():
        address = matrix.filled(pattern, **known)
        for method in matrix.METHODS:
            cells = [
                matrix.cell(matrix.asked(keys[name], method, address)) for name in matrix.VISITORS
            ]
            lines.append((method, matrix.route_of(pattern), *cells))
    found = "".join("\t".join(line) + "\n" for line in [HEAD, *lines])
    if os.environ.get("HARBOUR_WRITE_MATRIX"):
        TABLE.write_text(found)

    assert found.splitlines() == TABLE.read_text().splitlines()


def test_no_answer_in_the_table_is_a_fault():
    cells = [cell for line in TABLE.read_text().splitlines()[1:] for cell in line.split("\t")[2:]]

    assert [cell for cell in cells if cell.startswith("5")] == []


def test_a_password_alone_opens_nothing_but_the_way_in(visitors):
    keys, _, case = visitors
    opened = {
        pattern.name
        for pattern in matrix.addresses()
        for method in matrix.METHODS
        if matrix.cell(
            matrix.asked(
                keys[matrix.PASSWORD],
                method,
                matrix.filled(pattern, reference=case.reference),
            )
        )
        not in {"302 code", "302 sign-in"}
    }

    assert opened == settings.GATE_OPEN_NAMES
    assert len(opened) <= 6


@pytest.mark.parametrize("role", list(Role))
def test_a_foreign_case_answers_like_an_absent_one(role):
    foreign = registered(people.bound(people.member())).reference
    absent = references.draw()
    key = matrix.key_of(people.member(role))
    with_a_case = [p for p in matrix.addresses() if "<str:reference>" in matrix.route_of(p)]
    told_apart = []
    for pattern in with_a_case:
        for method in matrix.METHODS:
            there, nowhere = (
                matrix.asked(key, method, matrix.filled(pattern, reference=reference))
                for reference in (foreign, absent)
            )
            if there.status_code != nowhere.status_code or matrix.body(
                there, foreign
            ) != matrix.body(nowhere, absent):
                told_apart.append((method, matrix.route_of(pattern), there.status_code))

    assert len(with_a_case) > 5
    assert [one for one in told_apart if one[1] not in NOT_FOREIGN.get(role, ())] == []
