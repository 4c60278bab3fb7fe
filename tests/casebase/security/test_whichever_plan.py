"""Who sees what does not hang on how PostgreSQL chooses to read: rules go round in no circle."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from casebase.access.enums import Role
from tests.casebase import matrix, one_of_everything, people

pytestmark = pytest.mark.django_db(databases="__all__")
READING_WHOLE_TABLES = "; ".join(
    f"SET LOCAL enable_{way} = off" for way in ("indexscan", "indexonlyscan", "bitmapscan")
)


@pytest.mark.parametrize("role", Role, ids=str)
def test_every_page_opens_where_no_index_is_used(role, monkeypatch):
    monkeypatch.setattr("portal.core.step_up.is_fresh", lambda *_a: True)
    world = one_of_everything.made()  # with grants to others, on cases of others
    client = people.sign_in(Client(), world.members[role.value])
    with connection.cursor() as cursor:
        cursor.execute(f"{READING_WHOLE_TABLES}; DISCARD PLANS")

    answers = {}
    for pattern in matrix.addresses():
        route = matrix.route_of(pattern)
        address = matrix.filled(pattern, **world.known(pattern.name or "", route))
        answers[route] = client.get(address).status_code

    assert {route: status for route, status in answers.items() if status >= 500} == {}
    assert 200 in answers.values()
