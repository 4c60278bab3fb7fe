"""Blocks: one child's records meet in one, strangers seldom do, and a search stays small."""

from __future__ import annotations

from casebase.registry.matching.blocking import Blocks, blocks_of
from casebase.registry.matching.scoring import Prepared, Traits
from casebase.registry.matching.sounds import Listener
from tests.casebase.registry.matching.test_scoring import ADA, SAME

EAR = Listener()


def test_a_child_written_twice_shares_a_block():
    blocks = Blocks([("ada", Prepared(ADA, EAR))])

    for name, traits in SAME.items():
        assert blocks.near(Prepared(traits, EAR)) == {"ada"}, name


def test_no_block_is_a_name_alone():
    assert not list(blocks_of(Prepared(Traits(given_name="Kofi"), EAR)))


def test_a_pair_is_listed_once_however_many_blocks_it_shares():
    records = [(number, Prepared(traits, EAR)) for number, traits in enumerate(SAME.values())]

    pairs = Blocks(records).pairs()

    assert (0, 1) in pairs
    assert not any((right, left) in pairs for left, right in pairs)
