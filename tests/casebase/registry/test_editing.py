"""Changing a case card by card, correcting who the child is, closing and opening again."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.db import connection

from casebase.access.enums import Purpose, Role
from casebase.access.models import Desk
from casebase.access.viewer import Trail
from casebase.registry.models import (
    Case,
    Closing,
    Draft,
    PersonLink,
    Report,
    Screening,
    StatusDecision,
    Suspect,
    SuspectLink,
)
from casebase.registry.services.edit_case import CARDS, values_of
from casebase.registry.services.identities import reveal
from portal.core import step_up
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import opened_for_reading

pytestmark = pytest.mark.django_db(databases="__all__")


def now(case):
    with as_owner():
        return Case.objects.select_related("person").get(pk=case.pk)


def form(case, card, **changes):
    """What a browser sends after opening the card and changing some of it."""
    held = values_of(case, card)
    bases = {f"base-{field}": value for field, value in held.items()}
    sent = {field: value for field, value in {**held, **changes}.items() if value != ""}
    return {"version": case.version, **bases, **sent}


def edit(site, case, card, **changes):
    return site.post(f"/cases/{case.reference}/edit/{card}/", form(case, card, **changes))


@pytest.mark.parametrize("card", CARDS)
def test_every_card_opens_filled_with_what_is_held(site, case, card):
    answer = site.get(f"/cases/{case.reference}/edit/{card}/")

    assert answer.status_code == 200
    assert b"Save" in answer.content


@pytest.mark.parametrize(
    ("card", "changes"),
    [
        ("care", {"stage": "temporary_care", "in_danger": "on"}),
        ("story", {"exploitation": "ForcedLabour", "lake_task": "diving", "source": "ngo"}),
        ("child", {"language": "ewe", "needs_interpreter": "on"}),
        ("child", {"sex": "Female", "age_basis": "document", "nationality": "TG"}),
        ("child", {"age_at_identification": "11"}),
        ("story", {"identified_on": "2026-09-28", "legal_basis": "court"}),
    ],
)
def test_a_card_is_changed_and_the_case_shows_it(site, case, card, changes):
    answer = edit(site, case, card, **changes)

    held = values_of(now(case), card)
    assert answer.status_code == 302
    assert {field: held[field] for field in changes} == changes
    assert now(case).version == case.version + 1
    assert site.get(answer.url).status_code == 200


def test_two_people_at_one_card_get_both_versions_and_nothing_is_saved(site, case):
    before = now(case)
    edit(site, before, "story", exploitation="ForcedLabour", lake_task="diving")
    answer = edit(site, before, "story", exploitation="ChildLabour", source="ngo")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert page.index("Child labour") < page.index("Forced labour")
    assert 'value="diving" checked' in page  # which only the other one changed
    assert '<input type="hidden" name="source" value="ngo">' in page
    assert (now(case).exploitation, now(case).source) == ("ForcedLabour", "proactive")


def test_the_choice_between_both_versions_is_saved(site, case):
    before = now(case)
    edit(site, before, "story", exploitation="ForcedLabour")
    changed = now(case)
    answer = edit(site, changed, "story", exploitation="ChildLabour", settle="exploitation")

    assert answer.status_code == 302
    assert now(case).exploitation == "ChildLabour"


def test_a_question_left_open_is_asked_again(site, case):
    before = now(case)
    edit(site, before, "story", exploitation="ForcedLabour")
    left_open = form(now(case), "story") | {"settle": "exploitation", "mine-exploitation": "Other"}
    del left_open["exploitation"]
    answer = site.post(f"/cases/{case.reference}/edit/story/", left_open)

    assert answer.status_code == 422
    assert b"Another kind" in answer.content
    assert now(case).exploitation == "ForcedLabour"


def test_two_people_at_two_cards_both_save(site, case):
    before = now(case)
    edit(site, before, "care", stage="counselling")
    answer = edit(site, before, "child", language="gaa")

    assert answer.status_code == 302
    assert (now(case).stage, now(case).person.language) == ("counselling", "gaa")


def test_what_is_on_no_list_is_refused_and_changes_nothing(site, case):
    answer = edit(site, case, "care", stage="closed")

    assert answer.status_code == 422
    assert now(case).stage == "rescue"


def test_a_case_opened_for_reading_is_not_changed(client, worker, case):
    reader = people.member()
    opened_for_reading(case, reader, by=worker)
    people.sign_in(client, reader)
    answer = edit(client, case, "care", stage="counselling")

    assert b"Change<span" not in client.get(f"/cases/{case.reference}/").content
    assert answer.status_code == 422
    assert b"opened to you for reading" in answer.content
    assert now(case).stage == "rescue"


@pytest.fixture
def _stepped_up(monkeypatch):
    monkeypatch.setattr(step_up, "is_fresh", lambda *_given: True)


def held_identity(worker, case):
    people.bound(worker)
    found = reveal(case_ids=[case.pk], purpose=Purpose.CORRECTION, trail=Trail())
    return found[case.pk].texts


def correction(held, **changes):
    return {**{f"base-{field}": text for field, text in held.items()}, **held, **changes}


def test_an_identity_is_not_opened_for_correction_without_a_fresh_factor(site, case):
    answer = site.post(f"/cases/{case.reference}/identity/correct/")

    assert b"correct who this is" in answer.content
    assert b"Kofi" not in answer.content


@pytest.mark.usefixtures("_stepped_up")
def test_an_identity_is_corrected_and_stays_sealed(site, worker, case):
    address = f"/cases/{case.reference}/identity/correct/"
    opened = site.post(address)
    held = held_identity(worker, case)
    answer = site.post(
        address, correction(held, given_name="Kwabena (invented)", marks="Scar\r\nleft")
    )

    assert b"Kofi (invented)" in opened.content
    assert answer.status_code == 302
    assert held_identity(worker, case) == {
        **held, "given_name": "Kwabena (invented)", "marks": "Scar\nleft",
    }  # fmt: skip


@pytest.mark.usefixtures("_stepped_up")
def test_two_corrections_of_one_name_are_shown_side_by_side(site, worker, case):
    address = f"/cases/{case.reference}/identity/correct/"
    held = held_identity(worker, case)
    site.post(address, correction(held, given_name="Kwame (invented)"))
    answer = site.post(address, correction(held, given_name="Kwaku (invented)", phone="0300000"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Kwame (invented)" in page
    assert "Kwaku (invented)" in page
    assert 'name="phone" value="0300000"' in page
    assert held_identity(worker, case)["given_name"] == "Kwame (invented)"


@pytest.mark.usefixtures("_stepped_up")
def test_an_impossible_birth_date_is_refused_beside_the_field(site, worker, case):
    held = held_identity(worker, case)
    answer = site.post(
        f"/cases/{case.reference}/identity/correct/", correction(held, birth_date="3 May 2190")
    )

    assert answer.status_code == 422
    assert b"lies after the day" in answer.content
    assert held_identity(worker, case) == held


CLOSING = {"reason": "stable", "closed_on": "2026-10-20", "details": "Eight visits were made."}
GOING_ON = {"reason": "at_risk", "stage": "monitoring", "details": "The school called."}


def test_a_case_is_closed_and_opened_again_with_a_reason(site, case):
    address = f"/cases/{case.reference}"
    site.post(f"{address}/close/", CLOSING)
    closed = now(case)
    site.post(f"{address}/reopen/", GOING_ON)
    page = site.get(f"{address}/").content.decode()

    assert (closed.stage, closed.closed_on) == ("closed", dt.date(2026, 10, 20))
    assert (now(case).stage, now(case).closed_on) == ("monitoring", None)
    assert "Eight visits were made." in page
    assert "The school called." in page


def test_a_late_note_leaves_a_closed_case_closed(site, case):
    site.post(f"/cases/{case.reference}/close/", CLOSING)
    site.post(f"/cases/{case.reference}/notes/", {"text": "Late.", "sensitivity": "ordinary"})

    assert now(case).stage == "closed"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"closed_on": "2026-09-01"}, b"before the child was identified"),
        ({"closed_on": "2199-01-01"}, b"lies in the future"),
        ({"reason": ""}, b"Choose why the case ends."),
        ({"details": ""}, b"Say what was decided"),
    ],
)
def test_an_impossible_closing_is_refused_and_changes_nothing(site, case, changes, message):
    answer = site.post(f"/cases/{case.reference}/close/", {**CLOSING, **changes})

    with as_owner():
        assert not Closing.objects.exists()
    assert answer.status_code == 422
    assert message in answer.content
    assert now(case).stage == "rescue"


def test_an_open_case_cannot_be_opened_again(site, case):
    answer = site.post(f"/cases/{case.reference}/reopen/", GOING_ON)

    assert answer.status_code == 422
    assert b"This case is open" in answer.content


def test_a_closed_case_is_opened_again_before_it_is_changed(site, case):
    site.post(f"/cases/{case.reference}/close/", CLOSING)
    answer = edit(site, now(case), "story", exploitation="ForcedLabour")

    assert answer.status_code == 422
    assert b"This case is closed." in answer.content
    assert now(case).exploitation == ""


def test_another_desk_sees_no_closing(site, case):
    site.post(f"/cases/{case.reference}/close/", CLOSING)
    people.bound(people.member())

    assert Closing.objects.count() == 0


@pytest.mark.parametrize(
    "model", [Closing, Draft, PersonLink, Report, Screening, Suspect, SuspectLink]
)
def test_whoever_is_not_bound_reads_nothing(site, case, model):
    site.post(f"/cases/{case.reference}/close/", CLOSING)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('harbour.context', '', true)")

    assert model.objects.count() == 0


def test_a_decision_sent_twice_is_one_decision(client, case, worker):
    decider = people.member(Role.SUPERVISOR, Desk.objects.get(pk=worker.desk_id))
    people.sign_in(client, decider)
    form = {
        "submission": str(uuid.uuid4()),
        "status": "NotAVictimOfTrafficking",
        "deciding_body": "Police",
        "decided_on": "2026-10-05",
        "reasons": "Lives with his own parents.",
    }
    for _ in range(2):
        assert client.post(f"/cases/{case.reference}/status/", form).status_code == 302

    with as_owner():
        assert StatusDecision.objects.count() == 1
    assert now(case).status == "NotAVictimOfTrafficking"
