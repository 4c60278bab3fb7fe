"""The invented world has the size and the troubles of real life, and says that it is invented."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from casebase.registry.codes.words import VictimStatus
from casebase.registry.synthetic import stories
from casebase.registry.synthetic.agencies import AGENCIES
from casebase.registry.synthetic.world import World, invented_world

LAST_DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def world() -> World:
    return invented_world(seed=1, until=LAST_DAY)


def test_three_hundred_children_in_forty_operations_of_seven_agencies_in_three_years(world):
    assert (len(world.children), len(world.operations), len(world.agencies)) == (300, 40, 7)
    first, last = world.operations[0].starts_on, world.operations[-1].starts_on
    assert 2.8 * 365 < (last - first).days <= 3 * 365


def test_the_same_seed_gives_the_same_world(world):
    assert invented_world(seed=1, until=LAST_DAY) == world
    assert invented_world(seed=2, until=LAST_DAY) != world


def test_some_children_are_written_twice_by_different_hands(world):
    doubles = world.doubles()
    cases = {case.key: case for case in world.cases}

    assert 30 <= len(doubles) <= 110
    two_agencies = [
        keys for keys in doubles.values() if len({cases[key].agency for key in keys}) > 1
    ]
    assert len(two_agencies) > 0.8 * len(doubles)


def test_joint_operations_siblings_and_every_outcome_occur(world):
    outcomes = Counter(case.decisions[-1].status for case in world.cases if case.decisions)
    families = Counter((case.operation, case.family) for case in world.cases)

    assert outcomes[VictimStatus.NOT_A_VICTIM] > 10
    assert outcomes[VictimStatus.ACTUAL] > 150
    assert sum(1 for case in world.cases if not case.decisions) > 20
    assert sum(1 for case in world.cases if len(case.decisions) > 1) > 3
    assert sum(1 for operation in world.operations if operation.partners) > 15
    assert sum(1 for number in families.values() if number > 1) > 30


def test_nothing_happens_after_the_last_day_or_before_the_child_was_found(world):
    for case in world.cases:
        days = [
            *(decision.decided_on for decision in case.decisions),
            *(note.written_on for note in case.notes),
            *([case.closed_on] if case.closed_on else []),
        ]
        assert all(case.identified_on <= day <= LAST_DAY for day in days)
        assert 0 < case.age <= 18


def test_every_case_operation_and_agency_says_that_it_is_invented(world):
    assert all(case.notes[0].text.startswith(stories.MARK) for case in world.cases)
    assert all(operation.summary.startswith(stories.MARK) for operation in world.operations)
    assert all("invented" in agency.name for agency in AGENCIES)
