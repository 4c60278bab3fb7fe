"""A case that was opened for reading, and one that was erased: no act is offered, none succeeds.

The acts are found in the addresses, so that one written next year is asked here too.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid

import pytest
from django.db import connections
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from casebase.access.enums import Action, Role
from casebase.registry.models import (
    Attachment,
    Case,
    Closing,
    Draft,
    Flag,
    Note,
    PersonLink,
    Screening,
    StatusDecision,
    SuspectLink,
    Task,
)
from casebase.registry.services import attachments, link_persons, work
from casebase.registry.services.attachments import Upload
from casebase.registry.services.edit_case import values_of
from casebase.vault import files
from portal.core import step_up
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import opened_for_reading, registered
from tests.factories.uploads import image

pytestmark = pytest.mark.django_db(databases="__all__")

WORDS = "Slept at the clinic, words that must not be lost"
CHANGING = {Action.EDIT_CASE, Action.DECIDE_STATUS, Action.ADD_FILES, Action.SEE_SUSPECTS}
CHANGED = (Attachment, Case, Closing, Draft, Flag, Note, PersonLink, Screening, StatusDecision,
           SuspectLink, Task)  # fmt: skip
KEEPS_WORDS = {"note", "status", "new_task", "finish_task", "close_case", "screening", "add_file"}
NO_ACT_OF_A_CASE = {"suspect", "suspect_of_operation", "draft_suspect_of_operation"}


def addresses(patterns=None):
    for found in (
        get_resolver("portal.urls.casework").url_patterns if patterns is None else patterns
    ):
        if isinstance(found, URLResolver):
            yield from addresses(found.url_patterns)
        elif isinstance(found, URLPattern):
            yield found


def acts():
    """The names of the pages that change a case."""
    for found in addresses():
        action, _ = getattr(found.callback, "casework_page", (None, ""))
        of_a_case = {"reference", "task_id", "flag_id"} & set(found.pattern.converters)
        if action in CHANGING and of_a_case and found.name not in NO_ACT_OF_A_CASE:
            yield found.name
    yield "correct_identity"


@pytest.fixture(autouse=True)
def _around(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(step_up, "is_fresh", lambda *_given: True)
    settings.CASE_FILES = tmp_path / "case-files"
    settings.CLAMD_SOCKET = str(tmp_path / "away.sock")


@pytest.fixture
def work_there(case, worker):
    """One task, flag, file and link of the case, as address parts."""
    people.bound(worker)
    task = work.write_task(case=case, viewer=worker, text="Call", due_on=dt.date(2026, 11, 1),
                           priority=1, assignee_id=worker.pk)  # fmt: skip
    flag = work.raise_flag(case=case, viewer=worker, kind=Flag.Kind.HEALTH)
    upload = Upload(uuid.uuid4(), "a.jpg", image("JPEG"), "photo")
    attachments.add_file(viewer=worker, case=case, upload=upload)
    link = link_persons.link_persons(
        case=case, other=registered(worker), kind="sibling", viewer=worker
    )
    return {"reference": case.reference, "task_id": task.pk, "flag_id": flag.pk,
            "link_id": link.pk, "card": "care"}  # fmt: skip


def forms(case, worker, parts):
    """What is sent for each act; a new act needs its form here."""
    held = values_of(Case.objects.get(pk=case.pk), "care")
    day = "2026-11-02"
    kept = {"text": WORDS, "submission": str(uuid.uuid4())}
    drafts = {name: kept for name in acts() if name.startswith("draft_")}
    return drafts | {
        "note": {"text": WORDS, "sensitivity": "ordinary"},
        "status": {"status": "NotAVictimOfTrafficking", "deciding_body": "Police",
                   "decided_on": day, "reasons": WORDS},
        "new_task": {"text": WORDS, "due_on": day, "priority": "1",
                     "assignee_id": str(worker.pk)},
        "finish_task": {"note": WORDS},
        "raise_flag": {"kind": "court"},
        "resolve_flag": {},
        "add_file": {"submission": str(uuid.uuid4()), "kind": "document", "description": WORDS,
                     "file": a_picture()},
        "check_files": {},
        "edit_case": {"version": case.version, **{f"base-{k}": v for k, v in held.items()},
                      "stage": "counselling"},
        "close_case": {"reason": "stable", "closed_on": day, "details": WORDS},
        "reopen_case": {"reason": "new_facts", "stage": "rescue", "details": WORDS},
        "screening": {"submission": str(uuid.uuid4()), "screened_on": day, "reasons": WORDS,
                      "knows_gaps": "on"},
        "family": {"number": case.reference, "kind": "sibling"},
        "unlink": {},
        "suspect_of_case": {"submission": str(uuid.uuid4()), "role": "Transporter",
                            "relation": "parent", "details": WORDS, "sex": "Male",
                            "names": "Somebody (invented)"},
        "correct_identity": {},
    }  # fmt: skip


def a_picture():
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("a.jpg", image("JPEG"))


def address(name, parts):
    needed = next(one for one in addresses() if one.name == name).pattern.converters
    return reverse(name, kwargs={key: parts[key] for key in needed})


def counted():
    with as_owner():
        return [list(model.objects.order_by("pk").values()) for model in CHANGED]


def erased(case):
    with as_owner("keystore"), connections["keystore"].cursor() as cursor:
        cursor.execute(
            "UPDATE case_key SET wrapped = NULL, erased_at = now(), erased_because = 'court_order'"
            " WHERE case_id = ANY (%s)",
            [[case.pk, case.person_id]],
        )


def offered(page, parts):
    """The acts that a page leads to, by link or by form."""
    leads = {found.split("?")[0].split("#")[0]
             for found in re.findall(r'(?:href|action)="([^"]+)"', page)}  # fmt: skip
    return {name for name in acts() if address(name, parts) in leads}


def test_whoever_works_on_a_case_is_offered_its_acts(client, worker, case, work_there):
    shown = people.sign_in(client, worker).get(f"/cases/{case.reference}/").content.decode()

    assert {"note", "new_task", "raise_flag", "resolve_flag", "edit_case", "finish_task",
            "screening", "close_case"} <= offered(shown, work_there)  # fmt: skip


def test_whoever_reads_a_case_is_offered_no_act(client, worker, case, work_there):
    reader = people.member(Role.SUPERVISOR)
    opened_for_reading(case, reader, by=worker, with_identity=True)
    site = people.sign_in(client, reader)
    pages = [site.get(f"/cases/{case.reference}/{part}") for part in ("", "files/")]

    assert [page.status_code for page in pages] == [200, 200]
    for page in pages:
        assert offered(page.content.decode(), work_there) == set()


@pytest.mark.parametrize("name", sorted(set(acts())))
def test_an_act_of_a_reader_is_refused_with_a_reason(client, worker, case, work_there, name):
    reader = people.member(Role.SUPERVISOR)
    opened_for_reading(case, reader, by=worker, with_identity=True)
    site = people.sign_in(client, reader)
    before, on_disk = counted(), set(files.names_on_disk())
    answer = site.post(address(name, work_there), forms(case, worker, work_there)[name])

    assert answer.status_code == 422
    assert "This case was opened to you for reading" in answer.content.decode()
    assert counted() == before
    assert set(files.names_on_disk()) == on_disk
    if name in KEEPS_WORDS:
        assert WORDS in answer.content.decode()


@pytest.mark.parametrize("name", sorted({*acts()} - {"reopen_case"}))
def test_an_act_on_an_erased_case_is_refused_with_a_reason(client, worker, case, work_there, name):
    supervisor = people.member(Role.SUPERVISOR, at=worker.user.membership.desk)
    erased(case)
    site = people.sign_in(client, supervisor)
    before = counted()
    answer = site.post(address(name, work_there), forms(case, worker, work_there)[name])

    assert answer.status_code == 422
    assert "This case was erased" in answer.content.decode()
    assert counted() == before


def test_an_erased_case_says_so_and_offers_nothing(client, worker, case, work_there):
    site = people.sign_in(client, worker)
    site.post(f"/cases/{case.reference}/notes/", {"text": WORDS, "sensitivity": "ordinary"})
    erased(case)
    page = site.get(f"/cases/{case.reference}/").content.decode()
    listed = site.get(f"/cases/{case.reference}/files/").content.decode()
    who = site.post(f"/cases/{case.reference}/identity/", {"purpose": "care"}).content.decode()
    sheet = site.post(f"/cases/{case.reference}/sheet/full/", {"purpose": "care"})

    for shown in (page, listed):
        assert "This case was erased" in shown
        assert "damaged" not in shown
        assert offered(shown, work_there) == set()
    assert "This person was erased" in who
    assert "Correct this" not in who
    assert sheet.status_code == 403
    assert "This person was erased" in sheet.content.decode()


def test_a_task_of_an_erased_case_says_so_in_the_day_and_offers_nothing(
    client, worker, case, work_there
):
    site = people.sign_in(client, worker)
    before = site.get("/my-day/").content.decode()
    erased(case)

    after = site.get("/my-day/").content.decode()

    assert "This case was erased: nothing is left to do" not in before
    assert "This case was erased: nothing is left to do" in after
    assert "damaged" not in after
    assert f"/cases/{case.reference}/" in after
    assert str(work_there["task_id"]) in before
    assert str(work_there["task_id"]) not in after
