"""A question about other agencies' children counts, though whoever asked it undoes everything."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from casebase.access import harvest
from casebase.access.enums import Role
from casebase.access.models import Desk, UsageAlert
from casebase.access.viewer import Trail
from casebase.registry.models import Case, PossibleDouble
from casebase.registry.rls_asked import CORRECTED_A_DAY, IN_ALL_A_DAY
from casebase.registry.services import correct_identity
from casebase.registry.services.blind_tokens import tokens_of
from casebase.registry.services.traits import traits_of_intake
from tests.casebase import people
from tests.casebase.access.test_people_of_casework import with_proof
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import IDENTITY, intake, registered

pytestmark = pytest.mark.django_db(databases="__all__")
SOMEBODY = {**IDENTITY, "given_name": "Selorm", "other_names": "Tsikata", "mother_name": "Enyonam",
            "community": "Keta"}  # fmt: skip
# Every function that the site may call and that says something of other agencies' cases.
ASKING = {
    "registry_elsewhere": "SELECT * FROM registry_elsewhere(%(tokens)s)",
    "registry_ask_access": "SELECT registry_ask_access(gen_random_uuid(), %(tokens)s)",
    "registry_note_doubles": "SELECT registry_note_doubles(%(mine)s, %(tokens)s)",
    "registry_break_glass": "SELECT * FROM registry_break_glass('27CB-QMDF-6', 'danger')",
}


def ask_and_undo(statement: str, **values: object) -> None:
    mark = transaction.savepoint()
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
    finally:
        transaction.savepoint_rollback(mark)


def drawn(viewer, numbers: int) -> None:
    """As if the viewer had asked so often today already."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(%s, floor(extract(epoch FROM clock_timestamp()) / 86400)::bigint"
            " * 100000 + %s)",
            [f"registry_asked_{viewer.pk}", numbers],
        )


@pytest.fixture
def me():
    return people.bound(people.member())


@pytest.mark.parametrize("function", ASKING)
def test_what_is_undone_was_asked_all_the_same(me, function):
    values = {"tokens": tokens_of(traits_of_intake(intake())).asked, "mine": registered(me).pk}
    drawn(me, IN_ALL_A_DAY - 5)

    for _ in range(5):
        ask_and_undo(ASKING[function], **values)
    with pytest.raises(DatabaseError) as refused:
        ask_and_undo(ASKING[function], **values)

    assert refused.value.__cause__.sqlstate in ("HB429", "HB430")


def test_no_other_function_compares_tokens():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
            " AND prosrc ~ 'registry_blindtoken|reference = wanted'"
            " AND prorettype <> 'trigger'::regtype"
        )
        found = {name for (name,) in cursor.fetchall()}

    assert found == set(ASKING)


def test_the_count_begins_anew_with_the_day(me):
    tokens = tokens_of(traits_of_intake(intake())).asked
    drawn(me, IN_ALL_A_DAY)
    with pytest.raises(DatabaseError):
        ask_and_undo(ASKING["registry_elsewhere"], tokens=tokens)
    drawn(me, IN_ALL_A_DAY - 100_000)  # yesterday

    ask_and_undo(ASKING["registry_elsewhere"], tokens=tokens)


def test_nobody_sets_their_own_count_back(me):
    name = f"registry_asked_{me.pk}"
    for statement in (
        f"SELECT setval('{name}', 1)", f"SELECT nextval('{name}')", f"DROP SEQUENCE {name}",
        f"SELECT last_value FROM {name}", f"ALTER SEQUENCE {name} RESTART",
        "SELECT registry_count_question('asked', 1, 1, 'HB429')",
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


# --- another name written over a child of one's own


@pytest.fixture
def theirs():
    return registered(people.bound(people.member()))


@pytest.fixture
def mine(theirs, me):
    people.bound(me)
    case = registered(me, identity=SOMEBODY)
    with as_owner():  # written down yesterday
        Case.objects.filter(pk=case.pk).update(created_at=timezone.now() - dt.timedelta(days=1))
    people.bound(me)
    return case


def corrected(case: Case, viewer, base: dict, **texts: str) -> None:
    correct_identity.correct_identity(
        case=case, viewer=viewer, trail=Trail(), base=base, texts={**base, **texts}
    )


def asked_today(viewer, times: int) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO registry_blindsearch (user_id, at, kind) SELECT %s, now(), 'corrected'"
            " FROM generate_series(1, %s)",
            [viewer.pk, times],
        )


@pytest.mark.parametrize("role", [Role.DATA_MANAGER, Role.SHELTER_STAFF, Role.SUPERVISOR])
def test_corrections_are_counted_as_the_questions_they_are(me, mine, role):
    viewer = people.bound(people.member(role, Desk.objects.get(pk=me.desk_id)))
    corrected(mine, viewer, SOMEBODY, **IDENTITY)  # names a child of another agency
    asked_today(viewer, CORRECTED_A_DAY - 1)
    people.bound(viewer)

    with pytest.raises(harvest.OverBudget) as over:
        corrected(mine, viewer, {**SOMEBODY, **IDENTITY}, **SOMEBODY)

    assert over.value.budget is harvest.CORRECTING
    assert harvest.CORRECTING.limit == CORRECTED_A_DAY


def test_a_correction_too_many_is_refused_in_words_and_looked_at(me, mine):
    asked_today(me, CORRECTED_A_DAY)
    client = people.sign_in(Client(), me)
    with_proof(client, "identity.correct", mine.pk)
    form = {f"base-{name}": value for name, value in SOMEBODY.items()}

    response = client.post(
        f"/cases/{mine.reference}/identity/correct/",
        {**form, **SOMEBODY, **IDENTITY, "purpose": ""},
    )

    assert response.status_code == 429
    assert "You corrected more than 100 children today" in response.content.decode()
    people.bound(me)
    assert not PossibleDouble.objects.exists()
    assert UsageAlert.objects.filter(user_id=me.pk, budget="correcting").exists()


def test_a_child_registered_a_moment_ago_is_no_correction(theirs, me):
    asked_today(me, CORRECTED_A_DAY)
    people.bound(me)

    registered(me)

    assert PossibleDouble.objects.count() == 1
