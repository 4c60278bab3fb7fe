"""The places every page may name, and the names people give them."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps

from portal.core import places
from portal.core.models import District, PlaceAlias, Region

pytestmark = pytest.mark.django_db
seeding = importlib.import_module("portal.core.migrations.0002_places")


def test_every_region_is_there_with_its_capital():
    assert Region.objects.count() == 16
    assert not Region.objects.filter(capital="").exists()


@pytest.mark.parametrize(
    ("region", "districts"), [("central", 22), ("volta", 18), ("greater-accra", 29), ("oti", 9)]
)
def test_the_regions_the_work_begins_in_have_all_their_districts(region, districts):
    assert District.objects.filter(region__code=region).count() == districts


def test_nothing_is_called_verified_before_somebody_verified_it():
    assert not District.objects.exclude(verified_on=None).exists()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Central", "central"),
        ("central region", "central"),
        ("Greater Accra Region", "greater-accra"),
        ("Accra", "accra"),
        ("Accra Metro", "accra"),
        ("Accra Region", "greater-accra"),
        ("Winneba", "effutu"),
        ("KEEA", "komenda-edina-eguafo-abirem"),
        ("Komenda/Edina/Eguafo/Abirem Municipal", "komenda-edina-eguafo-abirem"),
        ("MFANTSIMAN", "mfantseman"),
        ("Aflao", "ketu-south"),
        ("Ho", "ho"),
        ("ho municipal assembly", "ho"),
        ("Kéte  Krachi", "krachi-west"),
        ("Tamale", "northern"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(written, code):
    found = places.find(written)

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("written", ["", "   ", "Atlantis", "district", "\0", "Centrala"])
def test_an_unknown_name_finds_nothing(written):
    assert places.find(written) is None


def test_every_name_leads_to_its_own_place():
    gazetteer = places.Gazetteer()
    named = [(place.name, place) for place in District.objects.all()]
    named += [(f"{region.name} Region", region) for region in Region.objects.all()]
    named += [(alias.name, alias.region or alias.district) for alias in PlaceAlias.objects.all()]

    assert [name for name, place in named if gazetteer.find(name) != place] == []


def test_looking_up_many_names_asks_the_database_three_times(django_assert_num_queries):
    with django_assert_num_queries(3):
        gazetteer = places.Gazetteer()
        for name in ("Ho", "Volta", "Aflao", "Nowhere"):
            gazetteer.find(name)


def test_the_seeding_can_be_taken_back_and_done_again():
    seeding.unseed(apps, None)
    for model in (Region, District, PlaceAlias):
        assert not model.objects.exists()

    seeding.seed(apps, None)

    assert District.objects.count() == 78
