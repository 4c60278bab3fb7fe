"""Opening every sealed value once: the proof at the end of a rotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import psycopg

from casebase.vault import services
from casebase.vault.envelope import CaseKey, version_of
from casebase.vault.errors import KeyErased, RecordDamaged
from casebase.vault.rotation.tables import SealedTable, sealed_tables

BATCH = 200


@dataclass
class Proof:
    """What opening everything showed.

    Attributes:
        readable: values that opened.
        old: keys under which a value is sealed with an older version.
        damaged: keys under which a value does not open.
        erased: keys that were destroyed on purpose; what they sealed is not counted.
    """

    readable: int = 0
    old: set[UUID] = field(default_factory=set)
    damaged: set[UUID] = field(default_factory=set)
    erased: set[UUID] = field(default_factory=set)

    @property
    def holds(self) -> bool:
        return not (self.old or self.damaged)

    def __str__(self) -> str:
        return (
            f"{self.readable} sealed values opened; {len(self.old)} keys with a value of an older "
            f"version; {len(self.damaged)} keys with a damaged value; {len(self.erased)} erased"
        )


def prove(database: psycopg.Connection) -> Proof:
    """Open every sealed value of every table.

    Args:
        database: the casebase, as `key_rotator`.
    """
    proof = Proof()
    for table in sealed_tables():
        for key_ids in _batches(sorted(table.keys_named(database))):
            keys = services.case_keys(key_ids)
            for key_id, row, sealed in table.rows(database, key_ids):
                _open(proof, keys[key_id], table, row, sealed)
    return proof


def _open(
    proof: Proof, key: CaseKey, table: SealedTable, row: UUID, sealed: dict[str, bytes]
) -> None:
    for column, value in sealed.items():
        try:
            key.open_bytes(value, table=table.name, column=column, row=row)
            proof.readable += 1
            if version_of(value) != key.version:
                proof.old.add(key.case_id)
        except KeyErased:
            proof.erased.add(key.case_id)
        except RecordDamaged:
            proof.damaged.add(key.case_id)


def _batches(key_ids: list[UUID]) -> Iterator[list[UUID]]:
    return (key_ids[start : start + BATCH] for start in range(0, len(key_ids), BATCH))
