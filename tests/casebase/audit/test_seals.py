"""What a seal says and what it catches, without a database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from casebase.audit import anchor, merkle, seals

KEY = Ed25519PrivateKey.generate()
NUMBERS = st.sets(st.integers(1, 300), min_size=1).map(sorted)


@pytest.fixture
def seal():
    leaves = b"".join(merkle.leaf(f"{number}\t".encode()) for number in (1, 2, 5))
    unsigned = seals.Seal(
        number=1,
        sealed_at=dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC),
        format=1,
        high=5,
        runs=[1, 2, 5, 5],
        odd=[],
        rows=3,
        leaves=leaves,
        root=merkle.root(leaves),
        previous=b"",
    )
    return replace(unsigned, signature=KEY.sign(unsigned.message()))


def test_a_seal_is_signed_and_agrees_with_itself(seal):
    assert seal.is_signed_by(KEY.public_key())
    assert seal.is_consistent()
    assert list(seal.numbers()) == [1, 2, 5]


@pytest.mark.parametrize(
    "changed",
    [
        {"number": 2},
        {"sealed_at": dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)},
        {"format": 2},
        {"high": 6},
        {"runs": [1, 3]},
        {"odd": [5]},
        {"rows": 2},
        {"root": b"\0" * 32},
        {"previous": b"\1"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_seal_with_one_thing_changed_was_not_signed(seal, changed):
    assert not replace(seal, **changed).is_signed_by(KEY.public_key())


def test_changed_leaves_do_not_fit_the_signed_root(seal):
    assert not replace(seal, leaves=seal.leaves[::-1]).is_consistent()


def test_another_key_signs_nothing_of_ours(seal):
    assert not seal.is_signed_by(Ed25519PrivateKey.generate().public_key())


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=600))
def test_the_root_changes_with_any_row(rows):
    digests = [merkle.leaf(row) for row in rows]
    middle = len(rows) // 2

    changed = [*digests[:middle], merkle.leaf(rows[middle] + b"!"), *digests[middle + 1 :]]

    assert merkle.root(b"".join(digests)) != merkle.root(b"".join(changed))
    assert merkle.root(b"".join(digests)) == merkle.root(b"".join(digests))


@given(NUMBERS)
def test_runs_hold_the_same_numbers(numbers):
    runs = seals.runs_of(numbers)

    assert [n for first, last in seals.pairs(runs) for n in range(first, last + 1)] == numbers


@given(NUMBERS, st.integers(0, 100), st.integers(100, 350))
def test_holes_are_exactly_what_the_runs_leave_out(numbers, above, upto):
    inside = [n for n in numbers if n <= upto]

    holes = seals.holes_in(seals.runs_of(inside), above=above, upto=upto)

    left_out = {n for first, last in seals.pairs(holes) for n in range(first, last + 1)}
    assert left_out == set(range(above + 1, upto + 1)) - set(numbers)


def test_a_line_torn_by_a_power_cut_is_written_again(tmp_path, seal):
    file = tmp_path / "anchors" / "audit.log"
    anchor.append(file, seal)
    with file.open("ab") as log:
        log.write(b"2 2026-03-01T08:0")

    assert list(anchor.read(file)) == [1]
    anchor.append(file, replace(seal, number=2))
    assert list(anchor.read(file)) == [1, 2]


def test_a_line_that_no_sealer_wrote_is_refused(tmp_path, seal):
    file = tmp_path / "audit.log"
    anchor.append(file, seal)
    file.write_text(file.read_text() + "these are not the rows you look for\n")

    with pytest.raises(anchor.AnchorUnreadable, match="line 2"):
        anchor.read(file)
