"""New rows whose INSERT is written once a process, as `questions.py` does for what is asked."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model
from django.db.models.sql import InsertQuery

# A model's statement with a place for each value, and the columns in that order.
Insertion = tuple[str, list[Any]]


def insert(row: Model) -> None:
    """As `row.save(force_insert=True)` of a row whose key is known: no signal is sent, no value
    comes back from the database.

    Raises:
        IntegrityError, DatabaseError: as `save`; in a flight (flights.py), at its end.
    """
    sql, fields = _insertion(type(row))
    values = [one.get_db_prep_save(one.pre_save(row, True), connection) for one in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


@cache
def _insertion(model: type[Model]) -> Insertion:
    fields = [one for one in model._meta.local_concrete_fields if not one.generated]
    query = InsertQuery(model)
    query.insert_values(fields, [model()])
    ((sql, values),) = query.get_compiler(connection=connection).as_sql()
    if len(values) != len(model._meta.concrete_fields):
        raise TypeError(f"{model._meta.label} has a value that PostgreSQL chooses: save() it.")
    return sql, fields
