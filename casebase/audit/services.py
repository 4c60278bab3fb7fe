"""Writing the trail: one function, through a connection that commits on its own."""

from __future__ import annotations

import hashlib
import hmac
import logging
import unicodedata
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connections

logger = logging.getLogger(__name__)

ALIAS = "audit"
WAIT_MS = 2000  # longer, and the page says that it cannot answer
_INSERT = (
    "INSERT INTO audit_entry "
    "(action, user_id, session, case_ids, fields, purpose, result, view, query_hash) "
    "VALUES (%s, %s, %s, %s::uuid[], %s::varchar[], %s, %s, %s, %s)"
)


class AuditUnavailable(Exception):
    """The trail could not be written, so nothing may be shown and nothing done (control 58)."""


def record(
    *,
    action: str,
    user_id: int | None,
    session: str,
    case_ids: Sequence[UUID] = (),
    fields: Sequence[str] = (),
    purpose: str = "",
    result: int = 200,
    view: str = "",
    query_hash: bytes = b"",
) -> None:
    """Write one entry and have it committed before returning, whatever the caller rolls back.

    Args:
        action: `subject.happened`, one of those in events.py.
        session: the session's opaque id, never its key.
        fields: names of the sealed fields that were opened, never what stood in them.
        purpose: a code; a reason in words is sealed in the table that owns it.
        query_hash: what was searched for, by `hash_of_query`.

    Raises:
        AuditUnavailable: the entry is not certain to be kept. The caller shows nothing.
    """
    values: list[Any] = [
        action,
        user_id,
        session,
        list(case_ids),
        list(fields),
        purpose,
        result,
        view,
        query_hash,
    ]
    try:
        _insert(values)
    except (DatabaseError, InterfaceError) as error:
        if not _connection_was_lost():
            _report(error)
            raise AuditUnavailable from None
        _insert_again(values)


def hash_of_query(text: str) -> bytes:
    """A keyed hash of what was searched for: equal searches are seen, no word is readable."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    key = hashlib.sha256(b"harbour audit query\0" + settings.SECRET_KEY.encode()).digest()
    return hmac.digest(key, folded.encode(), "sha256")[:16]


def _insert(values: list[Any]) -> None:
    connection = connections[ALIAS]
    if connection.connection is None:
        connection.ensure_connection()
        with connection.cursor() as cursor:  # a trail that hangs must not hang the site
            cursor.execute(f"SET statement_timeout = {WAIT_MS}; SET lock_timeout = {WAIT_MS}")
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, values)


def _connection_was_lost() -> bool:
    """Whether the failure was of the connection; it is closed then, so the next one is fresh."""
    connection = connections[ALIAS]
    raw = connection.connection
    lost = raw is None or raw.closed
    if lost:
        connection.close()
    return lost


def _insert_again(values: list[Any]) -> None:
    """One more try on a new connection: an entry twice is better than a page refused."""
    try:
        _insert(values)
    except (DatabaseError, InterfaceError) as error:
        _report(error)
        connections[ALIAS].close()
        raise AuditUnavailable from None


def _report(error: Exception) -> None:
    logger.error("the trail could not be written", extra={"error": type(error).__name__})
