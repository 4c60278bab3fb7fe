"""Several statements sent to PostgreSQL together, when none needs the answer of another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def in_one_flight(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Send what is written within without waiting for each answer.

    Raises:
        DatabaseError: of the statement that failed, at the end at the latest; those after it were
            not run.
    """
    connection = connections[using]
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield
