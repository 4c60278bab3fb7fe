"""Two who freeze the same quarter at once: one does, the other is told that it was done."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connections, transaction
from django.test import Client

from casebase.reporting.models import FrozenPeriod
from casebase.reporting.rls_freezing import LOCK
from tests.casebase import people
from tests.casebase.database import as_owner, name_of, superuser_url
from tests.casebase.reporting.scene import counters

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"


def committed():
    """An officer and a director, as other connections see them, each in a browser."""
    with transaction.atomic():
        those = counters()
        return [people.sign_in(Client(), those[name]) for name in ("officer", "director")]


def asked(site):
    """One freezing, over a connection of its own."""
    try:
        return site.post("/reports/2026Q3/freeze/", {"is_known": "on"})
    finally:
        connections.close_all()


def until_both_wait(gate):
    deadline = time.monotonic() + 30
    while gate.execute(WAITING).fetchone() != (2,):
        assert time.monotonic() < deadline, "the two never met"
        time.sleep(0.02)


def test_exactly_one_freezes_and_the_other_is_told():
    sites = committed()
    with (
        psycopg.connect(superuser_url(name_of("casebase"))) as gate,
        ThreadPoolExecutor(2) as pool,
    ):
        gate.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        running = [pool.submit(asked, site) for site in sites]
        until_both_wait(gate)  # each has found the quarter not frozen
        gate.rollback()
        answers = [one.result(60) for one in running]

    refused = next(answer for answer in answers if answer.status_code != 302)
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    assert "2026Q3 is frozen already." in refused.content.decode()
    with as_owner():
        assert FrozenPeriod.objects.count() == 1
