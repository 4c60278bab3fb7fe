"""Acting on several cases, and lists that somebody keeps (capabilities 74 and 76)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest

from casebase.access.enums import Role
from casebase.access.models import Membership
from casebase.access.viewer import Trail
from casebase.registry.case_list import CaseFilter
from casebase.registry.models import BulkJob, BulkRow, Case, SavedList, Task
from casebase.registry.services import bulk, keep_list, work
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def agency():
    return people.agency()


@pytest.fixture
def worker(agency):
    return people.member(at=people.desk(agency))


@pytest.fixture
def supervisor(agency):
    """Of the agency, and of none of its desks."""
    found = people.member(Role.SUPERVISOR, at=people.desk(agency))
    with as_owner():
        Membership.objects.filter(user=found.user).update(desk=None)
    return dataclasses.replace(found, desk_id=None)


def cases_of(worker, number):
    people.bound(worker)
    return [registered(worker) for _ in range(number)]


def ticked(page):
    return set(re.findall(r'value="([0-9a-f-]{36})" checked', page))


def send(client, address="/cases/several/", **fields):
    return client.post(address, {"kind": "flag", "flag": "health", **fields})


def test_a_supervisor_without_a_desk_hands_cases_to_workers_of_each_desk(
    client, agency, worker, supervisor
):
    elsewhere = people.member(at=people.desk(agency))
    stranger = people.member()
    people.sign_in(client, supervisor)
    page = client.get("/cases/several/").content.decode()

    assert f"{worker.user.name}, " in page
    assert f"{elsewhere.user.name}, " in page
    assert stranger.user.name not in page


def test_a_case_takes_its_open_tasks_along_and_leaves_those_of_others(agency, worker):
    colleague = people.member(at=worker.user.membership.desk)
    supervisor = people.member(Role.SUPERVISOR, at=worker.user.membership.desk)
    (case,) = cases_of(worker, 1)
    own, done, other = (
        work.write_task(case=case, viewer=worker, text="Call", due_on=TODAY, priority=1,
                        assignee_id=whose.pk)
        for whose in (worker, worker, supervisor)
    )  # fmt: skip
    work.finish_task(task_id=done.pk, viewer=worker, note="Called")
    people.bound(supervisor)
    job = bulk.begin(viewer=supervisor, kind="assign", case_ids=[case.pk], to_worker=colleague.pk)
    bulk.go_on(job=job, viewer=supervisor, trail=Trail())

    holders = dict(Task.objects.values_list("pk", "assignee_id"))
    assert holders == {own.pk: colleague.pk, done.pk: worker.pk, other.pk: supervisor.pk}


def test_what_was_ticked_stays_ticked_when_the_form_comes_back(client, worker, supervisor):
    first, second, third = cases_of(worker, 3)
    people.sign_in(client, supervisor)
    answer = send(client, flag="", cases=[str(first.pk), str(third.pk)])

    assert answer.status_code == 422
    assert ticked(answer.content.decode()) == {str(first.pk), str(third.pk)}
    assert str(second.pk) in answer.content.decode()


def test_a_case_that_left_the_page_meanwhile_is_taken_all_the_same(client, worker, supervisor):
    (case,) = cases_of(worker, 1)
    Case.objects.filter(pk=case.pk).update(stage="tracing")
    people.sign_in(client, supervisor)
    answer = send(client, "/cases/several/?stage=rescue", cases=[str(case.pk)])

    assert answer.status_code == 302
    people.bound(supervisor)
    assert BulkRow.objects.get().case_id == case.pk


def test_a_case_out_of_reach_is_left_out_in_plain_words(client, worker, supervisor):
    (case,) = cases_of(worker, 1)
    (foreign,) = cases_of(people.member(), 1)
    people.sign_in(client, supervisor)
    answer = send(client, cases=[str(case.pk), str(foreign.pk), "no key"])
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "no longer in your reach" in page
    assert str(foreign.pk) not in page
    assert "no key" not in page
    assert ticked(page) == {str(case.pk)}
    assert not BulkJob.objects.exists()


def test_a_whole_list_is_taken_beyond_its_first_page(client, worker, supervisor):
    cases = cases_of(worker, 30)
    Case.objects.filter(pk=cases[0].pk).update(stage="tracing")
    cases_of(people.member(), 1)
    people.sign_in(client, supervisor)
    page = client.get("/cases/several/?stage=rescue").content.decode()
    answer = send(client, "/cases/several/?stage=rescue", whole_list="on")

    assert "All 29 cases of this list" in page
    assert answer.status_code == 302
    people.bound(supervisor)
    assert set(BulkRow.objects.values_list("case_id", flat=True)) == {one.pk for one in cases[1:]}


def test_a_job_takes_no_more_than_can_be_read(worker, supervisor, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 4)
    cases_of(worker, 6)
    people.bound(supervisor)
    job = bulk.begin(viewer=supervisor, kind="flag", flag="court", of_list=CaseFilter())

    assert job.rows.count() == 4


def test_a_job_over_nothing_is_not_begun(client, supervisor):
    people.sign_in(client, supervisor)
    answer = send(client, "/cases/several/?stage=tracing", whole_list="on")

    assert answer.status_code == 422
    assert "in your reach any more" in answer.content.decode()
    assert not BulkJob.objects.exists()


def test_a_job_left_half_way_is_found_again_and_tells_what_it_could_not_do(
    client, worker, supervisor
):
    cases = cases_of(worker, 30)
    Case.objects.filter(pk=cases[0].pk).update(stage="closed", closed_on=TODAY)
    people.sign_in(client, supervisor)
    address = send(client, whole_list="on")["Location"]
    offered = client.get("/cases/several/").content.decode()
    for _ in range(2):
        client.post(address)
    page = client.get(address).content.decode()

    assert address in offered
    assert address not in client.get("/cases/several/").content.decode()
    assert page.index("Not done: the case is closed") < page.index("<span>Done</span>")
    assert page.count("<span>Done</span>") == 29
    assert "30 of 30 cases handled. 1 of them could not be done." in page


def test_a_worker_who_left_meanwhile_is_refused_in_plain_words(client, worker, supervisor):
    (case,) = cases_of(worker, 1)
    people.sign_in(client, supervisor)
    answer = send(client, kind="assign", cases=[str(case.pk)], to_worker=str(people.member().pk))

    assert answer.status_code == 422
    assert "This worker has left the desk meanwhile." in answer.content.decode()
    assert not BulkJob.objects.exists()


def test_what_was_chosen_for_another_action_is_not_kept(client, worker, supervisor):
    (case,) = cases_of(worker, 1)
    people.sign_in(client, supervisor)
    send(client, cases=[str(case.pk)], to_worker=str(worker.pk), to_stage="tracing")

    people.bound(supervisor)
    job = BulkJob.objects.get()
    assert (job.flag, job.to_worker, job.to_stage) == ("health", None, "")


def test_a_kept_list_says_how_many_cases_the_reader_finds_in_it(client, worker):
    cases = cases_of(worker, 3)
    colleague = people.member(at=worker.user.membership.desk)
    Case.objects.filter(pk=cases[0].pk).update(stage="tracing")
    for query in ("", "stage=rescue", "stage=rescue&mine=1", "status=ActualVictimOfTrafficking"):
        keep_list.keep_list(viewer=worker, name=f"[{query}]", query=query, is_shared=True)

    def shown(viewer):
        people.sign_in(client, viewer)
        return {one.name: one.cases for one in client.get("/lists/").context["page"].rows}

    assert shown(worker) == {
        "[]": 3, "[stage=rescue]": 2, "[stage=rescue&mine=1]": 2,
        "[status=ActualVictimOfTrafficking]": 0,
    }  # fmt: skip
    assert shown(colleague)["[stage=rescue&mine=1]"] == 0


def test_the_kept_lists_ask_the_same_number_of_questions_however_many(
    client, worker, django_assert_max_num_queries
):
    people.bound(worker)
    for number in range(30):
        keep_list.keep_list(viewer=worker, name=f"{number}", query="", is_shared=False)
    people.sign_in(client, worker)

    with django_assert_max_num_queries(14):
        page = client.get("/lists/").content.decode()
    assert "25 of 30" in page


def test_a_form_that_comes_back_asks_the_same_number_of_questions_however_many_are_ticked(
    client, worker, supervisor, django_assert_max_num_queries
):
    cases = cases_of(worker, 40)
    people.sign_in(client, supervisor)

    with django_assert_max_num_queries(20):
        answer = send(client, flag="", cases=[str(case.pk) for case in cases])
    assert len(ticked(answer.content.decode())) == 40


def test_a_list_is_not_shared_with_a_desk_that_there_is_not(client, supervisor):
    people.sign_in(client, supervisor)
    answer = client.post("/lists/new/", {"name": "New ones", "is_shared": "on"})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "You belong to no desk" in page
    assert 'value="New ones"' in page
    with as_owner():
        assert not SavedList.objects.exists()
