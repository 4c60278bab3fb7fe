"""One child, two agencies, three spellings: proposed as one, nothing shown, counted once."""

from __future__ import annotations

import datetime as dt
import re
import uuid

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from casebase.access.enums import Action, Role
from casebase.access.models import Grant
from casebase.access.roles import ROLES
from casebase.registry.models import (
    AccessRequest,
    Case,
    Merge,
    Person,
    PossibleDouble,
    RequestedCase,
)
from casebase.registry.services import ask_access
from portal.core import step_up
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.counting.children import FIRST, SECOND, THIRD, again, child_of

pytestmark = pytest.mark.django_db(databases="__all__")
SECRETS = ("Kodzo", "Agbesi", "Dzamesi", "Totope", "000 0101", "left knee")


@pytest.fixture(autouse=True)
def _a_fresh_second_factor(monkeypatch):
    """Whether a page asks for it is tested in `test_pages_refuse_without_a_fresh_factor`."""
    monkeypatch.setattr(step_up, "is_fresh", lambda *_a: True)


def site(viewer) -> Client:
    return people.sign_in(Client(), viewer)


def typed(texts: dict[str, str], **more: object) -> dict[str, object]:
    return {
        "submission": str(uuid.uuid4()),
        "name": f"{texts['given_name']} {texts['other_names']}",
        "sex": "Male",
        "age": "9",
        "age_basis": "estimated",
        "community": texts.get("community", ""),
        "mother_name": texts["mother_name"],
        "region": Region.objects.get(code="oti").pk,
        "legal_basis": "protection",
        **more,
    }


def shown(page: str) -> str:
    return page.split('name="shown" value="')[1].split('"')[0]


def humans() -> int:
    return Person.objects.resolved().count()


def test_the_same_child_of_two_agencies_under_three_spellings_is_counted_once(
    django_capture_on_commit_callbacks,
):
    coast, lake = people.agency(), people.agency()
    coast_desk, coast_second, lake_desk = people.desk(coast), people.desk(coast), people.desk(lake)
    first, second = people.member(at=coast_desk), people.member(at=coast_second)
    third = people.member(at=lake_desk)
    officer = people.member(Role.DESK_OFFICER, at=coast_desk)
    tidier = people.member(Role.DATA_MANAGER, at=coast_second)
    head = people.member(Role.SUPERVISOR, at=coast_desk)
    lake_tidier = people.member(Role.DATA_MANAGER, at=lake_desk)
    lake_head = people.member(Role.SUPERVISOR, at=lake_desk)
    director = people.member(Role.DIRECTOR)

    # The coast's two desks write the child down in two spellings; the second is warned.
    site(first).post("/cases/new/", typed(FIRST))
    form = typed(THIRD)
    page = site(second).post("/cases/new/", form).content.decode()
    assert coast_desk.name in page
    assert not [secret for secret in SECRETS if secret in page]
    site(second).post("/cases/new/", {**form, "shown": shown(page), "step": "new"})

    # The lake's caseworker is told whom to ask, and asks with one press.
    form = typed(SECOND)
    page = site(third).post("/cases/new/", form).content.decode()
    assert "You cannot see these records" in page
    assert not [secret for secret in SECRETS if secret in page]
    with django_capture_on_commit_callbacks(execute=True):
        asking = {**form, "shown": shown(page), "ask": coast_desk.pk, "purpose": "matching"}
        page = site(third).post("/cases/new/", asking).content.decode()
    assert "The desk was asked" in page
    assert officer.user.email in [address for letter in mail.outbox for address in letter.to]
    site(third).post("/cases/new/", {**form, "shown": shown(page), "step": "new"})
    with as_owner():
        assert Case.objects.count() == 3

    # The coast's desk officer sees who asks and why, and opens the case until a day.
    with as_owner():
        (asked,) = AccessRequest.objects.all()
        (target,) = RequestedCase.objects.select_related("case")
    page = site(officer).get(f"/access-requests/{asked.pk}/").content.decode()
    assert lake.name in page
    assert not any(name in page for name in ("Kojo", "Agbessi", "Jamesi"))
    until = timezone.localdate() + dt.timedelta(days=14)
    answer = {"case": target.case.reference, "ends_on": until, "with_identity": "on"}
    site(officer).post(f"/access-requests/{asked.pk}/", {**answer, "answer": "grant"})
    _let_it_start()
    assert target.case.reference in site(third).get("/access-requests/").content.decode()

    # The coast counts its two records as one; the lake then counts its own with them.
    _merge(tidier, head, keep=target.case.person_id)
    _merge(lake_tidier, lake_head, keep=target.case.person_id)
    with as_owner():
        assert Merge.objects.filter(state="approved").count() == 2
        assert Person.objects.count() == 3
    for viewer in (head, lake_head, director):
        again(viewer)
        assert humans() == 1, viewer.role


