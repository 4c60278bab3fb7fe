"""Equal texts are found as equal, and a token tells nothing else (security control 46)."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from casebase.vault.enums import BlindPurpose
from casebase.vault.services import blind_indexes
from portal.runtime import keys as key_files

PARTS = {1: ("0300000101",), 3: ("kofi", "2012", "esi")}


def blind_index(purpose: str, *parts: str) -> bytes:
    return blind_indexes([(purpose, parts)])[0]


@pytest.mark.parametrize("purpose", BlindPurpose)
def test_equal_texts_have_equal_tokens_of_one_purpose_only(key_folder, purpose):
    parts = PARTS[purpose.parts]
    others = {blind_index(p, *PARTS[p.parts]) for p in BlindPurpose if p is not purpose}

    assert blind_index(purpose, *parts) == blind_index(purpose, *parts)
    assert blind_index(purpose, *parts) not in others
    assert len(blind_index(purpose, *parts)) == 33


def test_children_with_one_given_name_have_different_tokens(key_folder):
    tokens = {
        blind_index(BlindPurpose.NAME_BIRTH_YEAR_MOTHER, "kofi", year, mother)
        for year in ("2011", "2012")
        for mother in ("esi", "adwoa")
    }

    assert len(tokens) == 4


def test_no_purpose_takes_a_name_alone(key_folder):
    assert not [p for p in BlindPurpose if "name" in p and p.parts < 3]
    with pytest.raises(ValueError, match="3 part"):
        blind_index(BlindPurpose.NAME_BIRTH_YEAR_MOTHER, "kofi")
    with pytest.raises(ValueError, match="none of them empty"):
        blind_index(BlindPurpose.NAME_BIRTH_YEAR_MOTHER, "kofi", "2012", "")


def test_a_purpose_that_is_not_listed_is_refused(key_folder):
    with pytest.raises(ValueError, match="given_name"):
        blind_index("given_name", "kofi")


def test_parts_do_not_run_into_each_other(key_folder):
    purpose = BlindPurpose.NAME_BIRTH_YEAR_MOTHER

    assert blind_index(purpose, "ab", "c", "d") != blind_index(purpose, "a", "bc", "d")


def test_whoever_lacks_the_key_cannot_make_the_token(key_folder):
    token = blind_index(BlindPurpose.PHONE, "0300000101")

    assert hashlib.sha256(b"0300000101").digest() not in token
    assert hmac.new(bytes(32), b"0300000101", "sha256").digest() not in token


def test_a_new_blind_key_makes_new_tokens_that_say_so(key_folder):
    before = blind_index(BlindPurpose.PHONE, "0300000101")

    key_files.draw_key(key_folder, "blind-2")

    after = blind_index(BlindPurpose.PHONE, "0300000101")
    assert before[1:] != after[1:]
    assert (before[0], after[0]) == (1, 2)
