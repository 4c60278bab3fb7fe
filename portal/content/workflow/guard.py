"""The lock that PostgreSQL holds on public pages, and the only way to turn it.

A trigger on Wagtail's page table refuses a page that goes live, or a live page that changes, unless
the transaction carries the number of a clearance for that page (migration `0004_four_eyes_guard`).
`holding` is where that number is set; it falls with the transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from wagtail.models import Page

from portal.content.workflow.models import Clearance

SETTING = "harbour.clearance"
_held: ContextVar[Clearance | None] = ContextVar("clearance in hand", default=None)


class CannotPublish(PermissionDenied):
    """A page does not become public; the message says why and what to do."""


class NotCleared(CannotPublish):
    """Nobody but its authors has approved this text."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            f"Page {page.pk} was not published: its present text has not been approved by somebody "
            "who did not write it. Submit it for review."
        )


@contextmanager
def holding(clearance: Clearance) -> Iterator[None]:
    """Let this transaction publish what the clearance names, and nothing else."""
    before = _held.get()
    with transaction.atomic():
        _tell_database(clearance)
        token = _held.set(clearance)
        try:
            yield
        finally:
            _held.reset(token)
        _tell_database(before)  # after an error the rollback does it


def _tell_database(clearance: Clearance | None) -> None:
    number = str(clearance.pk) if clearance else ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, number])


def in_hand(page: Page) -> Clearance | None:
    """The clearance held now, if it covers this page."""
    clearance = _held.get()
    if clearance and clearance.page_id in (None, page.pk):
        return clearance
    return None