def _merge(tidier, head, *, keep) -> None:
    site(tidier).post("/doubles/look/")
    again(tidier)
    for double in PossibleDouble.objects.filter(state="open"):
        if keep in (double.one_id, double.other_id):
            page = site(tidier).get(f"/doubles/{double.pk}/").content.decode()
            if "which record stays" not in page:
                continue
            answer = {"decision": "same", "kept": str(keep)}
            answered = site(tidier).post(f"/doubles/{double.pk}/", answer)
            assert answered.status_code == 302, answered.content.decode()
    again(head)
    for merge in Merge.objects.filter(state="proposed"):
        answered = site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"})
        assert answered.status_code == 302, answered.content.decode()


@pytest.fixture
def pair():
    """Two records of one child in one agency, with who works on them."""
    desk = people.desk()
    worker = people.member(at=desk)
    kept = child_of(worker, FIRST)
    absorbed = child_of(worker, {**SECOND, "marks": "burn on right hand"})
    tidier = people.member(Role.DATA_MANAGER, at=desk)
    head = people.member(Role.SUPERVISOR, at=desk)
    site(tidier).post("/doubles/look/")
    again(tidier)
    return kept, absorbed, tidier, head, PossibleDouble.objects.get()


def propose(pair, **fields):
    kept, _, tidier, _, double = pair
    answer = {"decision": "same", "kept": str(kept.person_id), **fields}
    assert site(tidier).post(f"/doubles/{double.pk}/", answer).status_code == 302
    again(tidier)
    return Merge.objects.get(state="proposed")


def test_a_merge_takes_the_chosen_fields_and_an_undo_puts_everything_back(pair):
    kept, absorbed, tidier, head, _ = pair
    merge = propose(pair, marks=str(absorbed.person_id))

    site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"})

    again(head)
    assert humans() == 1
    assert "burn on right hand" in _revealed(head, kept)
    assert site(head).get(f"/cases/{absorbed.reference}/").status_code == 200  # the number stays
    site(tidier).post(f"/merges/{merge.pk}/undo/")
    again(head)
    assert humans() == 2
    assert "scar on left knee" in _revealed(head, kept)


@pytest.mark.parametrize("stood", ["GH", ""])
def test_nationality_is_chosen_between_two_records_and_put_back(pair, stood):
    kept, absorbed, tidier, head, double = pair
    with as_owner():
        Person.objects.filter(pk=kept.person_id).update(nationality=stood)
        Person.objects.filter(pk=absorbed.person_id).update(nationality="TG")
    offered = site(tidier).get(f"/doubles/{double.pk}/").content.decode()
    again(tidier)

    merge = propose(pair, nationality=str(absorbed.person_id))
    site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"})
    again(head)
    taken = Person.objects.get(pk=kept.person_id).nationality
    site(tidier).post(f"/merges/{merge.pk}/undo/")
    again(head)

    assert "Togolese" in offered
    assert ("Ghanaian" if stood else "Not known") in offered
    assert (taken, Person.objects.get(pk=kept.person_id).nationality) == ("TG", stood)


