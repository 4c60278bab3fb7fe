"""The labelled pairs are what a measure of a matcher needs: half and half, hard, and repeatable."""

from __future__ import annotations

from collections import Counter

import pytest

from casebase.registry.synthetic import pairs
from casebase.registry.synthetic.pairs import LabelledPair, labelled_pairs


@pytest.fixture(scope="module")
def labelled() -> tuple[LabelledPair, ...]:
    return labelled_pairs(seed=1, n=2000)


def test_half_of_the_pairs_are_of_one_child(labelled):
    assert len(labelled) == 2000
    assert sum(pair.same_child for pair in labelled) == 1000


def test_the_same_seed_gives_the_same_pairs_and_another_seed_other_ones(labelled):
    assert labelled_pairs(seed=1, n=2000) == labelled
    assert labelled_pairs(seed=2, n=2000) != labelled


def test_one_child_is_always_written_by_two_agencies(labelled):
    assert all(pair.left.agency != pair.right.agency for pair in labelled if pair.same_child)


def test_siblings_twins_and_namesakes_are_among_the_different_children(labelled):
    kinds = Counter(pair.kind for pair in labelled)

    assert set(kinds) == {*pairs.SAME_CHILD, *pairs.DIFFERENT_CHILDREN}
    assert kinds["siblings"] == 240
    assert kinds["namesakes"] + kinds["namesakes with one surname"] == 300


def test_namesakes_share_sex_and_village_in_truth(labelled):
    namesakes = [pair for pair in labelled if pair.kind.startswith("namesakes")]

    one_sex = [pair for pair in namesakes if pair.left.sex == pair.right.sex]

    assert len(one_sex) > 0.9 * len(namesakes)  # the rest is the clerk's slip or left open


def test_the_age_of_one_child_is_off_by_at_most_two_years_besides_the_time_between(labelled):
    for pair in labelled:
        if pair.same_child and pair.left.age and pair.right.age and pair.right.age < 17:
            years = (pair.right.recorded_on - pair.left.recorded_on).days / 365.25
            assert -3 < pair.right.age - pair.left.age - years < 3


def test_records_of_one_child_differ_in_what_clerks_get_wrong(labelled):
    same = [pair for pair in labelled if pair.same_child]

    def share(of) -> float:
        return sum(1 for pair in same if of(pair.left, pair.right)) / len(same)

    assert share(lambda a, b: _names(a) != _names(b)) > 0.8
    assert share(lambda a, b: not (a.mother_name and b.mother_name)) > 0.3
    assert share(lambda a, b: a.given_name and a.given_name == b.other_names) > 0.02  # reversed
    assert share(lambda a, b: a.community != b.community) > 0.4


def test_every_record_says_something_about_who_the_child_is(labelled):
    for pair in labelled:
        for record in (pair.left, pair.right):
            assert record.given_name
            assert (record.age is None) != (record.birth_date is None)
            assert record.age is None or 1 <= record.age <= 17


def test_no_telephone_can_be_dialled(labelled):
    phones = {pair.left.phone.replace(" ", "") for pair in labelled} - {""}

    # A clerk's slip may change a digit after the zone, never the zone, and 019 is nobody's.
    assert phones
    assert all(phone.startswith("019") for phone in phones)


def _names(record) -> tuple[str, str]:
    return record.given_name, record.other_names
