"""One form, sent twice: one record where it says the same, and never a word lost where not."""

from __future__ import annotations

import re
import uuid

import pytest
from django.utils import timezone

from casebase.access.enums import Role
from casebase.registry.models import Case, Draft, Note, Operation, StatusDecision, Task
from casebase.registry.services import register_child
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.test_pages import child

pytestmark = pytest.mark.django_db(databases="__all__")
NEW = "/cases/new/"
KEEP = "/drafts/registration/"


def count(model):
    with as_owner():
        return model.objects.count()


def number_in(answer, after=""):
    page = answer.content.decode()
    found = re.search(r'name="submission" value="([^"]+)"', page[page.index(after) :])
    assert found
    return found[1]


def other_child(**changes):
    return child(name="Akosua Boateng (invented)", sex="Female", age="14",
                 mother_name="Yaa", community="Keta", **changes)  # fmt: skip


def test_another_child_over_a_form_that_was_saved_is_registered_at_the_second_press(site):
    first = child()
    site.post(NEW, first)
    answer = site.post(NEW, other_child(submission=first["submission"]))
    held = count(Case)
    fresh = number_in(answer)
    site.post(NEW, other_child(submission=fresh, step="new"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "was saved already, as case" in page
    assert "Akosua Boateng (invented)" in page
    assert fresh != first["submission"]
    assert (held, count(Case)) == (1, 2)


def test_the_same_registration_twice_is_one_case(site):
    form = child()
    first, second = site.post(NEW, form), site.post(NEW, form)

    assert first.url == second.url
    assert count(Case) == 1


@pytest.mark.parametrize("change", [{"name": "Kojo Badu (invented)"}, {"age": "10"},
                                    {"community": "Keta"}, {"needs": []}])  # fmt: skip
def test_one_word_of_difference_is_said(site, change):
    form = child()
    site.post(NEW, form)
    answer = site.post(NEW, {**form, **change})

    assert answer.status_code == 422


def test_a_desk_officer_who_opens_no_names_sends_twice_in_peace(client):
    people.sign_in(client, people.member(Role.DESK_OFFICER))
    form = child()
    first, second = client.post(NEW, form), client.post(NEW, form)

    assert first.url == second.url


def test_a_child_written_over_a_restored_draft_is_not_swallowed(site):
    first = child()
    site.post(KEEP, first, headers={"X-Draft": "1"})
    second = other_child(submission=number_in(site.get(NEW)))  # the other window
    site.post(KEEP, second, headers={"X-Draft": "1"})
    site.post(NEW, first)
    drafts_left = count(Draft)
    site.post(NEW, {**second, "step": "new"})

    assert drafts_left == 1
    assert (count(Case), count(Draft)) == (2, 0)


def test_a_restored_draft_that_is_sent_at_once_leaves_no_draft(site):
    site.post(KEEP, child(), headers={"X-Draft": "1"})
    site.post(NEW, child(submission=number_in(site.get(NEW))))

    assert (count(Case), count(Draft)) == (1, 0)


def test_a_form_that_was_a_moment_too_late_leads_to_the_case_that_won(site, monkeypatch):
    """Both asked for an earlier sending before either had saved."""
    form = child()
    won = site.post(NEW, form)
    monkeypatch.setattr(register_child.SENT, "ask", _blind(3, register_child.SENT.ask))
    shown = re.search(r'name="shown" value="([^"]+)"', site.post(NEW, form).content.decode())
    assert shown
    late = site.post(NEW, {**form, "step": "new", "shown": shown[1]})

    assert late.status_code == 307
    assert count(Case) == 1
    assert site.post(late.headers["Location"], form).url == won.url


def _blind(times, asked):
    left = [None] * times

    def ask(**given):
        if left:
            left.pop()
            return []
        return asked(**given)

    return ask


NOTE = {"text": "She ate and slept.", "sensitivity": "ordinary"}


def test_another_note_over_a_form_that_was_saved_is_kept_on_the_page(site, case):
    address = f"/cases/{case.reference}/notes/"
    sent = {**NOTE, "submission": str(uuid.uuid4())}
    site.post(address, sent)
    again = site.post(address, sent)
    answer = site.post(address, {**sent, "text": "He ran away."})
    site.post(address, {**NOTE, "text": "He ran away.", "submission": number_in(answer)})

    assert again.status_code == 302
    assert answer.status_code == 422
    assert b"He ran away." in answer.content
    assert count(Note) == 2


def test_a_note_that_was_a_moment_too_late_is_sent_again_and_found(site, case, monkeypatch):
    address = f"/cases/{case.reference}/notes/"
    sent = {**NOTE, "submission": str(uuid.uuid4())}
    site.post(address, sent)
    with monkeypatch.context() as blind:
        blind.setattr(Note.objects, "filter", lambda **_given: Note.objects.none())
        late = site.post(address, sent)

    assert (late.status_code, late.headers["Location"]) == (307, f"{address}?again=1")
    assert site.post(late.headers["Location"], sent).status_code == 302
    assert count(Note) == 1


def _task(worker, **changes):
    return {"submission": str(uuid.uuid4()), "text": "Call the clinic", "priority": 2,
            "due_on": timezone.localdate().isoformat(), "assignee_id": worker.pk,
            **changes}  # fmt: skip


def test_a_task_sent_twice_is_one_task(site, worker, case):
    address = f"/cases/{case.reference}/tasks/new/"
    form = _task(worker)
    number = number_in(site.get(address))
    for _ in range(2):
        assert site.post(address, form).status_code == 302
    answer = site.post(address, {**form, "text": "Call the school"})

    assert uuid.UUID(number)
    assert answer.status_code == 422
    assert b"Call the school" in answer.content
    assert count(Task) == 1


def test_an_operation_sent_twice_is_one_and_another_is_not_swallowed(site):
    form = {"submission": str(uuid.uuid4()), "starts_on": timezone.localdate().isoformat(),
            "landing_site": "Stage 2", "region": Region.objects.get(code="oti").pk}  # fmt: skip
    for _ in range(2):
        assert site.post("/operations/new/", form).status_code == 302
    answer = site.post("/operations/new/", {**form, "landing_site": "Stage 7"})

    assert answer.status_code == 422
    assert count(Operation) == 1


def test_another_decision_over_one_that_was_saved_is_said(client, worker, case):
    from casebase.access.models import Desk

    people.sign_in(client, people.member(Role.SUPERVISOR, Desk.objects.get(pk=worker.desk_id)))
    form = {"submission": str(uuid.uuid4()), "status": "NotAVictimOfTrafficking",
            "deciding_body": "Police", "decided_on": "2026-10-05",
            "reasons": "Own parents."}  # fmt: skip
    client.post(f"/cases/{case.reference}/status/", form)
    answer = client.post(f"/cases/{case.reference}/status/", {**form, "reasons": "On the lake."})

    assert answer.status_code == 422
    assert b"On the lake." in answer.content
    assert count(StatusDecision) == 1
