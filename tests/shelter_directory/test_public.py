"""Nothing about a shelter becomes public by accident."""

import dataclasses
import datetime as dt
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from portal.content.providers import provider_for
from shelter_directory import enums
from shelter_directory.models import ShelterPage
from shelter_directory.public import PublicShelter
from tests.factories import site

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
# Own fields of a shelter, and how each may be seen. A new field must be put in one of the lists.
SHOWN = {
    "accepting", "accepts", "accepts_referral_from", "alternate_name", "checked_by", "checked_on",
    "description", "eligibility_description", "intake_hours", "intake_hours_description",
    "languages", "maximum_age", "minimum_age", "owner_organisation", "phone",
    "phone_description", "referral_description", "region", "serves_all_regions", "service_area",
    "services", "sex", "shelter_type", "summary", "provider_name", "other_phone", "sms",
}  # fmt: skip
SHOWN_UNDER_CONDITIONS = {"district", "public_address"}
NEVER_SHOWN = {"page_ptr", "address_signed_off_by", "address_signed_off_on", "review_due_on"}
SHOWN_BY_SEARCH_ONLY = {"topics"}


def everything_public(page):
    """Every public form of an entry, as text."""
    shown = ShelterPage.objects.for_public().get(pk=page.pk).shown_to_public(today=TODAY)
    projection = provider_for(page).project(page)
    return json.dumps([dataclasses.asdict(shown), dataclasses.asdict(projection)], default=str)


def test_every_field_of_a_shelter_was_thought_about():
    own = {f.name for f in ShelterPage._meta.local_fields + ShelterPage._meta.local_many_to_many}

    assert own == SHOWN | SHOWN_UNDER_CONDITIONS | NEVER_SHOWN | SHOWN_BY_SEARCH_ONLY


def test_the_projection_has_no_field_for_beds_or_coordinates():
    names = " ".join(field.name for field in dataclasses.fields(PublicShelter))

    for word in ("bed", "capacity", "latitude", "longitude", "signed", "street"):
        assert word not in names


@pytest.mark.parametrize(
    "field",
    [
        f.name
        for f in ShelterPage._meta.local_fields
        if isinstance(f, models.CharField | models.TextField) and f.name in NEVER_SHOWN
    ],
)
def test_what_is_never_shown_is_in_no_public_form(field):
    page = site.shelter()
    ShelterPage.objects.filter(pk=page.pk).update(**{field: "SENTINEL"})

    assert "SENTINEL" not in everything_public(ShelterPage.objects.get(pk=page.pk))


@pytest.mark.parametrize("kind", enums.CONFIDENTIAL_TYPES)
def test_the_database_refuses_the_address_of_a_place_where_survivors_stay(kind):
    page = site.shelter(shelter_type=kind)

    with pytest.raises(IntegrityError, match="confidential_type"), transaction.atomic():
        ShelterPage.objects.filter(pk=page.pk).update(
            public_address="4 Invented Street",
            address_signed_off_by="Invented office",
            address_signed_off_on=TODAY,
        )


def test_an_address_must_be_signed_off():
    page = site.shelter(shelter_type="medical")

    with pytest.raises(IntegrityError, match="signed_off"), transaction.atomic():
        ShelterPage.objects.filter(pk=page.pk).update(public_address="4 Invented Street")


def test_a_signed_off_address_of_an_office_is_shown():
    page = site.shelter(
        shelter_type="medical",
        public_address="4 Invented Street",
        address_signed_off_by="Invented office",
        address_signed_off_on=TODAY,
    )

    assert "4 Invented Street" in everything_public(page)
    assert "Invented office" not in everything_public(page)


def test_no_revision_keeps_the_address_of_a_place_where_survivors_stay():
    page = site.shelter()
    page.public_address = "4 Invented Street"

    revision = page.save_revision(clean=False)

    assert "Invented Street" not in str(revision.content)


@pytest.mark.parametrize("text", ["GA-183-8164", "Near 6.6008, 0.4713", "VH 0012 5567"])
@pytest.mark.parametrize("field", ["description", "summary", "service_area", "title"])
def test_what_leads_to_a_house_is_refused_in_every_text(field, text):
    page = site.shelter()
    setattr(page, field, text)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert field in refused.value.error_dict


def test_a_telephone_number_does_not_look_like_a_house():
    page = site.shelter(description="Call 030 000 0101 or 0800 800 800, 24 hours.")

    page.full_clean()


def test_a_single_shelter_is_shown_at_region_level():
    page = site.shelter(district=site.district("ketu-south"))

    assert "ketu" not in everything_public(page).lower()


def test_two_hidden_shelters_may_name_their_district():
    page = site.shelter(district=site.district("ketu-south"))
    site.shelter(district=site.district("ketu-south"))

    assert "ketu" in everything_public(page).lower()


def test_a_public_office_does_not_unhide_the_only_house_beside_it():
    house = site.shelter(district=site.district("ketu-south"))
    office = site.shelter(
        shelter_type="medical",
        district=site.district("ketu-south"),
        public_address="4 Invented Street",
        address_signed_off_by="Invented office",
        address_signed_off_on=TODAY,
    )

    assert "ketu" not in everything_public(house).lower()
    assert "ketu" in everything_public(office).lower()


def test_a_draft_neighbour_does_not_unhide_a_district():
    page = site.shelter(district=site.district("ketu-south"))
    site.shelter(district=site.district("ketu-south")).unpublish()

    assert "ketu" not in everything_public(page).lower()


def test_a_page_without_the_annotation_knows_as_much():
    site.shelter(district=site.district("ketu-south"))
    page = site.shelter(district=site.district("ketu-south"))
    alone = site.shelter(district=site.district("adaklu"))

    assert page.shown_to_public(today=TODAY).district.code == "ketu-south"
    assert alone.shown_to_public(today=TODAY).district is None


def test_search_is_told_about_the_neighbours_in_both_regions(django_capture_on_commit_callbacks):
    from portal.content.signals import page_changed

    neighbour = site.shelter(district=site.district("ketu-south"))
    far = site.shelter(district=site.district("cape-coast", within="central"))
    told = []
    page_changed.connect(listener := lambda page, **_: told.append(page.pk))

    moved = site.shelter(district=site.district("ketu-south"))
    assert told == [neighbour.pk]
    moved.region, moved.district = far.region, far.district
    moved.save_revision().publish()

    page_changed.disconnect(listener)
    assert set(told[1:]) == {neighbour.pk, far.pk}


def test_a_district_must_lie_in_its_region():
    page = site.shelter()
    page.district = site.district("cape-coast", within="central")

    with pytest.raises(ValidationError, match="another region"):
        page.full_clean()


def test_publishing_an_older_draft_keeps_the_status_of_today():
    page = site.shelter()
    draft = page.save_revision()
    ShelterPage.objects.filter(pk=page.pk).update(
        accepting="no", checked_on=TODAY, checked_by="Invented office"
    )

    draft.publish()

    page.refresh_from_db()
    assert (page.accepting, page.checked_on) == ("no", TODAY)


@pytest.mark.parametrize(("days", "verified"), [(0, True), (90, True), (91, False)])
def test_an_entry_is_unverified_ninety_days_after_its_check(days, verified):
    page = site.shelter()
    page.checked_on, page.checked_by = TODAY - dt.timedelta(days=days), "Invented office"

    assert page.shown_to_public(today=TODAY).is_verified is verified


def test_an_entry_never_checked_is_unverified():
    assert site.shelter().shown_to_public(today=timezone.localdate()).is_verified is False
