"""A new record is put on the list beside the likeliest few, however many share a name."""

from __future__ import annotations

import pytest

from casebase.registry.models import PossibleDouble
from casebase.registry.rls_likeliest import MOST_NOTED, READ_OF_A_TOKEN
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.counting.children import FIRST, child_of

pytestmark = pytest.mark.django_db(databases="__all__")
NAMESAKE = {"given_name": "Kodzo", "other_names": "Agbesi", "mother_name": "Afi Dzamesi"}


def test_of_very_many_namesakes_the_one_with_the_same_telephone_is_noted_first():
    lake, coast = people.member(at=people.desk()), people.member(at=people.desk())
    for _ in range(READ_OF_A_TOKEN + MOST_NOTED):
        child_of(lake, NAMESAKE)
    same = child_of(lake, {"given_name": "Yaw", "phone": FIRST["phone"]})

    child = child_of(coast, FIRST)

    with as_owner():
        noted = PossibleDouble.objects.all()
        pairs = [{double.one_id, double.other_id} for double in noted]
    assert len(pairs) == MOST_NOTED
    assert all(child.person_id in pair for pair in pairs)
    assert {child.person_id, same.person_id} in pairs
