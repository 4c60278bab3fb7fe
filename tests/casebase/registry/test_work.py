"""My day, tasks, flags, kept lists and jobs."""

from __future__ import annotations

import datetime as dt
import html
import re
import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import USER, principal_of
from casebase.access.viewer import Trail
from casebase.registry.models import BulkJob, BulkRow, Case, Flag, SavedList, Task
from casebase.registry.rls_closed import OPEN_AGAIN
from casebase.registry.services import bulk, work
from casebase.registry.services.decide_status import decide_status
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def case(worker):
    return registered(people.bound(worker), in_danger=True)


def task_form(viewer, **changes):
    fields = {"text": "Take to the clinic", "due_on": "2026-10-30", "priority": "1"}
    return {**fields, "assignee_id": str(viewer.pk), **changes}


def test_a_task_stands_in_the_workers_day_until_it_is_done(client, worker, case):
    people.sign_in(client, worker)
    client.post(f"/cases/{case.reference}/tasks/new/", task_form(worker))
    morning = client.get("/my-day/").content.decode()
    with as_owner():
        task = Task.objects.get()
    client.post(f"/tasks/{task.pk}/", {"note": "Seen by the nurse"})
    evening = client.get("/my-day/").content.decode()

    assert "Take to the clinic" in morning
    assert "Overdue since 30 October" in morning
    assert "Take to the clinic" not in evening


def test_a_task_is_done_once(worker, case):
    task = work.write_task(
        case=case, viewer=worker, text="Call", due_on=TODAY, priority=1, assignee_id=worker.pk
    )
    work.finish_task(task_id=task.pk, viewer=worker, note="Called")

    with pytest.raises(work.AlreadyDone):
        work.finish_task(task_id=task.pk, viewer=worker, note="Called again")


def test_a_task_goes_to_the_cases_own_desk_only(worker, case):
    with pytest.raises(work.NotOnYourDesk):
        work.write_task(
            case=case, viewer=worker, text="Call", due_on=TODAY, priority=1,
            assignee_id=people.member().pk,
        )  # fmt: skip
    assert not Task.objects.exists()


def test_an_urgent_child_and_a_decision_that_waits_are_in_the_day(client, worker, case):
    people.sign_in(client, worker)
    page = client.get("/my-day/").content.decode()

    assert "Urgent" in page
    assert "Decision to make" in page
    assert case.reference in page


def test_a_day_says_how_much_there_is_and_leads_to_all_of_it(client, worker, case):
    people.bound(worker)
    for number in range(27):
        work.write_task(
            case=case, viewer=worker, text=f"Task {number:02}.", due_on=TODAY, priority=1,
            assignee_id=worker.pk,
        )  # fmt: skip
    people.sign_in(client, worker)
    first = client.get("/my-day/").content.decode()
    address = html.unescape(re.search(r'href="(\?only=tasks&amp;after=[^"]+)"', first)[1])
    second = client.get("/my-day/" + address).content.decode()

    on_each = [set(re.findall(r"Task \d\d\.", page)) for page in (first, second)]
    assert [len(found) for found in on_each] == [25, 2]
    assert len(on_each[0] | on_each[1]) == 27
    assert "25 of 27" in first
    assert "2 of 27" in second
    assert "Decision to make" not in second


def test_a_mark_that_leads_nowhere_begins_again(client, worker, case):
    people.sign_in(client, worker)
    page = client.get(f"/my-day/?only=undecided&after={uuid.UUID(int=7)}").content.decode()

    assert case.reference in page


@pytest.mark.parametrize("status", ["PossibleVictimOfTrafficking", "ActualVictimOfTrafficking"])
def test_a_director_counts_as_overdue_what_the_worker_has_to_decide(client, case, status):
    police = people.member(Role.POLICE_INVESTIGATOR, at=case.desk)
    decide_status(
        case=case, viewer=people.bound(police), status=status, deciding_body="Police",
        decided_on=TODAY, today=dt.date(2030, 1, 1), reasons="Invented",
    )  # fmt: skip
    people.sign_in(client, people.member(Role.SUPERVISOR, at=case.desk))
    waiting = "Decision to make" in client.get("/my-day/").content.decode()
    people.sign_in(client, people.member(Role.DIRECTOR))
    (row,) = client.get("/my-day/").context["day"].agencies

    assert waiting is (status == "PossibleVictimOfTrafficking")
    assert row.undecided == int(waiting)


def test_a_director_sees_counts_by_agency_and_no_case(client, case):
    people.sign_in(client, people.member(Role.DIRECTOR))
    page = client.get("/my-day/").content.decode()

    assert case.agency.name in page
    assert case.reference not in page


def test_a_flag_stands_once_and_is_resolved_once(worker, case):
    flag = work.raise_flag(case=case, viewer=worker, kind=Flag.Kind.COURT)
    with pytest.raises(work.AlreadyDone):
        work.raise_flag(case=case, viewer=worker, kind=Flag.Kind.COURT)
    work.resolve_flag(flag_id=flag.pk, viewer=worker)
    with pytest.raises(work.AlreadyDone):
        work.resolve_flag(flag_id=flag.pk, viewer=worker)


def test_another_desk_sees_no_task_flag_list_or_job(client, worker, case):
    people.sign_in(client, worker)
    client.post(f"/cases/{case.reference}/tasks/new/", task_form(worker))
    client.post(f"/cases/{case.reference}/flags/new/", {"kind": "court"})
    client.post("/lists/new/?stage=rescue", {"name": "Mine", "is_shared": "on"})
    bulk.begin(viewer=people.bound(worker), kind="stage", case_ids=[case.pk], to_stage="tracing")
    people.bound(people.member())

    for model in (Task, Flag, SavedList, BulkJob, BulkRow):
        assert not model.objects.exists(), model
        with as_owner():
            assert model.objects.exists(), model


