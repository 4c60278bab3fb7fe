"""A new key for a case, while people work on it; interrupted anywhere, it is resumed.

Note [A case's key is rotated under its writers]
1. The new version goes to the keystore: from now on it seals, and both open.
2. In one transaction, with the case's lock held alone, every old value is sealed afresh. A writer
   holds the same lock shared from the first value it seals until it commits (`keystore.hold`), and
   then asks which version is the newest: so no old value can come after this transaction.
3. The old version is marked as retired. A page that read a row before step 2 may still open it.
4. After the longest time a page can take, every value is opened once, with proof that nothing old
   is left, and the retired versions are deleted.
A kill leaves a case in one of these states, and each is the start of the next step.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg
from django.db import connections

from casebase.vault import keystore
from casebase.vault.envelope import CaseKey, version_of
from casebase.vault.errors import KeyErased, RecordDamaged
from casebase.vault.rotation.tables import sealed_tables

PATIENCE_SECONDS = 30  # for one case that is always being written to
LOCK_TIMEOUT = "400ms"  # below PostgreSQL's deadlock check: it is us who step back, never a page
SAY_EVERY = 500

DUE = (
    "SELECT case_id FROM case_key WHERE erased_at IS NULL GROUP BY case_id "
    "HAVING max(made_at) < %s OR count(*) FILTER (WHERE retired_at IS NULL) > 1 ORDER BY case_id"
)
NEWEST = "SELECT version, made_at FROM case_key WHERE case_id = %s ORDER BY version DESC LIMIT 1"
RETIRE = (
    "UPDATE case_key SET retired_at = now() "
    "WHERE case_id = %s AND version < %s AND retired_at IS NULL AND erased_at IS NULL"
)
NOT_RETIRED = "UPDATE case_key SET retired_at = NULL WHERE case_id = ANY(%s) AND erased_at IS NULL"
FORGET = (
    "DELETE FROM case_key WHERE retired_at IS NOT NULL AND erased_at IS NULL "
    "AND NOT case_id = ANY(%s)"
)


@dataclass
class Rotated:
    """What a rotation of case keys did.

    Attributes:
        keys: how many are in use in a new version.
        values: how many were sealed afresh.
        damaged: the keys that stay as they are, because something under them does not open.
        busy: the keys that somebody was writing with all the time; the next run takes them.
    """

    keys: int = 0
    values: int = 0
    damaged: list[UUID] = field(default_factory=list)
    busy: list[UUID] = field(default_factory=list)


def rotate_all(
    database: psycopg.Connection, *, made_before: dt.datetime, say: Callable[[str], None]
) -> Rotated:
    """Steps 1 to 3 for every key made before a moment, and for those that were interrupted.

    Args:
        database: the casebase, as `key_rotator`, with autocommit.
    """
    done = Rotated()
    due = _ids(DUE, [made_before])
    for number, case_id in enumerate(due, 1):
        _rotate(database, case_id, made_before, done)
        if number % SAY_EVERY == 0 or number == len(due):
            say(f"{number} of {len(due)} keys, {done.values} values sealed afresh")
    return done


def take_up_again(case_ids: list[UUID]) -> None:
    """Have the next `rotate_all` go over these again: something old was found under them."""
    _execute(NOT_RETIRED, [case_ids])


def forget_retired(*, but: list[UUID]) -> int:
    """Step 4's end: delete the retired versions, but not of these keys."""
    return _execute(FORGET, [but])


def _rotate(
    database: psycopg.Connection, case_id: UUID, made_before: dt.datetime, done: Rotated
) -> None:
    try:
        key = _with_new_version(case_id, made_before)
        done.values += _reseal_patiently(database, key)
    except KeyErased:
        return  # erased since the list was made
    except RecordDamaged:
        done.damaged.append(case_id)
        return
    except psycopg.errors.LockNotAvailable:
        done.busy.append(case_id)
        return
    _execute(RETIRE, [case_id, key.version])
    done.keys += 1


def _with_new_version(case_id: UUID, made_before: dt.datetime) -> CaseKey:
    """Step 1, unless an interrupted run has done it."""
    with connections[keystore.ALIAS].cursor() as cursor:
        cursor.execute(NEWEST, [case_id])
        version, made_at = cursor.fetchone()
    key = keystore.reread(case_id)
    if key is None or key.version != version:
        raise RecordDamaged  # the newest version does not open: no value may be risked
    if made_at < made_before:
        keystore.draw([case_id], version + 1)
        key.refresh()
    return key


def _reseal_patiently(database: psycopg.Connection, key: CaseKey) -> int:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with database.transaction():
                return _reseal(database, key)
        except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected):
            if time.monotonic() > deadline:
                raise psycopg.errors.LockNotAvailable from None
            time.sleep(0.05)


def _reseal(database: psycopg.Connection, key: CaseKey) -> int:
    """Step 2, inside a transaction."""
    database.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
    database.execute("SELECT pg_advisory_xact_lock(%s)", [keystore.lock_number(key.case_id)])
    values = 0
    for table in sealed_tables():
        for _, row, sealed in table.rows(database, [key.case_id], lock=True):
            fresh = dict(_sealed_afresh(key, table.name, row, sealed))
            if fresh:
                table.update(database, row, fresh)
            values += len(fresh)
    return values


def _sealed_afresh(
    key: CaseKey, table: str, row: UUID, sealed: dict[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    for column, value in sealed.items():
        if version_of(value) != key.version:
            plain = key.open_bytes(value, table=table, column=column, row=row)
            yield column, key.seal_bytes(plain, table=table, column=column, row=row)


def _ids(statement: str, values: list[Any]) -> list[UUID]:
    with connections[keystore.ALIAS].cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]


def _execute(statement: str, values: list[Any]) -> int:
    with connections[keystore.ALIAS].cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
