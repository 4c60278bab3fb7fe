"""Checks and emergency notices: at once, by a named role only, and written down."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry, PageLogEntry

from shelter_directory import services, urgent
from shelter_directory.models import ShelterAlert, ShelterCheck, ShelterPage
from tests.factories import people, site

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
SOON = NOW + dt.timedelta(days=2)


def confirm(shelter, actor, **changes):
    services.confirm_shelter(
        **{
            "shelter": shelter,
            "actor": actor,
            "checked_by": "Invented office",
            "accepting": "yes",
            "checked_on": TODAY,
            "today": TODAY,
            **changes,
        }
    )


def raise_alert(actor, **changes):
    return services.raise_alert(
        **{
            "shelter": None,
            "actor": actor,
            "message": "Closed by flood.",
            "expires_at": SOON,
            "now": NOW,
            **changes,
        }
    )


def test_a_check_renews_the_date_and_is_written_down():
    shelter, actor = site.shelter(), people.editor("shelter_directory.confirm_shelter")

    confirm(shelter, actor)

    shelter.refresh_from_db()
    assert (shelter.checked_on, shelter.accepting) == (TODAY, "yes")
    assert ShelterCheck.objects.get().actor == actor
    assert PageLogEntry.objects.filter(action="shelter_directory.confirmed").count() == 1


def test_a_check_leaves_the_texts_and_the_draft_alone():
    shelter, actor = site.shelter(), people.editor("shelter_directory.confirm_shelter")
    shelter.description = "Draft words"
    shelter.save_revision()

    confirm(ShelterPage.objects.get(pk=shelter.pk), actor)

    live = ShelterPage.objects.get(pk=shelter.pk)
    assert live.description == ""
    assert live.has_unpublished_changes
    assert live.get_latest_revision_as_object().description == "Draft words"


@pytest.mark.parametrize(
    "actor",
    [
        lambda: people.editor(),
        lambda: people.editor(superuser=True),
        lambda: people.editor("shelter_directory.confirm_shelter", verified=False),
        lambda: people.editor("shelter_directory.raise_alert"),
    ],
)
def test_nobody_else_may_confirm(actor):
    shelter = site.shelter()

    with pytest.raises(PermissionDenied):
        confirm(shelter, actor())

    shelter.refresh_from_db()
    assert shelter.checked_on is None
    assert not ShelterCheck.objects.exists()


@pytest.mark.parametrize("days", [1, -3])
def test_a_check_lies_neither_in_the_future_nor_before_the_last(days):
    shelter, actor = site.shelter(), people.editor("shelter_directory.confirm_shelter")
    confirm(shelter, actor)

    with pytest.raises(services.CannotConfirm):
        confirm(shelter, actor, checked_on=TODAY + dt.timedelta(days=days))

    assert ShelterCheck.objects.count() == 1


def test_the_queue_holds_what_is_due_longest_unchecked_first():
    for name, days in (("Fresh", 10), ("Lapsed", 200), ("Nearly", 80)):
        page = site.shelter(name)
        page.mark_checked(on=TODAY - dt.timedelta(days=days), by="Office", accepting="yes")
    site.shelter("Never")

    due = ShelterPage.objects.check_due(on=TODAY)

    assert [page.title for page in due] == ["Never", "Lapsed", "Nearly"]


def test_a_notice_stands_until_it_expires_and_is_written_down():
    alert = raise_alert(people.editor("shelter_directory.raise_alert"))

    assert list(ShelterAlert.objects.showing(at=NOW)) == [alert]
    assert [notice.about for notice in urgent.notices(NOW)] == ["All shelters"]
    assert not ShelterAlert.objects.showing(at=SOON).exists()
    assert ModelLogEntry.objects.filter(action="shelter_directory.alert_raised").count() == 1


def test_a_notice_can_be_taken_down_once():
    actor = people.editor("shelter_directory.raise_alert")
    alert = raise_alert(actor)

    services.end_alert(alert=alert, actor=actor, now=NOW)

    assert not ShelterAlert.objects.showing(at=NOW).exists()
    with pytest.raises(services.CannotEndAlert):
        services.end_alert(alert=alert, actor=actor, now=NOW)


@pytest.mark.parametrize(
    "actor",
    [
        lambda: people.editor(superuser=True),
        lambda: people.editor("shelter_directory.confirm_shelter"),
        lambda: people.editor("shelter_directory.raise_alert", verified=False),
    ],
)
def test_nobody_else_may_put_up_a_notice(actor):
    with pytest.raises(PermissionDenied):
        raise_alert(actor())

    assert not ShelterAlert.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"message": "  "},
        {"expires_at": NOW},
        {"expires_at": NOW + dt.timedelta(days=15)},
    ],
)
def test_a_notice_that_cannot_stand_is_refused(changes):
    actor = people.editor("shelter_directory.raise_alert")

    with pytest.raises(services.CannotRaiseAlert):
        raise_alert(actor, **changes)

    assert not ShelterAlert.objects.exists()


def test_the_database_lets_no_notice_stand_for_ever():
    alert = raise_alert(people.editor("shelter_directory.raise_alert"))

    with pytest.raises(IntegrityError, match="fortnight"), transaction.atomic():
        ShelterAlert.objects.filter(pk=alert.pk).update(expires_at=NOW + dt.timedelta(days=400))


def test_a_notice_about_one_shelter_shows_there_and_one_about_all_shows_everywhere():
    actor = people.editor("shelter_directory.raise_alert")
    here, elsewhere = site.shelter(), site.shelter()
    about_all, about_here = raise_alert(actor), raise_alert(actor, shelter=here)

    showing = ShelterAlert.objects.showing(at=NOW)

    assert set(showing.about(here)) == {about_all, about_here}
    assert set(showing.about(elsewhere)) == {about_all}