def test_a_kept_list_is_shared_with_the_desk_and_its_name_is_sealed(client, worker):
    people.sign_in(client, worker)
    client.post("/lists/new/?stage=rescue&status=nonsense", {"name": "New ones", "is_shared": "on"})
    with as_owner():
        kept = SavedList.objects.get()
        colleague = people.member(at=type(worker.user.membership.desk)(pk=worker.desk_id,
                                  agency=worker.user.agency))  # fmt: skip
    people.sign_in(client, colleague)
    page = client.get("/lists/").content.decode()

    assert b"New ones" not in bytes(kept.name)
    assert kept.query == "stage=rescue"
    assert "New ones" in page
    assert "?stage=rescue" in page


def test_a_job_does_each_row_and_says_what_it_did(client, worker):
    supervisor = people.member(Role.SUPERVISOR, at=worker.user.membership.desk)
    people.bound(worker)
    cases = [registered(worker) for _ in range(30)]
    Case.objects.filter(pk=cases[0].pk).update(stage="closed", closed_on=TODAY)
    people.sign_in(client, supervisor)
    people.bound(supervisor)
    job = bulk.begin(
        viewer=supervisor, kind="assign", case_ids=[one.pk for one in cases],
        to_worker=supervisor.pk,
    )  # fmt: skip
    first = client.get(f"/jobs/{job.pk}/").content.decode()
    client.post(f"/jobs/{job.pk}/")
    second = client.get(f"/jobs/{job.pk}/").content.decode()
    client.post(f"/jobs/{job.pk}/")
    third = client.get(f"/jobs/{job.pk}/").content.decode()

    assert "0 of 30" in first
    assert "25 of 30" in second
    assert "30 of 30" in third
    assert third.count("Not done: the case is closed") == 1
    with as_owner():
        assert Case.objects.filter(owner_id=supervisor.pk).count() == 29


def test_a_case_handed_over_leaves_its_former_owners_own_reach(worker):
    supervisor = people.member(Role.SUPERVISOR, at=worker.user.membership.desk)
    case = registered(people.bound(worker))
    people.bound(supervisor)
    job = bulk.begin(viewer=supervisor, kind="assign", case_ids=[case.pk], to_worker=supervisor.pk)
    bulk.go_on(job=job, viewer=supervisor, trail=Trail())
    case.refresh_from_db()

    assert principal_of(USER, worker.pk) not in case.acl
    assert principal_of(USER, supervisor.pk) in case.acl


def test_only_who_may_hand_out_work_acts_on_several(client, worker, case):
    people.sign_in(client, worker)

    assert client.get("/cases/several/").status_code == 403


def test_several_cases_are_never_closed_without_reason_and_day(client, worker, case):
    supervisor = people.member(Role.SUPERVISOR, at=worker.user.membership.desk)
    people.sign_in(client, supervisor)
    offered = client.get("/cases/several/").content.decode()
    sent = {"kind": "stage", "to_stage": "closed", "cases": [str(case.pk)]}
    answer = client.post("/cases/several/", sent)

    assert 'value="closed"' not in offered
    assert answer.status_code == 422
    assert "closed on its own page" in answer.content.decode()
    with pytest.raises(bulk.CannotBegin):
        bulk.begin(viewer=supervisor, kind="stage", case_ids=[case.pk], to_stage="closed")
    assert not BulkJob.objects.exists()


def test_a_job_from_the_time_when_closing_was_offered_closes_nothing(worker, case):
    supervisor = people.bound(people.member(Role.SUPERVISOR, at=worker.user.membership.desk))
    job = bulk.begin(viewer=supervisor, kind="stage", case_ids=[case.pk], to_stage="tracing")
    job.to_stage = "closed"
    bulk.go_on(job=job, viewer=supervisor, trail=Trail())

    assert job.rows.get().result == BulkRow.Result.ONE_BY_ONE
    assert Case.objects.get(pk=case.pk).stage == "rescue"


@pytest.mark.parametrize("change", [{"stage": "closed"}, {"closed_on": TODAY}])
def test_the_database_refuses_a_closed_case_without_its_day_and_the_reverse(case, change):
    with pytest.raises(IntegrityError, match="case_is_closed_from_a_day"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**change)


def test_a_case_that_a_job_had_closed_without_a_day_is_open_again(worker, case):
    name = "case_is_closed_from_a_day"
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE registry_case DROP CONSTRAINT {name}")
        cursor.execute("UPDATE registry_case SET stage = 'closed'")
        for statement in OPEN_AGAIN:
            cursor.execute(statement)
    case.refresh_from_db()

    assert (case.stage, case.closed_on) == ("monitoring", None)


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"kind": "assign"}, "Tick at least one case."),
        ({"kind": "stage"}, "Choose the stage."),
        ({"kind": "flag"}, "Choose the flag."),
    ],
)
def test_a_job_without_its_choice_is_refused_with_the_reason(client, worker, case, form, message):
    supervisor = people.member(Role.SUPERVISOR, at=worker.user.membership.desk)
    people.sign_in(client, supervisor)
    answer = client.post("/cases/several/", form)

    assert answer.status_code == 422
    assert message in answer.content.decode()


def test_the_day_asks_the_same_number_of_questions_however_much_waits(
    client, worker, django_assert_max_num_queries
):
    people.bound(worker)
    for _ in range(12):
        one = registered(worker, in_danger=True)
        work.write_task(case=one, viewer=worker, text="Call", due_on=timezone.localdate(),
                        priority=1, assignee_id=worker.pk)  # fmt: skip
    people.sign_in(client, worker)

    with django_assert_max_num_queries(16):
        client.get("/my-day/")
