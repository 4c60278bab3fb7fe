"""A case says at its top what was just done to it: on a phone nothing else shows it."""

from __future__ import annotations

import uuid

import pytest

from casebase.registry.models import Flag, Task
from casebase.registry.views.opening import DONE
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases="__all__")

SENT = {
    "notes/": ({"text": "Slept.", "sensitivity": "ordinary"}, "The note is added."),
    "tasks/new/": (
        {"text": "Call", "due_on": "2026-12-01", "priority": "1"}, "The task is written down.",
    ),
    "flags/new/": ({"kind": "health"}, "The flag is raised."),
    "close/": (
        {"reason": "lost", "closed_on": "2026-11-02", "details": "Nobody found."},
        "The case is closed.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("address", SENT)
def test_each_act_leads_to_a_case_that_says_it(site, worker, case, address):
    fields, words = SENT[address]
    sent = {**fields, "submission": str(uuid.uuid4()), "assignee_id": str(worker.pk)}

    answer = site.post(f"/cases/{case.reference}/{address}", sent, follow=True)

    assert answer.redirect_chain, answer.content.decode()
    assert words in answer.content.decode()


def test_a_change_is_said_to_be_saved(client, worker, case):
    people.sign_in(client, worker)
    page = client.get(f"/cases/{case.reference}/edit/child/")
    form = page.context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() is not None}

    answer = client.post(
        f"/cases/{case.reference}/edit/child/",
        {**typed, **dict(form.bases), "language": "ewe", "version": case.version},
        follow=True,
    )

    assert "The change is saved." in answer.content.decode()


def test_a_word_that_nobody_wrote_is_not_said(site, case):
    page = site.get(f"/cases/{case.reference}/?done=erased").content.decode()

    assert "govuk-notification-banner" not in page
    assert all("{" not in words.replace("{reference}", "") for words in DONE.values())


def test_a_task_is_finished_by_whoever_reads_which_it_is(site, worker, case):
    for text in ("Take to the clinic", "Telephone the grandmother"):
        site.post(
            f"/cases/{case.reference}/tasks/new/",
            {"text": text, "due_on": "2026-12-01", "priority": "1", "assignee_id": worker.pk,
             "submission": str(uuid.uuid4())},
        )  # fmt: skip
    with as_owner():
        task = Task.objects.first()
    text = {row.id: row.text for row in site.get("/my-day/").context["day"].tasks.rows}[task.pk]

    page = site.get(f"/tasks/{task.pk}/").content.decode()

    assert text in page
    assert page.count("Take to the clinic") + page.count("Telephone the grandmother") == 1


def test_a_flag_is_chosen_and_none_is_raised_by_pressing_on(site, case):
    answer = site.post(f"/cases/{case.reference}/flags/new/", {"kind": ""})

    assert answer.status_code == 422
    assert "Choose what the flag says." in answer.content.decode()
    assert (
        '<option value="" selected>'
        in site.get(f"/cases/{case.reference}/flags/new/").content.decode()
    )
    with as_owner():
        assert not Flag.objects.exists()


def test_an_operation_and_a_tip_off_say_what_comes_next(site):
    begun = site.post(
        "/operations/new/",
        {"starts_on": "2026-11-02", "region": Region.objects.get(code="oti").pk,
         "landing_site": "Stage 2", "submission": str(uuid.uuid4())},
        follow=True,
    ).content.decode()  # fmt: skip
    told = site.post(
        "/reports-received/new/",
        {"channel": "hotline", "received_on": "2026-11-02", "told": "A boat at night",
         "submission": str(uuid.uuid4())},
        follow=True,
    ).content.decode()  # fmt: skip

    assert "The operation is open. Add each child who was brought ashore." in begun
    assert "The tip-off is written down. Say below what becomes of it." in told
