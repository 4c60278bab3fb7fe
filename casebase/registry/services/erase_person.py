"""Erasing a person for good: their keys, their files, their tokens; the numbers stay as tombstones.

What is left says that there was a case, when it was erased and why, and what was counted of it:
nothing that was sealed can be read again, in any copy (casebase/vault/README.md, "Erasing").
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import psycopg

from casebase.audit.services import record
from casebase.registry.codes import references
from casebase.vault import files
from casebase.vault.enums import ErasureReason
from casebase.vault.services import erase_case_key
from portal.core.services import DomainError

# Persons merged into one are one human being, and so are erased together.
PERSONS = """
SELECT p.id FROM registry_person p
 WHERE coalesce(p.resolved_into_id, p.id) = (
       SELECT coalesce(q.resolved_into_id, q.id) FROM registry_person q
         JOIN registry_case c ON c.person_id = q.id WHERE c.reference = %s)
"""
CASES = "SELECT id FROM registry_case WHERE person_id = ANY (%s)"
FILES = "SELECT object_name, original_name FROM registry_attachment WHERE case_id = ANY (%s)"
TOKENS = "DELETE FROM registry_blindtoken WHERE person_id = ANY (%s)"


class NobodyToErase(DomainError):
    """No case has this number."""


@dataclass(frozen=True)
class Erased:
    """What was destroyed; done again, a second call finds nothing left."""

    cases: int
    keys: int
    files: int
    tokens: int


def erase_person(
    *, database: psycopg.Connection, reference: str, reason: ErasureReason, session: str
) -> Erased:
    """Destroy what a case's person can be known by, in all their cases.

    Recorded first; interrupted, it is run again and finishes.

    Args:
        database: the casebase, as `key_rotator`, with autocommit.
        session: who did it, as the trail names them.

    Raises:
        NobodyToErase: no case has this number.
        AuditUnavailable: nothing is destroyed without a trace.
    """
    persons = _ids(database, PERSONS, references.read(reference) or "")
    if not persons:
        raise NobodyToErase("There is no case of this number. Look at it once more.")
    cases = _ids(database, CASES, persons)
    record(
        action="person.erase", user_id=None, session=session, case_ids=cases, purpose=reason.value
    )
    keys = sum(erase_case_key(key_id, reason) for key_id in (*persons, *cases))
    names = [name for row in database.execute(FILES, [cases]) for name in row if name]
    present = [name for name in names if files.path_of(name).exists()]
    for name in present:
        files.remove(name)
    tokens = database.execute(TOKENS, [persons]).rowcount
    return Erased(cases=len(cases), keys=keys, files=len(present), tokens=tokens)


def _ids(database: psycopg.Connection, statement: str, value: object) -> list[UUID]:
    return [row[0] for row in database.execute(statement, [value])]
