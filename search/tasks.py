"""What the worker does for search."""

from __future__ import annotations

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from search import poor_searches
from search.engines import choice
from search.services import changes


@app.task(name="search.apply_outbox", queue="search", retry=RetryStrategy(max_attempts=3, wait=2))
def apply_outbox() -> None:
    """Apply published changes to the index; deferred in the transaction that publishes."""
    changes.apply_outbox()


@app.periodic(cron="*/5 * * * *")
@app.task(name="search.apply_what_waits", queue="search", queueing_lock="search.apply_what_waits")
def apply_what_waits(timestamp: int) -> None:
    """Try again what could not be applied."""
    changes.apply_outbox()


@app.periodic(cron="* * * * *")
@app.task(name="search.send_what_waits", queue="search", queueing_lock="search.send_what_waits")
def send_what_waits(timestamp: int) -> None:
    """Send the cluster what it could not take before, or build its index the first time."""
    for engine in choice.in_use():
        engine.catch_up()


@app.periodic(cron="40 2 * * *")
@app.task(name="search.drop_old_counts", queue="search", queueing_lock="search.drop_old_counts")
def drop_old_counts(timestamp: int) -> None:
    """Counts of poor searches go after ninety days."""
    poor_searches.drop_old(on=timezone.localdate())


@app.periodic(cron="20 2 * * *")
@app.task(name="search.reconcile", queue="search", queueing_lock="search.reconcile")
def reconcile(timestamp: int) -> None:
    """The nightly proof that the index holds what is public, and nothing else."""
    changes.reconcile()
