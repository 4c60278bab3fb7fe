"""What was typed and not saved comes back to its writer, and to nobody else."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.utils import timezone

from casebase.registry.models import Case, Draft, Note
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.test_pages import child

pytestmark = pytest.mark.django_db(databases="__all__")

NEW = "/cases/new/"
KEEP = "/drafts/registration/"
BY_SCRIPT = {"X-Draft": "1"}


def drafts():
    with as_owner():
        return list(Draft.objects.all())


def test_a_half_typed_registration_comes_back(site):
    half = child(sex="", age="", name="Half a name (invented)")
    kept = site.post(KEEP, half, headers=BY_SCRIPT)
    page = site.get(NEW).content.decode()

    assert kept.status_code == 204
    assert 'value="Half a name (invented)"' in page
    assert "Your text of" in page
    assert half["submission"] not in page  # what is made of it may be somebody else


def test_without_the_script_a_button_keeps_it(site):
    answer = site.post(KEEP, child(name="Half a name (invented)"))

    assert answer.url == NEW
    assert "Half a name (invented)" in site.get(NEW).content.decode()


def test_a_registration_of_an_operation_has_a_draft_of_its_own(site, worker):
    from casebase.registry.services.plan_operation import open_operation
    from portal.core.models import Region

    operation = open_operation(
        viewer=people.bound(worker), starts_on=dt.date(2026, 11, 1), today=dt.date(2026, 11, 2),
        landing_site="Stage 2",
        region=Region.objects.get(code="oti"),
    )  # fmt: skip
    address = f"/operations/{operation.reference}/children/"
    site.post(f"{address}draft/", child(name="Of the boat (invented)"), headers=BY_SCRIPT)

    assert "Of the boat (invented)" in site.get(f"{address}new/").content.decode()
    assert "Of the boat (invented)" not in site.get(NEW).content.decode()


def test_a_half_written_note_comes_back(site, case):
    address = f"/cases/{case.reference}/notes/"
    note = {"text": "She ate and", "sensitivity": "sensitive", "submission": str(uuid.uuid4())}
    site.post(f"{address}draft/", note, headers=BY_SCRIPT)

    assert "She ate and" in site.get(f"/cases/{case.reference}/").content.decode()


def test_saving_deletes_the_draft_and_a_late_keeping_brings_nothing_back(site, case):
    form = child()
    note = {"text": "Slept.", "sensitivity": "ordinary", "submission": str(uuid.uuid4())}
    address = f"/cases/{case.reference}/notes/"
    site.post(KEEP, form, headers=BY_SCRIPT)
    site.post(f"{address}draft/", note, headers=BY_SCRIPT)
    kept = len(drafts())
    site.post(NEW, {**form, "step": "new"})
    site.post(address, note)
    late = site.post(KEEP, form, headers=BY_SCRIPT)
    site.post(f"{address}draft/", note, headers=BY_SCRIPT)

    assert kept == 2
    assert late.status_code == 409
    assert drafts() == []
    with as_owner():
        assert (Case.objects.count(), Note.objects.count()) == (2, 1)


def test_a_refused_form_keeps_its_draft(site):
    form = child(age="170")
    site.post(KEEP, form, headers=BY_SCRIPT)
    site.post(NEW, form)

    assert len(drafts()) == 1


def test_a_draft_is_thrown_away_by_its_writer(site):
    site.post(KEEP, child(), headers=BY_SCRIPT)
    site.post(KEEP, {**child(), "discard": "1"})

    assert drafts() == []


def test_a_draft_is_its_writers_alone(site, worker):
    site.post(KEEP, child(name="Half a name (invented)"), headers=BY_SCRIPT)
    colleague = people.bound(people.member(at=worker_desk(worker)))
    seen = Draft.objects.count()
    people.sign_in(site, colleague)

    assert seen == 0
    assert "Half a name" not in site.get(NEW).content.decode()
    assert len(drafts()) == 1


def worker_desk(worker):
    from casebase.access.models import Desk

    return Desk.objects.get(pk=worker.desk_id)


def test_a_draft_is_forgotten_after_seven_days(site):
    site.post(KEEP, child(name="Old (invented)"), headers=BY_SCRIPT)
    with as_owner():
        Draft.objects.update(changed_at=timezone.now() - dt.timedelta(days=7, minutes=1))
    page = site.get(NEW).content.decode()
    people.sign_in(site, people.member())
    site.post(KEEP, child(name="New (invented)"), headers=BY_SCRIPT)

    assert "Old (invented)" not in page
    assert len(drafts()) == 1


def test_what_is_kept_is_sealed(site):
    site.post(KEEP, child(name="Half a name (invented)"), headers=BY_SCRIPT)
    (draft,) = drafts()

    assert b"Half a name" not in bytes(draft.typed)


def test_a_draft_without_end_is_refused(site):
    answer = site.post(KEEP, child(name="x" * 70_000), headers=BY_SCRIPT)

    assert answer.status_code == 413
    assert drafts() == []
