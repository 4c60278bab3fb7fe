"""The screening grid, and who belongs together."""

from __future__ import annotations

import uuid

import pytest

from casebase.registry.models import PersonLink, Screening
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


def ticked(**changes):
    fields = {
        "submission": str(uuid.uuid4()),
        "screened_on": "2026-10-02",
        "acts": ["recruitment", "transport"],
        "purposes": ["ForcedLabour"],
        "indicators": ["no_pay"],
        "reasons": "He says his uncle took 200 cedis (invented).",
    }
    return {**fields, **changes}


def screen(site, case, **changes):
    return site.post(f"/cases/{case.reference}/screening/", ticked(**changes))


def screenings():
    with as_owner():
        return list(Screening.objects.all())


def test_for_a_child_the_grid_is_complete_without_means(site, case):
    answer = screen(site, case)
    page = site.get(answer.url).content.decode()

    assert "Act, purpose and, where needed, means are there" in page
    assert "uncle took 200 cedis" in page


def test_for_an_adult_the_missing_means_are_asked_for(site, worker):
    adult = registered(people.bound(worker), age=25)
    answer = screen(site, adult)

    assert answer.status_code == 422
    assert b"How was it done?" in answer.content
    assert b"uncle took 200 cedis" in answer.content
    assert not screenings()


def test_a_screening_with_gaps_is_kept_when_nobody_can_say_more(site, case):
    answer = screen(site, case, purposes=[], knows_gaps="on")
    page = site.get(answer.url).content.decode()

    assert "What for? No purpose is ticked." in page
    assert "The grid is not complete." in page


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"screened_on": "2199-01-01"}, b"lies in the future"),
        ({"screened_on": "2026-09-01"}, b"before the child was identified"),
        ({"reasons": ""}, b"Write what you saw and heard."),
        ({"acts": ["flying"]}, b"Choose one of those listed."),
    ],
)
def test_bad_input_says_why_and_keeps_nothing(site, case, changes, message):
    answer = screen(site, case, **changes)

    assert answer.status_code == 422
    assert message in answer.content
    assert not screenings()


def test_the_same_form_sent_twice_makes_one_screening(site, case):
    form = ticked()
    screen(site, case, **form)
    screen(site, case, **form)

    assert len(screenings()) == 1


def test_another_desk_sees_no_screening(site, case):
    screen(site, case)
    people.bound(people.member())

    assert Screening.objects.count() == 0
    assert len(screenings()) == 1


def test_a_sister_is_linked_once_and_shown_on_both_cases(site, worker, case):
    sister = registered(people.bound(worker), sex="Female")
    link = {"number": sister.reference.lower(), "kind": "sibling"}
    first = site.post(f"/cases/{case.reference}/family/", link)
    other_way = {"number": case.reference, "kind": "sibling"}
    again = site.post(f"/cases/{sister.reference}/family/", other_way)

    assert (first.status_code, again.status_code) == (302, 422)
    assert sister.reference in site.get(f"/cases/{case.reference}/").content.decode()
    assert case.reference in site.get(f"/cases/{sister.reference}/").content.decode()


def test_a_parent_reads_as_a_child_from_the_other_end(site, worker, case):
    mother = registered(people.bound(worker), sex="Female", age=34)
    link = {"number": mother.reference, "kind": "parent"}
    site.post(f"/cases/{case.reference}/family/", link)

    assert b"<strong>Parent</strong>" in site.get(f"/cases/{case.reference}/").content
    assert b"<strong>Child</strong>" in site.get(f"/cases/{mother.reference}/").content


def test_nobody_is_linked_to_a_case_of_another_desk_or_to_themselves(site, case):
    foreign = registered(people.bound(people.member()))
    address = f"/cases/{case.reference}/family/"
    strange = site.post(address, {"number": foreign.reference, "kind": "sibling"})
    same = site.post(address, {"number": case.reference, "kind": "sibling"})

    assert b"You see no case under this number." in strange.content
    assert b"This is the same person." in same.content
    with as_owner():
        assert not PersonLink.objects.exists()


def test_a_link_is_seen_by_whoever_sees_both_and_is_taken_back(site, worker, case):
    sister = registered(people.bound(worker))
    link = {"number": sister.reference, "kind": "sibling"}
    site.post(f"/cases/{case.reference}/family/", link)
    with as_owner():
        made = PersonLink.objects.get()
    people.bound(people.member())
    seen_elsewhere = PersonLink.objects.count()
    address = f"/cases/{case.reference}/family/{made.pk}/"
    gone, twice = site.post(address), site.post(address)

    assert seen_elsewhere == 0
    assert (gone.status_code, twice.status_code) == (302, 422)
    assert b"This link is gone already" in twice.content
