"""The sealed tables as the rotation sees them: ciphertext, and nothing else of a row.

The role `key_rotator` may read the id, the key's column and the sealed columns of these tables, and
change the sealed ones; see `privileges`. It reads every row, so it holds no other column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg import sql

from casebase.vault.sealed import sealed_models


@dataclass(frozen=True)
class SealedTable:
    """One table: its name, the column of the key's id, its sealed columns."""

    name: str
    sealed_by: str
    columns: tuple[str, ...]

    def rows(
        self, database: psycopg.Connection, key_ids: Sequence[UUID], *, lock: bool = False
    ) -> list[tuple[UUID, UUID, dict[str, bytes]]]:
        """The rows that these keys seal: the key's id, the row's, and the filled columns."""
        found = database.execute(self._select(lock=lock), [list(key_ids)])
        return [
            (key_id, row_id, {c: v for c, v in zip(self.columns, values, strict=True) if v})
            for key_id, row_id, *values in found
        ]

    def update(self, database: psycopg.Connection, row: UUID, sealed: dict[str, bytes]) -> None:
        """Put the freshly sealed values of one row in their columns."""
        sets = (sql.SQL("{} = %s").format(sql.Identifier(column)) for column in sealed)
        statement = sql.SQL("UPDATE {} SET {} WHERE id = %s").format(
            sql.Identifier(self.name), sql.SQL(", ").join(sets)
        )
        database.execute(statement, [*sealed.values(), row])

    def keys_named(self, database: psycopg.Connection) -> set[UUID]:
        """Every key's id that some row names."""
        statement = sql.SQL("SELECT DISTINCT {} FROM {}")
        query = statement.format(sql.Identifier(self.sealed_by), sql.Identifier(self.name))
        return {key_id for (key_id,) in database.execute(query)}

    def _select(self, *, lock: bool) -> sql.Composed:
        columns = [self.sealed_by, "id", *self.columns]
        return sql.SQL("SELECT {} FROM {} WHERE {} = ANY(%s) {}").format(
            sql.SQL(", ").join(sql.Identifier(column) for column in columns),
            sql.Identifier(self.name),
            sql.Identifier(self.sealed_by),
            sql.SQL("FOR NO KEY UPDATE" if lock else ""),
        )


def sealed_tables() -> Iterator[SealedTable]:
    """Every table with sealed columns of every installed app."""
    for model in sealed_models():
        yield SealedTable(model._meta.db_table, model.sealed_by, model.sealed_columns())
