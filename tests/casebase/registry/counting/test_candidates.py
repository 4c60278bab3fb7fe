"""The search before a child is registered: own records in full, elsewhere only whom to ask."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from casebase.access.enums import Action, Role
from casebase.access.roles import ROLES
from casebase.access.viewer import Trail
from casebase.registry.models import BlindToken, PossibleDouble
from casebase.registry.rls_counting import SEARCHERS, SEARCHES_A_MINUTE
from casebase.registry.services.blind_tokens import tokens_of
from casebase.registry.services.find_candidates import TooManySearches, find_candidates
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.counting.children import (
    ANOTHER,
    FIRST,
    SECOND,
    THIRD,
    again,
    asked,
    child_of,
)

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.mark.parametrize("spelling", [FIRST, SECOND, THIRD], ids=["first", "second", "third"])
def test_a_child_of_the_own_desk_is_shown_in_full_with_score_and_reasons(spelling):
    viewer = people.member()
    case = child_of(viewer, FIRST)
    trail = Trail()

    found = find_candidates(traits=asked(spelling), trail=trail)

    assert [candidate.case for candidate in found.own] == [case]
    assert found.own[0].revealed.texts["community"] == "Totope"
    assert found.own[0].score.reasons
    assert list(trail.case_ids) == [case.pk]


def test_a_child_of_another_desk_is_only_somebody_to_ask():
    theirs = people.member()
    child_of(theirs, FIRST)
    people.bound(people.member())
    trail = Trail()

    found = find_candidates(traits=asked(SECOND), trail=trail)

    assert not found.own
    assert [(hit.desk.pk, hit.children) for hit in found.elsewhere] == [(theirs.desk_id, "one")]
    assert not trail.case_ids


def test_the_three_spellings_meet_blindly_whoever_wrote_first():
    for written in (FIRST, SECOND, THIRD):
        for searched in (FIRST, SECOND, THIRD):
            theirs = people.member()
            child_of(theirs, written)
            people.bound(people.member())

            found = find_candidates(traits=asked(searched), trail=Trail())

            assert theirs.desk_id in [hit.desk.pk for hit in found.elsewhere], (written, searched)


def test_another_child_is_found_nowhere():
    child_of(people.member(), FIRST)
    viewer = people.member()
    child_of(viewer, FIRST)

    assert find_candidates(traits=asked(ANOTHER), trail=Trail()).is_empty


def test_several_children_of_a_desk_are_told_as_several_and_never_counted():
    theirs = people.member()
    for _ in range(3):
        child_of(theirs, FIRST)
    people.bound(people.member())

    (hit,) = find_candidates(traits=asked(FIRST), trail=Trail()).elsewhere

    assert hit.children == "several"


def test_two_children_with_one_given_name_share_no_token():
    kofi = {"given_name": "Kofi", "mother_name": "Akua Boateng", "community": "Winneba"}
    other = {"given_name": "Kofi", "mother_name": "Esi Quansah", "community": "Apam"}

    assert not set(tokens_of(asked(kofi)).asked) & set(tokens_of(asked(other)).asked)


def test_a_day_name_with_a_day_name_makes_no_token():
    assert not tokens_of(asked({"given_name": "Kofi", "mother_name": "Akua"})).asked


def test_a_given_name_alone_makes_no_token():
    assert not tokens_of(asked({"given_name": "Selorm", "other_names": "Tsikata"})).asked


def test_no_column_of_a_token_is_readable_by_the_site():
    child_of(people.member(), FIRST)

    with pytest.raises(ProgrammingError), transaction.atomic():
        list(BlindToken.objects.values_list("token"))


def test_the_thirty_first_search_of_a_minute_is_refused():
    people.bound(people.member())
    for _ in range(SEARCHES_A_MINUTE):
        find_candidates(traits=asked(FIRST), trail=Trail())

    with pytest.raises(TooManySearches):
        find_candidates(traits=asked(FIRST), trail=Trail())


@pytest.mark.parametrize("role", Role)
def test_only_who_may_register_asks_other_agencies(role):
    child_of(people.member(), FIRST)
    people.bound(people.member(role))
    may = Action.REGISTER in ROLES[role].actions

    if may:
        assert find_candidates(traits=asked(FIRST), trail=Trail()).elsewhere
    else:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM registry_elsewhere(%s)", [tokens_of(asked(FIRST)).asked])
    assert may == (f"'{role}'" in SEARCHERS)


def test_a_transferred_case_is_found_at_its_new_desk():
    theirs = people.member()
    case = child_of(theirs, FIRST)
    new_desk = people.desk(theirs.user.agency)
    case.desk = new_desk
    case.save(update_fields=["desk"])
    people.bound(people.member())

    (hit,) = find_candidates(traits=asked(FIRST), trail=Trail()).elsewhere

    assert hit.desk == new_desk


def test_registering_a_child_known_elsewhere_puts_the_pair_on_both_lists():
    theirs = people.member()
    child_of(theirs, FIRST)
    mine = people.member()
    child_of(mine, SECOND)

    assert PossibleDouble.objects.count() == 1
    again(theirs)
    assert PossibleDouble.objects.count() == 1
    people.bound(people.member())
    assert not PossibleDouble.objects.exists()


def test_nothing_typed_comes_to_rest_in_clear():
    child_of(people.member(), {**FIRST, "given_name": "Zanzibar", "mother_name": "Qwerty Dzamesi"})

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(encode(token, 'escape'), ' ') FROM registry_blindtoken")
        (everything,) = cursor.fetchone()
    for canary in ("anzibar", "werty", "amese", "snsb", "0000101"):
        assert canary not in everything.lower()
