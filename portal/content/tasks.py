"""The worker's regular work with content (Procrastinate finds this module by its name)."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from portal.content.workflow import reminders, schedule


@app.periodic(cron="* * * * *", periodic_id="planned")
@app.task(name="content.switch_planned", queueing_lock="content.switch_planned", pass_context=False)
def switch_planned(timestamp: int) -> None:
    """Every minute: what was planned for now."""
    schedule.run_due(now=timezone.now())


@app.periodic(cron="0 7 * * 1", periodic_id="reviews")
@app.task(name="content.send_review_digest", queueing_lock="content.send_review_digest")
def send_review_digest(timestamp: int) -> None:
    """Monday at seven: how many pages wait for a review."""
    reminders.send_digest(on=timezone.localdate())
