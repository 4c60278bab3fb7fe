"""Saying to PostgreSQL, once a transaction, whose session this is."""

from __future__ import annotations

from django.db import connection


class NotBound(Exception):
    """PostgreSQL does not know this session as one of a member with both factors."""


def bind(session_key: str | None) -> int:
    """Show this transaction the rows of the session's person.

    Args:
        session_key: the secret of the cookie; PostgreSQL keeps only its digest.

    Returns:
        The person's id.

    Raises:
        NotBound: ended, idle, forged, without a second factor, or of nobody who is a member.
    """
    if not connection.in_atomic_block:  # a setting of a transaction is void outside one
        raise NotBound("there is no transaction to bind")
    with connection.cursor() as cursor:  # the secret goes beside the statement, never inside it
        cursor.execute("SELECT access_bind(%s)", [session_key or ""])
        row = cursor.fetchone()
    user_id = row[0] if row else None
    if user_id is None:
        raise NotBound("the session is not bound")
    return int(user_id)
