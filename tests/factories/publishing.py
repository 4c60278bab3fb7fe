"""Pages made public without a review, as an operator's command does it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def as_an_operator() -> Iterator[None]:
    """Hold a clearance outside a transaction of its own, so that any kind of test can use it."""
    from portal.content.models import Clearance  # Django is not set up when fixtures are read
    from portal.content.workflow import guard

    clearance = Clearance.objects.create(ground=Clearance.Ground.OPERATOR, reason="tests")
    token = guard._held.set(clearance)
    _set(guard.SETTING, str(clearance.pk))
    try:
        yield
    finally:
        guard._held.reset(token)
        if not connection.needs_rollback and connection.connection is not None:
            _set(guard.SETTING, "")


def _set(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, false)", [setting, value])
