"""The keystore's rows, by raw SQL: `case_key` is no model, so no migration can copy it."""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from casebase.vault import keys
from casebase.vault.envelope import CaseKey

logger = logging.getLogger(__name__)

ALIAS = "keystore"
NONCE_BYTES = 12

SELECT = "SELECT case_id, version, kek_version, wrapped FROM case_key WHERE case_id = ANY(%s)"
# Both take: version, KEK's number, cases, wrapped keys.
INSERT = (
    "INSERT INTO case_key (case_id, version, kek_version, wrapped)"
    " SELECT case_id, %s, %s, wrapped FROM unnest(%s::uuid[], %s::bytea[]) AS new(case_id, wrapped)"
)
WRAP_AGAIN = """
WITH new (version, kek, case_id, wrapped) AS (
    SELECT %s::smallint, %s::smallint, unnest(%s::uuid[]), unnest(%s::bytea[]))
UPDATE case_key k SET kek_version = new.kek, wrapped = new.wrapped
  FROM new WHERE (k.case_id, k.version) = (new.case_id, new.version)"""

REWRITES = 40  # a quarter of a second apart
KEPT_ALIVE = re.compile(r"^[1-9]\d* dead row versions cannot be removed yet")

ERASE = (
    "UPDATE case_key SET wrapped = NULL, erased_at = now(), erased_because = %s "
    "WHERE case_id = %s AND erased_at IS NULL"
)


def draw(case_ids: Sequence[UUID], version: int) -> list[bytes]:
    """New keys, in the keystore before anything is sealed with them; committed at once.

    Note [A KEK that comes while a key is drawn]: a rotation of the KEK may have passed the rows of
    which it knew before these were there. So the folder is looked at again once they are: whoever
    draws a KEK after that look finds these rows, and one that came before it wraps them again here.

    Raises:
        IntegrityError: one has a key of this version.
    """
    drawn = {case_id: secrets.token_bytes(32) for case_id in case_ids}
    kek = _keep(INSERT, drawn, version)
    while kek != keys.current().newest_kek:
        kek = _keep(WRAP_AGAIN, drawn, version)
    return list(drawn.values())


def _keep(statement: str, drawn: Mapping[UUID, bytes], version: int) -> int:
    """Wrap them with the newest KEK and commit; the KEK's number."""
    kek = keys.current().newest_kek
    wrapped = [wrap(key, case_id, version, kek) for case_id, key in drawn.items()]
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(statement, [version, kek, list(drawn), wrapped])
    return kek


def load(case_ids: Iterable[UUID]) -> dict[UUID, CaseKey]:
    """The keys of these cases in one query; a case without any row is absent."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(SELECT, [list(case_ids)])
        rows = cursor.fetchall()
    versions: dict[UUID, dict[int, bytes]] = defaultdict(dict)
    erased = set()
    for case_id, version, kek_version, wrapped in rows:
        if wrapped is None:
            erased.add(case_id)
        elif key := unwrap(bytes(wrapped), case_id, version, kek_version):
            versions[case_id][version] = key
    return {
        case_id: CaseKey(case_id, versions[case_id], is_erased=case_id in erased, reread=reread)
        for case_id in {row[0] for row in rows}
    }


def reread(case_id: UUID) -> CaseKey | None:
    """One key as it stands now; None where it never was."""
    return load([case_id]).get(case_id)


def hold(key: CaseKey, *, using: str) -> None:
    """Until this transaction ends, no rotation passes the case; the key is the newest there is.

    Without it, a value sealed just before a rotation could be saved just after it, with a key that
    is about to be destroyed. Costs two short statements the first time, then none.

    Args:
        using: the connection on which the sealed value will be saved.
    """
    if not any(held is key.held_in for held in _held(using)):
        lock([key.case_id], using=using).keep(key)
        key.refresh()


class Held:
    """Keys that no rotation passes until a transaction ends, among whose hooks this stands.

    Django drops it with the transaction, or with the savepoint that was rolled back, which is when
    PostgreSQL lets the lock go.
    """

    def __init__(self) -> None:
        self.keys: dict[UUID, CaseKey] = {}

    def __call__(self) -> None:
        """What the hook does when its transaction is committed: nothing."""

    def keep(self, key: CaseKey) -> None:
        key.held_in, self.keys[key.case_id] = self, key


def held(case_id: UUID, *, using: str) -> CaseKey | None:
    """The key of a case that this transaction holds already."""
    return next((held.keys[case_id] for held in _held(using) if case_id in held.keys), None)


def _held(using: str) -> Iterator[Held]:
    return (hook[1] for hook in connections[using].run_on_commit if isinstance(hook[1], Held))


def lock(case_ids: Iterable[UUID], *, using: str) -> Held:
    """Let no rotation pass these cases until this transaction ends.

    Returns:
        What is to keep their keys.
    """
    numbers = list(map(lock_number, case_ids))
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock_shared(number) FROM unnest(%s::bigint[]) AS number",
            [numbers],
        )
    transaction.on_commit(mark := Held(), using=using)
    return mark


def lock_number(case_id: UUID) -> int:
    """The advisory lock of a case, in the casebase: 64 bits of its random number."""
    return int.from_bytes(case_id.bytes[:8], "big", signed=True)


def erase(case_id: UUID, reason: str) -> bool:
    """Destroy every version of a key and leave a tombstone; False if there was nothing to destroy.

    The table is rewritten at once, so that its file holds no former version of the row.
    """
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(ERASE, [reason, case_id])
        if erased := cursor.rowcount:
            _rewrite_the_table(cursor)
    return bool(erased)


def _rewrite_the_table(cursor: CursorWrapper) -> None:
    """Leave no former version of a row in the file.

    A transaction that began earlier, anywhere on the server, can keep one alive for a moment;
    PostgreSQL says so, and the table is rewritten again.
    """
    raw = cursor.connection
    said: list[str] = []
    raw.add_notice_handler(hear := lambda notice: said.append(notice.message_detail or ""))
    try:
        for _ in range(REWRITES):
            said.clear()
            cursor.execute("VACUUM (FULL, VERBOSE) case_key")
            if not any(KEPT_ALIVE.search(text) for text in said):
                return
            time.sleep(0.25)
    finally:
        raw.remove_notice_handler(hear)
    logger.error("a former version of an erased key could not be removed yet")


def wrap(key: bytes, case_id: UUID, version: int, kek_version: int) -> bytes:
    """The key, sealed with a KEK for its one row."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    kek = AESGCM(keys.current().keks[kek_version])
    return nonce + kek.encrypt(nonce, key, _place(case_id, version, kek_version))


def unwrap(wrapped: bytes, case_id: UUID, version: int, kek_version: int) -> bytes | None:
    """The key; None, with the alarm in the log, where the row or its KEK is not what it was."""
    kek = keys.current().keks.get(kek_version)
    try:
        if kek is None:
            raise InvalidTag
        nonce, body = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        return AESGCM(kek).decrypt(nonce, body, _place(case_id, version, kek_version))
    except (InvalidTag, ValueError):
        where = f"case_key version {version}, KEK {kek_version}"
        logger.critical("case key damaged", extra={"case": str(case_id), "where": where})
        return None


def _place(case_id: UUID, version: int, kek_version: int) -> bytes:
    return f"keystore|case_key|{case_id}|{version}|{kek_version}".encode()
