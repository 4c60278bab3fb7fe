"""Editions begin, take over and never change again; what is said of them has four eyes."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from wagtail.models import Revision

from sop_library import services
from sop_library.enums import EditionStatus
from sop_library.models import Correction, SopVersionPage, Withdrawal
from tests.factories import editors, procedures
from tests.factories.accounts import sign_in_fully

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return editors.member("SOP editors")


@pytest.fixture
def publisher():
    return editors.member("Publishers")


@pytest.fixture
def family():
    return procedures.procedure(editions=2)


@pytest.fixture
def edition(family):
    return family.editions.in_force().get()


def stored(edition):
    return SopVersionPage.objects.get(pk=edition.pk)


CHANGES = {
    "saved": lambda edition: edition.save(),
    "a new revision": lambda edition: edition.save_revision(),
    "published again": lambda edition: edition.live_revision.publish(),
    "a queryset": lambda edition: SopVersionPage.objects.filter(pk=edition.pk).update(
        legal_basis="Another law"
    ),
    "a step back": lambda edition: SopVersionPage.objects.filter(pk=edition.pk).update(
        status=EditionStatus.DRAFT
    ),
    "deleted": lambda edition: edition.delete(),
    "deleted by a queryset": lambda edition: SopVersionPage.objects.filter(pk=edition.pk).delete(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("number", [1, 2])
def test_nothing_changes_an_edition_that_was_in_force(family, number, change):
    edition = family.editions.get(number=number)
    before = SopVersionPage.objects.filter(pk=edition.pk).values().get()
    revisions = Revision.objects.for_instance(edition).count()

    edition.title = "Another title"
    with pytest.raises((PermissionDenied, DatabaseError)), transaction.atomic():
        change(edition)

    assert SopVersionPage.objects.filter(pk=edition.pk).values().get() == before
    assert Revision.objects.for_instance(edition).count() == revisions


@pytest.mark.parametrize("group", ["SOP editors", "Publishers"])
def test_the_admin_explains_why_an_edition_cannot_be_changed(client, edition, group):
    sign_in_fully(client, editors.member(group, superuser=group == "Publishers"))
    address = reverse("wagtailadmin_pages:edit", args=[edition.pk])

    page = client.get(address).content.decode()
    client.post(address, {"title": "Another title", "body-count": "0"})

    assert "never changes" in page
    assert reverse("sop_new_edition", args=[edition.family_id]) in page
    assert stored(edition).title != "Another title"


def test_one_click_copies_the_edition_in_force_into_the_next_draft(client, family, edition, editor):
    sign_in_fully(client, editor)

    response = client.post(reverse("sop_new_edition", args=[family.pk]))

    draft = family.editions.get(number=3)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert (draft.status, draft.live) == (EditionStatus.DRAFT, False)
    assert draft.body.get_prep_value() == edition.body.get_prep_value()
    assert (draft.change_summary, draft.approved_on, draft.in_force_from) == ("", None, None)
    assert draft.get_latest_revision().user == editor


def test_a_second_click_opens_the_draft_that_is_there(client, family, editor):
    sign_in_fully(client, editor)
    client.post(reverse("sop_new_edition", args=[family.pk]))

    response = client.post(reverse("sop_new_edition", args=[family.pk]))

    assert family.editions.count() == 3
    draft = family.editions.get(number=3)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[draft.pk])


@pytest.mark.parametrize("group", ["Directory editors", "Publications editors", "Viewers"])
def test_others_start_no_edition(family, group):
    with pytest.raises(PermissionDenied):
        services.start_new_edition(family=family, actor=editors.member(group))

    assert family.editions.count() == 2


def test_a_half_written_edition_can_be_saved(client, family, editor):
    draft = services.start_new_edition(family=family, actor=editor)
    sign_in_fully(client, editor)
    half = {
        "title": "Half",
        "summary": "",
        "change_type": "",
        "change_summary": "",
        "in_force_from": "",
        "review_due_on": "",
        "approver_body": "",
        "approved_on": "",
        "legal_basis": "",
        "body-count": "0",
        "owner_organisation": "",
    }

    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), half)

    assert stored(draft).get_latest_revision_as_object().title == "Half"


def test_a_half_written_edition_is_not_submitted(client, family, editor):
    draft = services.start_new_edition(family=family, actor=editor)
    sign_in_fully(client, editor)
    half = {"title": "Half", "body-count": "0", "action-submit": "1"}

    page = client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), half)

    assert not stored(draft).workflow_in_progress
    assert "This field is required" in page.content.decode()


def test_an_edition_does_not_begin_before_the_one_it_replaces(family, edition):
    late = procedures.draft_edition(family, in_force_from=edition.in_force_from)

    with pytest.raises(PermissionDenied, match="Choose a later minute"), transaction.atomic():
        procedures.services.publish_by_operator(late, "tests")

    assert stored(edition).status == EditionStatus.IN_FORCE


def test_a_correction_is_public_once_another_person_confirmed_it(
    client, family, edition, editor, publisher
):
    correction = services.ask_for_correction(
        edition=edition, actor=editor, what_changed="Read 48 hours.", anchor="step-2"
    )
    assert "Read 48 hours." not in client.get(f"/sops/{family.slug}/").content.decode()

    services.confirm_correction(correction=correction, actor=publisher)

    page = client.get(f"/sops/{family.slug}/").content.decode()
    assert "Read 48 hours." in page
    assert 'href="#step-2"' in page


@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_confirms_what_they_asked_for(edition, superuser):
    both = editors.member("SOP editors", "Publishers", superuser=superuser)
    correction = services.ask_for_correction(edition=edition, actor=both, what_changed="x")
    withdrawal = services.ask_for_withdrawal(edition=edition, actor=both, reason="x")

    with pytest.raises(services.CannotNotify, match="somebody else"):
        services.confirm_correction(correction=correction, actor=both)
    with pytest.raises(services.CannotNotify, match="somebody else"):
        services.confirm_withdrawal(withdrawal=withdrawal, actor=both)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.update(confirmed_by=both, confirmed_at=dt.datetime.now(dt.UTC))

    assert not Correction.objects.confirmed().exists()
    assert stored(edition).status == EditionStatus.IN_FORCE


def test_a_confirmed_notice_stays_as_it_is(edition, editor, publisher):
    correction = services.ask_for_correction(edition=edition, actor=editor, what_changed="x")
    services.confirm_correction(correction=correction, actor=publisher)

    for change in (
        lambda: Correction.objects.update(what_changed="y"),
        lambda: Correction.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_a_withdrawn_procedure_answers_410_with_its_reason(
    client, family, edition, editor, publisher
):
    instead = procedures.procedure(title="The one to use")
    withdrawal = services.ask_for_withdrawal(
        edition=edition, actor=editor, reason="The law was repealed.", replacement=instead
    )
    assert client.get(f"/sops/{family.slug}/").status_code == 200

    services.confirm_withdrawal(withdrawal=withdrawal, actor=publisher)

    for address in (f"/sops/{family.slug}/", f"/sops/{family.slug}/v2/"):
        response = client.get(address)
        assert response.status_code == 410
        assert "The law was repealed." in response.content.decode()
        assert "The one to use" in response.content.decode()
    assert client.get(f"/sops/{family.slug}/v1/").status_code == 200
    assert family.identifier not in client.get("/sops/").content.decode()
    assert Withdrawal.objects.confirmed().get().confirmed_by == publisher


def test_a_withdrawn_procedure_can_begin_again(client, family, edition, editor, publisher):
    withdrawal = services.ask_for_withdrawal(edition=edition, actor=editor, reason="Wrong.")
    services.confirm_withdrawal(withdrawal=withdrawal, actor=publisher)

    procedures.edition_in_force(family, in_force_from=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))

    assert client.get(f"/sops/{family.slug}/").status_code == 200


def test_a_correction_is_asked_for_and_confirmed_on_one_screen(
    client, family, edition, editor, publisher
):
    address = reverse("sop_notices", args=[edition.pk])
    sign_in_fully(client, editor)
    given = {"ask": "correction", "what_changed": "Read 48 hours.", "anchor": "step-1"}
    assert client.post(address, given).status_code == 302
    confirm = {"confirm_correction": Correction.objects.get().pk}

    refused = client.post(address, confirm)
    sign_in_fully(client, publisher)
    client.post(address, confirm)

    assert refused.status_code == 403
    assert "somebody else" in refused.content.decode()
    assert Correction.objects.confirmed().count() == 1


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"ask": "correction", "what_changed": ""}, 400),
        ({"ask": "correction", "what_changed": "x", "anchor": "no-such-part"}, 400),
        ({"ask": "withdrawal", "reason": ""}, 400),
        ({"ask": "withdrawal", "reason": "Half typed", "replacement": "999999"}, 400),
        ({"confirm_correction": "999999"}, 404),
        ({"confirm_correction": "x"}, 400),
        ({}, 400),
    ],
)
def test_a_half_filled_notice_comes_back_filled(client, edition, editor, given, status):
    sign_in_fully(client, editor)

    response = client.post(reverse("sop_notices", args=[edition.pk]), given)

    assert response.status_code == status
    assert given.get("reason", "") in response.content.decode()
    assert not Correction.objects.exists()
    assert not Withdrawal.objects.exists()


def test_outsiders_do_not_see_what_is_asked(client, edition):
    sign_in_fully(client, editors.member("Directory editors"))

    assert client.get(reverse("sop_notices", args=[edition.pk])).status_code == 302