def test_a_nationality_that_nobody_chose_stays(pair):
    kept, absorbed, _, head, _ = pair
    with as_owner():
        Person.objects.filter(pk=kept.person_id).update(nationality="GH")
        Person.objects.filter(pk=absorbed.person_id).update(nationality="TG")
    merge = propose(pair, nationality=str(kept.person_id))

    site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"})

    again(head)
    assert Person.objects.get(pk=kept.person_id).nationality == "GH"


def _revealed(viewer, case) -> str:
    page = site(viewer).post(f"/cases/{case.reference}/identity/", {"purpose": "care"})
    return page.content.decode()


def test_the_second_person_sees_which_value_of_two_will_stand(pair):
    _, absorbed, _, head, _ = pair
    merge = propose(pair, marks=str(absorbed.person_id))

    page = " ".join(
        re.sub(r"<[^>]+>", " ", site(head).get(f"/merges/{merge.pk}/").content.decode()).split()
    )

    assert "What will stand is marked" in page
    assert re.search("Marks scar on left knee burn on right hand Stays", page), page
    assert re.search(r"First name Kodzo Stays \w+ (?!Stays)", page), page


def test_each_step_of_a_merge_says_what_it_did(pair):
    tidier, head = pair[2], pair[3]
    again(tidier)
    looked = site(tidier).post("/doubles/look/", follow=True).content.decode()
    merge = propose(pair)
    agreed = site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"}, follow=True)
    undone = site(tidier).post(f"/merges/{merge.pk}/undo/", follow=True)

    assert "No new pair was found" in looked
    assert "The two are counted as one." in agreed.content.decode()
    assert "The two are counted apart again." in undone.content.decode()


def test_a_merge_is_undone_for_thirty_days_and_no_longer(pair):
    tidier, head = pair[2], pair[3]
    merge = propose(pair)
    site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"})
    again(head)
    decided = Merge.objects.get().decided_at

    assert Merge.objects.get().may_be_undone(decided + dt.timedelta(days=30))
    assert not Merge.objects.get().may_be_undone(decided + dt.timedelta(days=30, seconds=1))
    assert "Undo, possible until" in site(tidier).get("/merges/").content.decode()


def test_an_undo_that_is_refused_says_why(pair):
    tidier, head = pair[2], pair[3]
    merge = propose(pair)
    too_early = site(tidier).post(f"/merges/{merge.pk}/undo/")
    site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"})
    with as_owner():
        Merge.objects.update(decided_at=timezone.now() - dt.timedelta(days=31))
    too_late = site(tidier).post(f"/merges/{merge.pk}/undo/")

    for refused in (too_early, too_late):
        assert refused.status_code == 422
        assert "Only a merge of the last 30 days can be undone" in refused.content.decode()
    again(head)
    assert humans() == 1


def test_an_undo_of_another_agencys_record_says_whose_it_is():
    ours, theirs = people.member(Role.SUPERVISOR), people.member(Role.SUPERVISOR)
    kept, absorbed = child_of(ours, FIRST), child_of(theirs, SECOND)
    with as_owner():
        double = PossibleDouble.objects.get()  # registering noted it
        merge = Merge.objects.create(
            double=double, kept_id=kept.person_id, absorbed_id=absorbed.person_id,
            state="approved", requested_by=ours.user, decided_by=theirs.user,
            decided_at=timezone.now(),
        )  # fmt: skip
        Person.objects.filter(pk=absorbed.person_id).update(resolved_into_id=kept.person_id)
    refused = site(ours).post(f"/merges/{merge.pk}/undo/")

    assert refused.status_code == 422
    assert "another agency" in refused.content.decode()
    with as_owner():
        assert Merge.objects.get().state == "approved"


def test_a_pair_out_of_reach_says_how_its_desk_is_asked():
    worker = people.member()
    mine = child_of(worker, SECOND)
    theirs = child_of(people.member(), FIRST)
    from casebase.access.models import Desk

    tidier = people.member(Role.DATA_MANAGER, at=Desk.objects.get(pk=worker.desk_id))
    with as_owner():
        double = PossibleDouble.objects.get()  # registering noted it
    page = site(tidier).get(f"/doubles/{double.pk}/").content.decode()

    assert f'Yours is <a class="govuk-link" href="/cases/{mine.reference}/">' in page
    assert "search for this child again" in page
    assert theirs.reference not in page


