"""Precision and recall on labelled pairs whose making the matcher's weights never saw.

Seed 20261 judges and is not looked at pair by pair; who wants to see what goes wrong takes another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from casebase.registry.matching.blocking import Blocks
from casebase.registry.matching.scoring import POSSIBLE, Prepared, Traits, score
from casebase.registry.matching.sounds import Listener
from casebase.registry.synthetic.pairs import LabelledPair, labelled_pairs
from casebase.registry.synthetic.writing import ChildRecord

JUDGED_SEED = 20261
GOAL = 0.95  # not reached: README "Counting once" says why
HELD = 0.92  # what it may not fall below


def traits_of(record: ChildRecord) -> Traits:
    year = record.recorded_on.year
    return Traits(
        given_name=record.given_name,
        other_names=record.other_names,
        day_name=record.day_name,
        sex=record.sex,
        birth_date=record.birth_date,
        birth_year_from=None if record.age is None else year - record.age - 1,
        birth_year_until=None if record.age is None else year - record.age,
        district=record.district,
        community=record.community,
        mother_name=record.mother_name,
        father_name=record.father_name,
        phone=record.phone,
        marks=record.marks,
    )


@dataclass(frozen=True)
class Measured:
    precision: float
    recall: float
    blocked: float
    mistakes: Counter[str]


def measure(pairs: Iterable[LabelledPair], threshold: float = POSSIBLE) -> Measured:
    ear = Listener()
    hits, proposed, same, met = 0, 0, 0, 0
    mistakes: Counter[str] = Counter()
    for pair in pairs:
        left, right = Prepared(traits_of(pair.left), ear), Prepared(traits_of(pair.right), ear)
        is_proposed = score(left, right).total >= threshold
        same += pair.same_child
        proposed += is_proposed
        hits += pair.same_child and is_proposed
        met += pair.same_child and bool(Blocks([("left", left)]).near(right))
        if is_proposed != pair.same_child:
            mistakes[pair.kind] += 1
    return Measured(hits / proposed, hits / same, met / same, mistakes)


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(labelled_pairs(seed=JUDGED_SEED, n=2000))


def test_more_than_nine_in_ten_proposals_are_right(measured, capsys):
    with capsys.disabled():
        print(f"\n2,000 labelled pairs: precision {measured.precision:.3f}, recall "
              f"{measured.recall:.3f}, found by blocks {measured.blocked:.3f}; "
              f"mistakes {dict(measured.mistakes)}; the goal is {GOAL} each")  # fmt: skip

    assert measured.precision >= HELD


def test_more_than_nine_in_ten_children_written_twice_are_proposed(measured):
    assert measured.recall >= HELD


def test_the_blocks_lose_hardly_a_child(measured):
    assert measured.blocked >= 0.95
