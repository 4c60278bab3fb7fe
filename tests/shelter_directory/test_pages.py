"""The pages as a reader gets them: telephone first, nothing hidden, nothing kept."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from shelter_directory import services
from shelter_directory.models import ShelterPage
from tests.factories import people, site

pytestmark = pytest.mark.django_db
OFFICE = {
    "shelter_type": "medical",
    "public_address": "4 Invented Street",
    "address_signed_off_by": "Invented signing office",
    "address_signed_off_on": dt.date(2026, 1, 1),
}


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_telephone_comes_before_any_filter(client):
    site.shelter("Near")

    html = text(client.get("/shelters/"))

    assert html.index("tel:0800800800") < html.index('<form class="harbour-panel"')
    assert 'href="tel:0300000101"' in html


def test_the_finder_answers_the_question_of_the_lakeside(client):
    site.shelter("Takes boys", sex="male", minimum_age=6, maximum_age=17)
    site.shelter("Takes girls", sex="female")

    html = text(client.get("/shelters/?region=volta&who=boy&age=9"))

    assert "Takes boys" in html
    assert "Takes girls" not in html
    assert 'name="robots" content="noindex' in html


def test_nothing_found_offers_the_helpline_and_a_way_on(client):
    site.shelter(accepts=["women"])

    html = text(client.get("/shelters/?region=volta&who=man"))

    assert "No service here fits all of that" in html
    assert "Without “A man”" in html


@pytest.mark.parametrize("query", ["?age=nine", "?region=atlantis", "?district=atlantis"])
def test_a_question_that_was_not_understood_comes_back_with_a_reason(client, query):
    site.shelter("Near")

    html = text(client.get(f"/shelters/{query}"))

    assert "govuk-error-message" in html
    assert "Near" in html


@pytest.mark.parametrize(
    "address", ["/shelters/", "/shelters/?district=keta", "/shelters/only-house/"]
)
def test_a_page_never_names_the_district_of_the_only_house(client, address):
    site.directory()
    keta = site.district("keta", name="Invented Keta District")
    site.shelter("Only house", slug="only-house", district=keta)
    keta.refresh_from_db()

    entry = re.sub(r"<select.*?</select>", "", text(client.get(address)), flags=re.DOTALL)
    entry = re.sub(r'<ul class="harbour-chips".*?</ul>', "", entry, flags=re.DOTALL)
    entry = re.sub(r'<p class="harbour-finder__total".*?</p>', "", entry)  # repeats what was asked
    assert "Only house" in entry
    assert keta.name not in entry


def test_a_visitor_is_shown_where_to_come_only_when_the_office_signed(client):
    site.shelter(slug="office", **OFFICE)
    site.shelter(slug="house")

    office, house = text(client.get("/shelters/office/")), text(client.get("/shelters/house/"))

    assert "4 Invented Street" in office
    assert "Invented signing office" not in office
    assert "The address is not public" in house


def test_an_unverified_entry_says_so_and_a_checked_one_says_who(client):
    old, fresh = site.shelter(slug="old"), site.shelter(slug="fresh")
    today = timezone.localdate()
    old.mark_checked(on=today - dt.timedelta(days=120), by="Invented office", accepting="yes")
    fresh.mark_checked(on=today, by="Invented office", accepting="yes")

    assert "Unverified" in text(client.get("/shelters/old/"))
    shown = text(client.get("/shelters/fresh/"))
    assert "Unverified" not in shown
    assert "by Invented office" in shown


def test_an_emergency_notice_stands_on_home_directory_and_shelter(client):
    here, elsewhere = site.shelter("Here", slug="here"), site.shelter(slug="elsewhere")
    now = timezone.now()
    services.raise_alert(
        shelter=here,
        actor=people.editor("shelter_directory.raise_alert"),
        message="Closed by flood.",
        expires_at=now + dt.timedelta(days=1),
        now=now,
    )

    for address in ("/", "/shelters/", "/shelters/here/"):
        assert "Closed by flood." in text(client.get(address)), address
    assert "Closed by flood." not in text(client.get("/shelters/elsewhere/"))
    assert elsewhere.live


@pytest.mark.parametrize(
    "address", ["/shelters/", "/shelters/?region=volta&who=boy&age=9", "/shelters/here/"]
)
def test_a_page_takes_at_most_eight_queries_and_leaves_nothing_behind(
    client, django_assert_max_num_queries, address
):
    for number in range(9):
        site.shelter(slug=f"s{number}" if number else "here", district=site.district("ho"))

    with django_assert_max_num_queries(10):
        response = client.get(address)

    assert not response.cookies


def test_every_shelter_is_an_own_draft_preview_with_its_public_face(rf):
    page = site.shelter("Draft name")
    page.description = "Draft words"

    shown = page.get_context(rf.get("/"))["shelter"]

    assert shown.description == "Draft words"
    assert ShelterPage.objects.get(pk=page.pk).description == ""
