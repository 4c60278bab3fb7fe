"""A sealed value opens at its own place and nowhere else (security controls 41 to 43)."""

from __future__ import annotations

import secrets
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.vault.envelope import OVERHEAD_BYTES, CaseKey, version_of
from casebase.vault.errors import KeyErased, RecordDamaged

KEY = CaseKey(uuid4(), {1: secrets.token_bytes(32)})
ROW = UUID("11111111-1111-4111-8111-111111111111")
PLACE = {"table": "registry_identity", "column": "given_name", "row": ROW}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS)
def test_what_was_sealed_opens_again(text):
    sealed = KEY.seal(text, **PLACE)

    assert KEY.open(sealed, **PLACE) == text
    assert len(sealed) == len(text.encode()) + OVERHEAD_BYTES


def test_an_empty_text_is_sealed_like_any_other():
    sealed = KEY.seal("", **PLACE)

    assert len(sealed) == OVERHEAD_BYTES
    assert KEY.open(sealed, **PLACE) == ""


@given(TEXTS, st.data())
def test_each_changed_byte_is_found(text, data):
    sealed = bytearray(KEY.seal(text, **PLACE))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))

    with pytest.raises(RecordDamaged):
        KEY.open(bytes(sealed), **PLACE)


def test_every_single_bit_of_a_value_counts():
    sealed = KEY.seal("Nobody Real", **PLACE)

    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(RecordDamaged):
            KEY.open(bytes(changed), **PLACE)


@given(st.binary(max_size=80))
def test_what_was_never_sealed_does_not_open(stranger):
    with pytest.raises(RecordDamaged):
        KEY.open(stranger, **PLACE)


@given(TEXTS, st.integers(0, 40), st.binary(max_size=3))
def test_a_cut_or_lengthened_value_does_not_open(text, cut, more):
    sealed = KEY.seal(text, **PLACE)
    changed = (sealed[: len(sealed) - cut] if cut else sealed) + more

    if changed != sealed:
        with pytest.raises(RecordDamaged):
            KEY.open(changed, **PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"table": "registry_note"},
        {"column": "other_names"},
        {"row": uuid4()},
        {"row": 1},
        {"table": "registry", "column": "identity|given_name"},
    ],
)
def test_a_value_moved_to_another_place_does_not_open(elsewhere):
    sealed = KEY.seal("Nobody Real", **PLACE)

    with pytest.raises(RecordDamaged):
        KEY.open(sealed, **{**PLACE, **elsewhere})


def test_another_case_s_key_does_not_open_it():
    with pytest.raises(RecordDamaged):
        CaseKey(uuid4(), {1: secrets.token_bytes(32)}).open(KEY.seal("x", **PLACE), **PLACE)


def test_the_newest_version_seals_and_every_version_opens():
    both = {1: secrets.token_bytes(32), 2: secrets.token_bytes(32)}
    older = CaseKey(uuid4(), {1: both[1]}).seal("before", **PLACE)
    newer = CaseKey(uuid4(), both)

    assert newer.open(older, **PLACE) == "before"
    assert version_of(older) == 1
    assert version_of(newer.seal("after", **PLACE)) == 2


def test_a_value_that_claims_another_version_does_not_open():
    same = secrets.token_bytes(32)
    key = CaseKey(uuid4(), {1: same, 2: same})
    sealed = bytearray(key.seal("x", **PLACE))
    sealed[1] = 1

    with pytest.raises(RecordDamaged):
        key.open(bytes(sealed), **PLACE)


def test_an_erased_key_neither_seals_nor_opens():
    erased = CaseKey(KEY.case_id, {}, is_erased=True)

    with pytest.raises(KeyErased):
        erased.open(KEY.seal("x", **PLACE), **PLACE)
    with pytest.raises(KeyErased):
        erased.seal("x", **PLACE)


def test_a_key_that_is_lost_neither_seals_nor_opens():
    lost = CaseKey(KEY.case_id, {})

    with pytest.raises(RecordDamaged):
        lost.open(KEY.seal("x", **PLACE), **PLACE)
    with pytest.raises(RecordDamaged):
        lost.seal("x", **PLACE)


def test_the_alarm_names_the_place_and_no_text(caplog):
    with pytest.raises(RecordDamaged):
        KEY.open(b"Clear Text Name", **PLACE)

    (record,) = caplog.records
    assert (record.levelname, record.message) == ("CRITICAL", "record damaged")
    assert record.where == f"registry_identity.given_name {ROW}"
    assert "Clear Text Name" not in str(record.__dict__)


@pytest.mark.slow
def test_a_million_nonces_are_all_different():
    nonces = {KEY.seal("", **PLACE)[2:14] for _ in range(1_000_000)}

    assert len(nonces) == 1_000_000


def test_a_key_shows_itself_nowhere():
    raw = secrets.token_bytes(32)
    key = CaseKey(uuid4(), {1: raw})

    assert raw.hex() not in repr(key)
    assert repr(raw) not in repr(key)
