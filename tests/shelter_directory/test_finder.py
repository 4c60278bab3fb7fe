"""A caller finds a place in one question, and the counts tell the truth."""

import datetime as dt

import pytest
from django.http import QueryDict

from shelter_directory import finder
from shelter_directory.models import ShelterPage
from shelter_directory.wanted import read_wanted
from tests.factories import site

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)


def find(query=""):
    wanted = read_wanted(QueryDict(query))
    return finder.find(ShelterPage.objects.for_public(), wanted, today=TODAY)


def names(found):
    return [shelter.name for group in found.groups for shelter in group.shelters]


def counts(found, facet):
    return {option.value: option.count for option in found.options[facet] if option.count}


def test_a_place_for_a_boy_of_nine_in_volta_is_one_question():
    site.shelter("Takes boys", sex="male", minimum_age=6, maximum_age=17)
    site.shelter("Takes girls", sex="female")
    site.shelter("Takes small children", maximum_age=5)
    site.shelter("Takes women", accepts=["women"])
    site.shelter("Far away", region=site.region("central"))

    assert names(find("region=volta&who=boy&age=9")) == ["Takes boys"]


def test_a_shelter_for_the_whole_country_is_found_in_every_region_after_the_near_ones():
    site.shelter("Near")
    site.shelter("Everywhere", region=site.region("central"), serves_all_regions=True)

    found = find("region=volta")

    assert names(found) == ["Near", "Everywhere"]
    assert counts(found, "region")["volta"] == 2
    assert counts(found, "region")["central"] == 1


def test_a_chosen_district_also_shows_the_shelters_that_hide_theirs():
    ho, keta = site.district("ho"), site.district("keta")
    for name in ("Ho one", "Ho two"):
        site.shelter(name, district=ho)
    site.shelter("Alone in Keta", district=keta)

    assert names(find("district=ho")) == ["Ho one", "Ho two", "Alone in Keta"]
    assert [g.heading for g in find("district=ho").groups] == ["In Ho", "Elsewhere in Volta Region"]


def test_asking_district_by_district_does_not_find_a_hidden_house():
    site.district("ho")
    site.shelter("Alone in Keta", district=site.district("keta"))

    asked = [find(f"district={code}") for code in ("ho", "keta")]

    assert names(asked[0]) == names(asked[1]) == ["Alone in Keta"]
    assert [g.heading for g in asked[0].groups] == [g.heading for g in asked[1].groups]
    assert [counts(found, "district") for found in asked] == [{}, {}]


def test_counts_of_a_filter_leave_out_that_filter_and_keep_the_others():
    site.shelter("One", services=["medical", "legal"])
    site.shelter("Another", services=["medical"], languages=["ee"])
    site.shelter("Elsewhere", services=["legal"], region=site.region("central"))

    found = find("region=volta&service=legal")

    assert names(found) == ["One"]
    assert counts(found, "service") == {"medical": 2, "legal": 1}
    assert counts(found, "region") == {"volta": 1, "central": 1}
    assert counts(found, "language") == {}


@pytest.mark.parametrize("facet", ["service", "language", "referral", "hours", "who"])
def test_every_count_is_what_choosing_it_alone_gives(facet):
    site.shelter(
        services=["medical"], languages=["ee", "en"], accepts_referral_from=["self"], sex="female"
    )
    site.shelter(accepts=["women", "families"], languages=["en"], intake_hours="always")

    for option in find().options[facet]:
        assert find(f"{facet}={option.value}").total == option.count


def test_values_of_one_filter_are_alternatives():
    site.shelter("Doctor", services=["medical"])
    site.shelter("Lawyer", services=["legal"])

    assert len(names(find("service=medical&service=legal"))) == 2


def test_nothing_found_says_which_wish_to_give_up():
    site.shelter("Takes women", accepts=["women"])

    found = find("region=volta&who=man")

    assert found.total == 0
    assert {(way.label, way.count) for way in found.chosen} == {
        ("Volta Region", 0),
        ("A man", 1),
    }


@pytest.mark.parametrize(
    "query",
    [
        "region=atlantis", "district=atlantis", "who=dragon", "age=nine", "age=-1", "age=999",
        "age=%00", "region=%00", "district=%00", "page=0",
        "page=99999999999999999999", "hours=never", "service=dragon",
        "region=" + "x" * 5000, "age=²", "region=volta&district=cape-coast",
    ],
)  # fmt: skip
def test_bad_input_still_finds_shelters(query):
    site.shelter("Near")
    site.district("cape-coast", within="central")

    assert names(find(query)) == ["Near"]


def test_a_wish_that_was_not_understood_is_named():
    site.shelter()

    assert set(find("age=nine&region=atlantis").wanted.problems) == {"age", "region"}


def test_a_wish_survives_its_own_address():
    query = "region=volta&who=boy&age=9&hours=set_hours&disability=1&service=legal&language=ee"
    wanted = read_wanted(QueryDict(query))

    assert read_wanted(QueryDict(wanted.query()[1:])) == wanted


@pytest.mark.parametrize("query", ["", "region=volta&who=boy&age=9", "district=ho", "who=man"])
def test_the_number_of_queries_does_not_grow_with_the_directory(
    django_assert_max_num_queries, query
):
    for number in range(12):
        site.shelter(f"Shelter {number}", district=site.district("ho"), services=["legal"])

    with django_assert_max_num_queries(3 if query != "who=man" else 4):
        find(query)


def test_those_who_take_people_come_first():
    site.shelter("A full one", accepting="no")
    site.shelter("An open one", accepting="yes")
    site.shelter("B call", accepting="call_first")

    assert names(find()) == ["An open one", "B call", "A full one"]