def test_nobody_approves_their_own_proposal(pair):
    head = pair[3]
    merge = propose(pair)
    with as_owner():
        Merge.objects.filter(pk=merge.pk).update(requested_by=head.user)

    assert site(head).post(f"/merges/{merge.pk}/", {"decision": "approve"}).status_code == 403
    again(head)
    assert humans() == 2


def test_a_pair_judged_different_or_later_keeps_its_decision(pair):
    tidier, double = pair[2], pair[4]

    site(tidier).post(f"/doubles/{double.pk}/", {"decision": "later"})
    assert "Later" in site(tidier).get("/doubles/").content.decode()
    site(tidier).post(f"/doubles/{double.pk}/", {"decision": "different"})

    site(tidier).post("/doubles/look/")
    again(tidier)
    assert PossibleDouble.objects.get().state == "different"
    assert "No pair waits" in site(tidier).get("/doubles/").content.decode()


@pytest.mark.parametrize("role", Role)
def test_every_other_role_is_refused(role, pair):
    double, head = pair[4], pair[3]
    merge = propose(pair)
    stranger = people.member(role, at=people.desk(head.user.agency))
    may = ROLES[role].actions
    expected = {
        "/doubles/": Action.RESOLVE_DOUBLES,
        f"/doubles/{double.pk}/": Action.RESOLVE_DOUBLES,
        f"/merges/{merge.pk}/": Action.APPROVE_MERGE,
        "/access-requests/": Action.ASK_ACCESS,
    }

    for address, action in expected.items():
        status = site(stranger).get(address).status_code
        assert status == (200 if action in may else 403), (address, role)
    status = site(stranger).get("/merges/").status_code
    assert status == (200 if may & {Action.RESOLVE_DOUBLES, Action.APPROVE_MERGE} else 403)


def test_a_second_factor_sent_to_these_pages_decides_nothing(pair):
    double, manager, head = pair[4], pair[2], pair[3]
    code = {"step_up_for": "any", "step_up_code": "123456"}

    first = site(manager).post(f"/doubles/{double.pk}/", code)
    merge = propose(pair)
    second = site(head).post(f"/merges/{merge.pk}/", code)

    assert (first.status_code, second.status_code) == (200, 200)
    again(manager)
    assert Merge.objects.get(pk=merge.pk).state == Merge.State.PROPOSED


def test_another_agency_finds_no_such_pair_or_merge(pair):
    double = pair[4]
    merge = propose(pair)

    elsewhere = site(people.member(Role.DATA_MANAGER))
    head_elsewhere = site(people.member(Role.SUPERVISOR))

    assert elsewhere.get(f"/doubles/{double.pk}/").status_code == 404
    assert head_elsewhere.get(f"/merges/{merge.pk}/").status_code == 404
    assert head_elsewhere.post(f"/merges/{merge.pk}/undo/").status_code == 404


def test_nobody_registers_past_the_search():
    worker = people.member()
    child_of(worker, FIRST)
    form = typed(SECOND, step="new", shown="made up")

    page = site(worker).post("/cases/new/", form)

    assert "Is it one of these children?" in page.content.decode()
    again(worker)
    assert Case.objects.count() == 1


@pytest.fixture
def asked():
    """A request from one agency to another, with the desk officer who may answer."""
    theirs = people.member()
    case = child_of(theirs, FIRST)
    from casebase.access.models import Desk

    officer = people.member(Role.DESK_OFFICER, at=Desk.objects.get(pk=theirs.desk_id))
    asker = people.member()
    form = typed(SECOND)
    page = site(asker).post("/cases/new/", form).content.decode()
    asking = {**form, "shown": shown(page), "ask": theirs.desk_id, "purpose": "care"}
    site(asker).post("/cases/new/", asking)
    with as_owner():
        return AccessRequest.objects.get(), case, officer, asker


