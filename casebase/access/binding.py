"""Saying to PostgreSQL, once a transaction, whose session this is."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

BIND = """
SELECT m.user_id, m.role, m.agency_id, m.desk_id,
       EXISTS (SELECT 1 FROM access_oath o WHERE o.user_id = m.user_id)
  FROM access_bind(%s) AS bound (user_id) JOIN access_membership m USING (user_id)"""


@dataclass(frozen=True)
class Place:
    """Whose session it is, and where they work."""

    user_id: int
    role: str
    agency_id: int
    desk_id: int | None
    has_taken_oath: bool


class NotBound(Exception):
    """PostgreSQL does not know this session as one of a member with both factors."""


def bind(session_key: str | None) -> Place:
    """Show this transaction the rows of the session's person.

    Args:
        session_key: the secret of the cookie; PostgreSQL keeps only its digest.

    Raises:
        NotBound: ended, idle, forged, without a second factor, or of nobody who is a member.
    """
    if not connection.in_atomic_block:  # a setting of a transaction is void outside one
        raise NotBound("there is no transaction to bind")
    with connection.cursor() as cursor:  # the secret goes beside the statement, never inside it
        cursor.execute(BIND, [session_key or ""])
        row = cursor.fetchone()
    if row is None:
        raise NotBound("the session is not bound")
    return Place(*row)
