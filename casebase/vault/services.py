"""What the case module asks of the vault: a case's key, and blind indexes."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import DEFAULT_DB_ALIAS

from casebase.vault import keys, keystore
from casebase.vault.enums import BlindPurpose, ErasureReason
from casebase.vault.envelope import CaseKey
from casebase.vault.errors import KeyErased, RecordDamaged

FIRST_VERSION = 1
PART_ENDS = b"\x1f"
HASH = "sha256"


def new_case_key(case_id: UUID) -> CaseKey:
    """As `new_case_keys`, for one."""
    return new_case_keys(case_id)[0]


def new_case_keys(*case_ids: UUID) -> list[CaseKey]:
    """Draw a key for each of some records that are about to be made.

    They are in the keystore for good before the rows are written: a lost case leaves a key too
    many, which opens nothing; the other way round, a child's record would be lost.

    Raises:
        IntegrityError: one has a key already.
    """
    held = keystore.lock(case_ids, using=DEFAULT_DB_ALIAS)
    for case_id, key in zip(case_ids, keystore.draw(case_ids, FIRST_VERSION), strict=True):
        held.keep(CaseKey(case_id, {FIRST_VERSION: key}, reread=keystore.reread))
    return [held.keys[case_id] for case_id in case_ids]


def case_key(case_id: UUID) -> CaseKey:
    """The key of one case.

    Raises:
        KeyErased: the case was erased.
        RecordDamaged: the keystore has no key for it, or none that opens.
    """
    key = case_keys([case_id])[case_id]
    _ = key.version
    return key


def key_to_seal(case_id: UUID) -> CaseKey:
    """The key of one case for writing: no rotation passes the case until this transaction ends.

    Raises:
        KeyErased, RecordDamaged: as `case_key`.
    """
    if key := keystore.held(case_id, using=DEFAULT_DB_ALIAS):
        return key
    held = keystore.lock([case_id], using=DEFAULT_DB_ALIAS)
    held.keep(key := case_key(case_id))
    return key


def case_keys(case_ids: Iterable[UUID]) -> dict[UUID, CaseKey]:
    """The keys of several cases, in one query, one for each id that was asked for.

    A key that is erased, lost or damaged comes too; it says so when it is used, so that a list
    with one such case still shows the others.
    """
    wanted = set(case_ids)
    found = keystore.load(wanted) if wanted else {}
    return {case_id: found.get(case_id) or CaseKey(case_id, {}) for case_id in wanted}


def erase_case_key(case_id: UUID, reason_code: str) -> bool:
    """Destroy a case's key: nothing that it sealed, in any copy, can be read again.

    The tombstone keeps the case's number, the moment and the reason. Who may ask for it, and who
    must agree, is the caller's to settle; see the README on copies of the keystore.

    Args:
        reason_code: one of `ErasureReason`.

    Returns:
        False where the key was erased before, or never was.

    Raises:
        ValueError: the reason is not listed.
    """
    return keystore.erase(case_id, ErasureReason(reason_code).value)


def blind_indexes(texts: Iterable[tuple[str, Sequence[str]]]) -> list[bytes]:
    """Tokens that are equal for equal texts and tell nothing else: key version, HMAC-SHA-256.

    Args:
        texts: pairs of a purpose, one of `BlindPurpose`, and parts: already normalised, as many as
            the purpose takes, none empty. Tokens of different purposes never meet.

    Returns:
        For each 33 bytes: the version of the blind key, then the HMAC.

    Raises:
        ValueError: a purpose is not listed, a part is missing or empty.
    """
    held = keys.current()
    version, blind = held.newest_blind, held.blinds[held.newest_blind]
    return [
        bytes((version,)) + hmac.digest(_purpose_key(blind, purpose), _joined(purpose, parts), HASH)
        for purpose, parts in texts
    ]


def _joined(purpose: str, parts: Sequence[str]) -> bytes:
    listed = BlindPurpose(purpose)
    if len(parts) != listed.parts or not all(parts):
        raise ValueError(f"{listed} takes {listed.parts} part(s), none of them empty.")
    return b"".join(part.encode() + PART_ENDS for part in parts)


@lru_cache(maxsize=32)
def _purpose_key(blind: bytes, purpose: str) -> bytes:
    info = f"harbour blind index {purpose}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(blind)


__all__ = [
    "CaseKey",
    "KeyErased",
    "RecordDamaged",
    "blind_indexes",
    "case_key",
    "case_keys",
    "erase_case_key",
    "key_to_seal",
    "new_case_key",
    "new_case_keys",
]