def _granted(asked, *, days: int = 3, **more):
    request, case, officer, _ = asked
    until = timezone.localdate() + dt.timedelta(days=days)
    answer = {"answer": "grant", "case": case.reference, "ends_on": until, **more}
    answered = site(officer).post(f"/access-requests/{request.pk}/", answer)
    _let_it_start()
    return answered


def _let_it_start() -> None:
    """A test is one transaction, whose clock stands at its beginning: before the grant."""
    with as_owner():
        Grant.objects.update(starts_at=timezone.now() - dt.timedelta(days=1))


def test_access_ends_by_itself_after_its_last_day(asked):
    _, case, _, asker = asked
    _granted(asked)

    assert site(asker).get(f"/cases/{case.reference}/").status_code == 200
    with as_owner():
        Grant.objects.update(starts_at=timezone.now() - dt.timedelta(days=9),
                             ends_at=timezone.now() - dt.timedelta(hours=1))  # fmt: skip
    assert site(asker).get(f"/cases/{case.reference}/").status_code == 404


def test_access_without_identity_shows_no_name(asked):
    _, case, _, asker = asked
    _granted(asked)

    assert not any(secret in _revealed(asker, case) for secret in SECRETS)


def test_access_is_ended_at_once_by_who_gave_it(asked):
    _, case, officer, asker = asked
    _granted(asked)
    with as_owner():
        grant = Grant.objects.get()

    assert site(asker).post(f"/access-grants/{grant.pk}/end/").status_code == 403
    site(officer).post(f"/access-grants/{grant.pk}/end/")

    assert site(asker).get(f"/cases/{case.reference}/").status_code == 404


def test_access_that_somebody_else_ended_is_not_ended_twice(asked):
    officer = asked[2]
    _granted(asked)
    again(officer)
    grant = Grant.objects.get()
    ask_access.revoke_access(viewer=officer, grant=grant, now=timezone.now())

    with pytest.raises(ask_access.CannotAnswer, match="ended already"):
        ask_access.revoke_access(viewer=officer, grant=grant, now=timezone.now())


def test_a_declined_request_tells_the_reason_and_opens_nothing(asked):
    request, case, officer, asker = asked
    answer = {"answer": "decline", "refusal": "call_us"}

    site(officer).post(f"/access-requests/{request.pk}/", answer)

    page = site(asker).get("/access-requests/").content.decode()
    assert "We will answer by telephone" in page
    assert site(asker).get(f"/cases/{case.reference}/").status_code == 404
    assert _granted(asked).status_code == 422


def test_a_decline_needs_a_reason_and_a_grant_an_end_within_ninety_days(asked):
    request, _, officer, _ = asked
    without = site(officer).post(f"/access-requests/{request.pk}/", {"answer": "decline"})

    assert without.status_code == 422
    assert _granted(asked, days=91).status_code == 422
    assert _granted(asked, days=-1).status_code == 422
    with as_owner():
        assert not Grant.objects.exists()


def test_a_request_is_answered_by_the_asked_agency_alone(asked):
    request, _, _, asker = asked
    elsewhere = people.member(Role.DESK_OFFICER)

    for viewer in (elsewhere, people.member(Role.DESK_OFFICER, at=_desk_of(asker))):
        answered = site(viewer).post(f"/access-requests/{request.pk}/", {"answer": "decline"})
        assert answered.status_code == 404


def _desk_of(viewer):
    from casebase.access.models import Desk

    return Desk.objects.get(pk=viewer.desk_id)


def test_the_asker_never_learns_which_case_matched(asked):
    asker = asked[3]
    again(asker)

    assert not RequestedCase.objects.exists()


def test_a_case_may_not_be_opened_that_the_request_does_not_point_to(asked):
    request, _, officer, _ = asked
    other = child_of(officer, THIRD)
    until = timezone.localdate() + dt.timedelta(days=3)
    answer = {"answer": "grant", "case": other.reference, "ends_on": until}

    assert site(officer).post(f"/access-requests/{request.pk}/", answer).status_code == 422
    with as_owner():
        assert not Grant.objects.exists()
