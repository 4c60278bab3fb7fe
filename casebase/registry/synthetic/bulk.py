"""Many rows at once, by COPY: for benchmarks and tests of size, never for a real child.

Note [COPY past row-level security]
PostgreSQL refuses COPY into a table whose policies bind the caller, and they bind the owner too.
So the owner lifts that for its own transaction and puts it back before the commit: nobody else sees
the tables open, and a crash rolls it back. A web role cannot do this.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connections, models, transaction
from django.utils import timezone

Row = tuple[Any, ...]
MISSING = object()


class Table:
    """A model's table as COPY sees it: all columns, and the model's own defaults for most."""

    def __init__(self, model: type[models.Model]) -> None:
        self.name = model._meta.db_table
        fields = [field for field in model._meta.concrete_fields if not _is_counted(field)]
        self.columns = tuple(str(field.column) for field in fields)
        self._defaults = {str(field.column): _default(field) for field in fields}

    def row(self, **values: Any) -> Row:
        """The columns in order; what is not named takes the model's default.

        Raises:
            ValueError: a column without a default is not named, or a name is no column.
        """
        row = self._defaults | values
        if len(row) > len(self._defaults):
            raise ValueError(f"no columns of {self.name}: {row.keys() - self._defaults.keys()}")
        found = tuple(value() if callable(value) else value for value in row.values())
        if MISSING in found:
            absent = [name for name, value in row.items() if value is MISSING]
            raise ValueError(f"{self.name} needs {absent}")
        return found


def _is_counted(field: models.Field) -> bool:
    return isinstance(field, models.AutoField) and field.primary_key


def _default(field: models.Field) -> Any:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return timezone.now if isinstance(field, models.DateTimeField) else dt.date.today
    if field.has_default():
        return field.default
    if field.null:
        return None
    return "" if field.empty_strings_allowed and field.blank else MISSING


def copy(alias: str, table: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Insert the rows through the alias's connection; how many there were."""
    number = 0
    with connections[alias].cursor() as cursor:
        statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with cursor.copy(statement) as target:
            for row in rows:
                target.write_row(row)
                number += 1
    return number


@contextlib.contextmanager
def lifted_policies(tables: Sequence[str]) -> Iterator[None]:
    """One transaction of the owner in which the policies of these tables do not bind it.

    Note [COPY past row-level security].
    """
    with transaction.atomic(), connections["default"].cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else ALTER finds pending checks
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
