"""Who reads the trail, and what it tells them (control 57, "who looked at this child")."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from casebase.access.checks import patterns
from casebase.access.enums import Action, Role
from casebase.audit.events import EVENTS, FORMS, LOOKED, sentence
from casebase.audit.models import Check
from casebase.audit.reading import COMPARTMENT_ROLES
from casebase.audit.services import record
from casebase.registry.rls_breadth import SUSPECT_ROLES
from tests.casebase.database import as_owner
from tests.casebase.people import bound, desk, member, sign_in
from tests.casebase.registry.cases import registered

pytestmark = [
    pytest.mark.django_db(databases="__all__"),
    pytest.mark.usefixtures("trail_in_the_transaction"),
]
READERS = {Role.AUDITOR, Role.DIRECTOR, Role.SYSTEM_ADMINISTRATOR}


@pytest.fixture
def case():
    at = desk()
    owner = member(Role.CASEWORKER, at)
    with transaction.atomic():
        made = registered(bound(owner))
    made.their = {"owner": owner, "desk": at}
    return made


def note(case, viewer, **more):
    record(
        **{
            "action": "case.read",
            "user_id": viewer.pk,
            "session": "abc",
            "case_ids": [case.pk],
            **more,
        }
    )


def seen_by(client, viewer, case):
    return sign_in(client, viewer).get(reverse("case_seen_by", args=[case.reference]))


def test_every_page_records_something_that_is_described():
    recorded = {
        pattern.callback.casework_page[1]
        for pattern in patterns(get_resolver())
        if hasattr(pattern.callback, "casework_page")
    }

    assert recorded - set(EVENTS) == set()


@pytest.mark.parametrize("role", list(Role))
def test_the_trail_opens_to_its_readers_only(client, role):
    answer = sign_in(client, member(role)).get(reverse("audit"))

    assert answer.status_code == (200 if role in READERS else 403)


@pytest.mark.parametrize("role", list(Role))
def test_the_function_shows_no_row_to_other_roles_even_past_the_page(case, role):
    from casebase.audit import queries

    note(case, case.their["owner"])
    bound(member(role))

    assert bool(queries.entries(queries.Filters())) is (role in READERS)


def test_an_auditor_reads_who_did_what_and_the_number_of_the_case(client, case):
    note(case, case.their["owner"], fields=["given_name"], purpose="care")

    text = sign_in(client, member(Role.AUDITOR)).get(reverse("audit")).content.decode()

    assert case.their["owner"].user.name in text
    assert "Opened the case, for: Care of the child today" in text
    assert "given_name" in text
    assert case.reference in text


def test_an_administrator_is_told_how_many_cases_and_not_which(client, case):
    note(case, case.their["owner"])

    text = sign_in(client, member(Role.SYSTEM_ADMINISTRATOR)).get(reverse("audit"))

    assert case.reference not in text.content.decode()
    assert "1 record<" in text.content.decode()


def test_the_trail_is_narrowed_by_day_person_and_action(client, case):
    owner, other = case.their["owner"], member()
    note(case, owner)
    note(case, other, action="case.reveal")
    client = sign_in(client, member(Role.AUDITOR))

    def shown(**filters):
        lines = client.get(reverse("audit"), filters).context["found"].lines
        actions = {line.entry.action for line in lines}
        return ("case.read" in actions, "case.reveal" in actions)

    assert shown() == (True, True)
    assert shown(person=owner.pk) == (True, False)
    assert shown(action="case.reveal") == (False, True)
    assert shown(day="2020-01-01") == (False, False)


def test_a_day_that_is_none_is_refused_with_the_reason_beside_it(client):
    answer = sign_in(client, member(Role.AUDITOR)).get(reverse("audit"), {"day": "yesterday"})

    assert answer.status_code == 422
    assert "Write the day as in 2026-03-27." in answer.content.decode()


def test_pages_go_on_where_the_last_one_ended(client, case):
    for _ in range(60):
        note(case, case.their["owner"])
    client = sign_in(client, member(Role.AUDITOR))

    first = client.get(reverse("audit"))
    second = client.get(reverse("audit") + first.context["next_address"])

    numbers = [
        [line.entry.number for line in page.context["found"].lines] for page in (first, second)
    ]
    assert len(numbers[0]) == 50
    assert max(numbers[1]) < min(numbers[0])


def test_a_page_of_the_trail_costs_the_same_number_of_queries_however_long(
    client, case, django_assert_max_num_queries
):
    for _ in range(60):
        note(case, case.their["owner"])
    client = sign_in(client, member(Role.AUDITOR))

    with django_assert_max_num_queries(18):
        client.get(reverse("audit"))


def test_the_owner_sees_who_looked_at_the_child(client, case):
    curious = member(Role.CASEWORKER, case.their["desk"])
    note(case, curious)

    answer = seen_by(client, case.their["owner"], case)

    assert answer.status_code == 200
    assert curious.user.name in answer.content.decode()


def test_a_supervisor_of_the_agency_and_an_auditor_see_it_too(client, case):
    note(case, case.their["owner"])

    for role in (Role.SUPERVISOR, Role.AUDITOR):
        answer = seen_by(client, member(role, case.their["desk"]), case)
        assert answer.status_code == 200, role
        assert case.their["owner"].user.name in answer.content.decode()


def test_a_colleague_who_sees_the_case_does_not_see_who_looked(client, case):
    colleague = member(Role.CASEWORKER, case.their["desk"])

    assert seen_by(client, colleague, case).status_code == 403


def test_a_foreign_case_answers_like_an_absent_one(client, case):
    stranger = sign_in(client, member(Role.SUPERVISOR))

    foreign = stranger.get(reverse("case_seen_by", args=[case.reference]))
    absent = stranger.get(reverse("case_seen_by", args=["HTS-0000-0000"]))

    assert (foreign.status_code, absent.status_code) == (404, 404)


def test_reading_who_looked_is_a_look_as_well(client, case):
    seen_by(client, case.their["owner"], case)

    text = seen_by(client, case.their["owner"], case).content.decode()

    assert "Read who looked at the child" in text


def test_a_check_is_asked_for_once_and_its_progress_shown(client):
    client = sign_in(client, member(Role.AUDITOR))

    for _ in range(2):
        client.post(reverse("audit_check"))

    assert Check.objects.count() == 1
    assert "A check is running" in client.get(reverse("audit")).content.decode()


@pytest.mark.parametrize(
    ("row", "finding", "said"),
    [(None, "", "The trail is whole."), (7, "it was changed", "First bad entry: 7")],
)
def test_the_result_of_the_last_check_is_shown(client, row, finding, said):
    with as_owner():
        Check.objects.create(
            asked_by=1, ended_at="2026-03-01T08:00Z", first_bad_row=row, finding=finding
        )

    text = sign_in(client, member(Role.AUDITOR)).get(reverse("audit")).content.decode()

    assert said in text


def test_a_caseworker_cannot_ask_for_a_check(client):
    answer = sign_in(client, member()).post(reverse("audit_check"))

    assert (answer.status_code, Check.objects.count()) == (403, 0)


def test_a_form_that_was_only_opened_does_not_read_as_an_act(client, case):
    owner = case.their["owner"]
    note(case, owner, action="case.close", result=200)
    note(case, owner, action="case.reopen", result=302)

    text = seen_by(client, owner, case).content.decode()

    assert "Only opened the form: closed the case" in text
    assert "Opened a closed case again" in text
    assert "Closed the case" not in text


def test_what_may_be_only_a_form_is_something_that_is_described():
    assert set(EVENTS) >= FORMS | set(LOOKED)
    assert not FORMS & set(LOOKED)


# --- the compartment of suspects


def pages_of_the_compartment():
    return [
        pattern
        for pattern in patterns(get_resolver())
        if getattr(pattern.callback, "casework_page", ("",))[0] is Action.SEE_SUSPECTS
    ]


@pytest.mark.parametrize("pattern", pages_of_the_compartment(), ids=lambda one: one.name)
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.POLICE_INVESTIGATOR])
def test_the_trail_of_a_child_hints_at_no_suspect(client, pattern, role):
    at = desk()
    owner, head = member(role, at), member(Role.SUPERVISOR, at)
    case = registered(bound(owner))
    action = pattern.callback.casework_page[1]
    note(case, head, action=action, view=pattern.name, fields=["names"])

    its_owner = seen_by(client, owner, case).content.decode()
    supervisor = seen_by(client, head, case).content.decode()

    assert (sentence(action, 200) in its_owner) is (role in SUSPECT_ROLES)
    assert sentence(action, 200) in supervisor
    assert sentence("case.read", 200) not in its_owner


def test_the_trail_knows_the_compartment_that_the_registry_keeps():
    assert set(COMPARTMENT_ROLES) == {*SUSPECT_ROLES, Role.AUDITOR}
