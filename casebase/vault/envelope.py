"""One case's key, and what it seals: AES-256-GCM, bound to the place where the value lies.

A sealed value is: format (1 byte), the key's version (1 byte), nonce (12 bytes), ciphertext and
tag (16 bytes): 30 bytes more than the text. The version stands in front so that a rotation can tell
old from new without opening anything; like the place, it is part of what the tag covers.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casebase.vault.errors import KeyErased, RecordDamaged

logger = logging.getLogger(__name__)

LABEL = "casebase"  # the database; a value from another one opens nowhere here
FORMAT = 1
HEADER_BYTES = 2
NONCE_BYTES = 12
OVERHEAD_BYTES = HEADER_BYTES + NONCE_BYTES + 16
LAST_VERSION = 255


class CaseKey:
    """The key of one case, in all versions that still open something; the newest one seals.

    `repr` shows no key. An erased case has a CaseKey too, so that a list that holds one can be
    drawn: it refuses each value instead of the page.

    Attributes:
        held_in: what keeps this key from being rotated; see `keystore.Held`.
    """

    __slots__ = ("_ciphers", "_reread", "case_id", "held_in", "is_erased")

    def __init__(
        self,
        case_id: UUID,
        versions: Mapping[int, bytes],
        *,
        is_erased: bool = False,
        reread: Callable[[UUID], CaseKey | None] | None = None,
    ) -> None:
        self.case_id = case_id
        self.is_erased = is_erased
        self.held_in: object = None
        self._ciphers = {version: AESGCM(key) for version, key in versions.items()}
        self._reread = reread

    def __repr__(self) -> str:
        return f"<CaseKey of {self.case_id}>"

    @property
    def version(self) -> int:
        """The version that seals.

        Raises:
            KeyErased: the case was erased.
            RecordDamaged: no version of the key could be unwrapped.
        """
        if self.is_erased:
            raise KeyErased
        if not self._ciphers:
            raise RecordDamaged
        return max(self._ciphers)

    def refresh(self) -> None:
        """Take over what the keystore holds now: a rotation may have passed."""
        fresh = self._reread(self.case_id) if self._reread else None
        if fresh is not None:
            self.is_erased, self._ciphers = fresh.is_erased, fresh._ciphers

    def seal(self, text: str, *, table: str, column: str, row: UUID | int) -> bytes:
        """The text, sealed for one place; an empty text is sealed like any other."""
        return self.seal_bytes(text.encode(), table=table, column=column, row=row)

    def open(self, sealed: bytes, *, table: str, column: str, row: UUID | int) -> str:
        """The text that was sealed for this place.

        Raises:
            KeyErased: the case was erased.
            RecordDamaged: anything else than exactly that; the alarm is in the log.
        """
        plain = self.open_bytes(sealed, table=table, column=column, row=row)
        try:
            return plain.decode()
        except UnicodeDecodeError:
            _alarm(table, column, row)
            raise RecordDamaged from None

    def seal_bytes(self, plain: bytes, *, table: str, column: str, row: UUID | int) -> bytes:
        """As `seal`, for bytes."""
        version = self.version
        header = bytes((FORMAT, version))
        nonce = secrets.token_bytes(NONCE_BYTES)
        place = _place(table, column, row, version)
        return header + nonce + self._ciphers[version].encrypt(nonce, plain, place)

    def open_bytes(self, sealed: bytes, *, table: str, column: str, row: UUID | int) -> bytes:
        """As `open`, for bytes."""
        if self.is_erased:
            raise KeyErased
        sealed = bytes(sealed)
        cipher = self._cipher(version_of(sealed))
        if cipher is None:
            _alarm(table, column, row)
            raise RecordDamaged
        nonce, body = sealed[HEADER_BYTES:][:NONCE_BYTES], sealed[HEADER_BYTES + NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, body, _place(table, column, row, sealed[1]))
        except (InvalidTag, ValueError):
            _alarm(table, column, row)
            raise RecordDamaged from None

    def _cipher(self, version: int) -> AESGCM | None:
        if version and version not in self._ciphers:
            self.refresh()
        return self._ciphers.get(version)


def version_of(sealed: bytes) -> int:
    """The version of the key that a value names; 0 for what is no sealed value."""
    if len(sealed) < OVERHEAD_BYTES or sealed[0] != FORMAT:
        return 0
    return sealed[1]


def _place(table: str, column: str, row: UUID | int, version: int) -> bytes:
    return f"{LABEL}|{table}|{column}|{row}|{FORMAT}|{version}".encode()


def _alarm(table: str, column: str, row: UUID | int) -> None:
    logger.critical("record damaged", extra={"where": f"{table}.{column} {row}"})
