"""The validators' queue and the duty officers' notices, behind the second factor."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from shelter_directory.models import ShelterAlert, ShelterPage
from tests.factories import site
from tests.factories.accounts import UserFactory, give_password_only, sign_in_fully

pytestmark = pytest.mark.django_db
ADDRESSES = ["/cms/directory/checks/", "/cms/directory/notices/", "/cms/directory/notices/1/end/"]


def member(client, *groups):
    user = UserFactory(with_phone=True)
    user.groups.set([Group.objects.get(name=name) for name in groups])
    return sign_in_fully(client, user)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_opens_them(client, address, method):
    site.home()

    assert getattr(client, method)(address).status_code in (302, 404)
    give_password_only(client, UserFactory(with_phone=True))
    assert getattr(client, method)(address).status_code in (302, 404)


def test_a_validator_is_not_a_duty_officer_and_the_other_way_round(client):
    site.home()
    member(client, "Directory validators")
    assert client.get("/cms/directory/checks/").status_code == 200
    assert client.get("/cms/directory/notices/").status_code in (302, 403)
    assert not ShelterAlert.objects.exists()

    member(client, "Duty officers")
    assert client.get("/cms/directory/notices/").status_code == 200
    assert client.get("/cms/directory/checks/").status_code in (302, 403)


def test_one_button_renews_the_date_and_empties_the_queue(client):
    page = site.shelter("Long unchecked")
    member(client, "Directory validators")
    assert "Long unchecked" in client.get("/cms/directory/checks/").content.decode()

    response = client.post(
        "/cms/directory/checks/",
        {"shelter": page.pk, "accepting": "no", "checked_by": "Invented office"},
    )

    assert response.status_code == 302
    page = ShelterPage.objects.get(pk=page.pk)
    assert (page.checked_on, page.accepting) == (timezone.localdate(), "no")
    assert not ShelterPage.objects.check_due(on=timezone.localdate()).exists()


def test_a_check_without_an_office_comes_back_with_what_was_chosen(client):
    page = site.shelter("Long unchecked")
    member(client, "Directory validators")

    html = client.post(
        "/cms/directory/checks/", {"shelter": page.pk, "accepting": "no", "checked_by": ""}
    ).content.decode()

    assert "Write your office" in html
    assert '<option value="no" selected>' in html
    assert ShelterPage.objects.get(pk=page.pk).checked_on is None


def test_a_duty_officer_puts_up_a_notice_and_takes_it_down(client):
    page = site.shelter("Flooded house")
    member(client, "Duty officers")

    client.post(
        "/cms/directory/notices/", {"shelter": page.pk, "message": "Closed.", "hours": "24"}
    )

    alert = ShelterAlert.objects.get()
    assert alert.expires_at - alert.raised_at == dt.timedelta(hours=24)
    assert "Closed." in client.get("/cms/directory/notices/").content.decode()
    client.post(f"/cms/directory/notices/{alert.pk}/end/")
    assert not ShelterAlert.objects.showing(at=timezone.now()).exists()


def test_a_notice_without_words_comes_back(client):
    site.home()
    member(client, "Duty officers")

    response = client.post("/cms/directory/notices/", {"message": "", "hours": "24"})

    assert response.status_code == 200
    assert "required" in response.content.decode()
    assert not ShelterAlert.objects.exists()
