"""Comparing the folder of sealed files with the rows that point into it, both ways."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import psycopg
from django.db import connections

from casebase.vault import files, keystore

logger = logging.getLogger(__name__)

ROWS = (
    "SELECT case_id, object_name, original_name FROM registry_attachment WHERE state <> 'refused'"
)
ERASED = "SELECT DISTINCT case_id FROM case_key WHERE erased_at IS NOT NULL"


@dataclass(frozen=True)
class Reconciled:
    """What did not fit.

    Attributes:
        removed: files that no row names any more, or never did; nothing could open them.
        missing: names that a row holds and that lead to no file; somebody must look.
    """

    removed: int
    missing: tuple[str, ...]


def reconcile_files(*, database: psycopg.Connection) -> Reconciled:
    """Remove what nobody can open, and name what is lost.

    Args:
        database: the casebase, as `key_rotator`.
    """
    with connections[keystore.ALIAS].cursor() as cursor:
        cursor.execute(ERASED)
        erased = {case_id for (case_id,) in cursor.fetchall()}
    # A file that is added from here on is too young to be an orphan.
    rows = database.execute(ROWS).fetchall()
    known = {name for case_id, *names in rows if case_id not in erased for name in names if name}
    orphans = files.orphans(known)
    for path in orphans:
        path.unlink(missing_ok=True)
    missing = files.missing(known)
    for name in missing:
        logger.critical("a sealed file is missing", extra={"where": name})
    return Reconciled(removed=len(orphans), missing=tuple(missing))
