"""A new key around the keys: every case's key is wrapped afresh, and no record is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction

from casebase.vault import keys, keystore

BATCH = 500
OLD = (
    "SELECT case_id, version, kek_version, wrapped FROM case_key "
    "WHERE wrapped IS NOT NULL AND kek_version < %s AND (case_id, version) > (%s, %s) "
    "ORDER BY case_id, version LIMIT %s FOR UPDATE"
)
REWRAP = "UPDATE case_key SET kek_version = %s, wrapped = %s WHERE case_id = %s AND version = %s"
COUNT_OLD = "SELECT count(*) FROM case_key WHERE wrapped IS NOT NULL AND kek_version < %s"
BEFORE_ALL = ("00000000-0000-0000-0000-000000000000", 0)


@dataclass
class Rewrapped:
    """What a rotation of the KEK did.

    Attributes:
        kek_version: the one that wraps now.
        keys: how many were wrapped afresh.
        damaged: how many could not be, because they did not open.
    """

    kek_version: int
    keys: int = 0
    damaged: int = 0


def waiting() -> int:
    """How many keys an older KEK still wraps."""
    with connections[keystore.ALIAS].cursor() as cursor:
        cursor.execute(COUNT_OLD, [keys.current().newest_kek])
        return int(cursor.fetchone()[0])


def rewrap_all(say: Callable[[str], None]) -> Rewrapped:
    """Wrap every key with the newest KEK, batch by batch; interrupted, it goes on where it was.

    Pages go on meanwhile: a key opens with whichever KEK its row names. One that is drawn
    meanwhile comes to the newest by itself: Note [A KEK that comes while a key is drawn].
    """
    done = Rewrapped(keys.current().newest_kek)
    place = BEFORE_ALL
    while following := _rewrap_batch(place, done):
        place = following
        say(f"{done.keys} keys wrapped by kek-{done.kek_version}")
    return done


def forget_old_keks() -> list[str]:
    """Remove the files of all older KEKs; only where none of them wraps anything any more.

    Returns:
        The names of the files.
    """
    newest = keys.current().newest_kek
    if waiting():
        return []
    folder = Path(settings.KEY_FOLDER)
    names = [f"kek-{version}" for version in sorted(keys.current().keks) if version < newest]
    for name in names:
        (folder / name).unlink()
    return names


def _rewrap_batch(after: tuple[str, int], done: Rewrapped) -> tuple[str, int] | None:
    with transaction.atomic(using=keystore.ALIAS), connections[keystore.ALIAS].cursor() as cursor:
        cursor.execute(OLD, [done.kek_version, *after, BATCH])
        rows = cursor.fetchall()
        fresh = []
        for case_id, version, kek_version, wrapped in rows:
            key = keystore.unwrap(bytes(wrapped), case_id, version, kek_version)
            if key is None:
                done.damaged += 1
                continue
            again = keystore.wrap(key, case_id, version, done.kek_version)
            fresh.append((done.kek_version, again, case_id, version))
        cursor.executemany(REWRAP, fresh)
    done.keys += len(fresh)
    return (str(rows[-1][0]), rows[-1][1]) if rows else None
