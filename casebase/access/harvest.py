"""A budget on what harvesting would need: opening cases, revealing who they are, searching.

What is shown is counted in the page's own transaction. Over the budget nothing is shown, an alert
is kept, and the budget stays closed to that person (control 40).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from casebase.access.models import UsageAlert
from casebase.access.viewer import Viewer

DAY, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Budget:
    """How often within a window, and how long it is closed when it is overdrawn."""

    name: str
    limit: int
    window: dt.timedelta
    closed_for: dt.timedelta | None  # None: until a supervisor has looked


OPENING = Budget("opening", 200, DAY, None)
REVEALING = Budget("revealing", 60, DAY, None)
SEARCHING = Budget("searching", 30, MINUTE, dt.timedelta(minutes=15))
BUDGETS = {budget.name: budget for budget in (OPENING, REVEALING, SEARCHING)}
WORDS = {"opening": "opened cases", "revealing": "saw names", "searching": "searched"}
_COUNT = """
INSERT INTO access_usage (user_id, budget, "window", used) VALUES (%s, %s, %s, 1)
ON CONFLICT (user_id, budget, "window") DO UPDATE SET used = access_usage.used + 1
RETURNING used
"""


class OverBudget(Exception):
    """Nothing is shown; the page answers 429."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget.name)
        self.budget = budget


def spend(viewer: Viewer, budget: Budget) -> None:
    """Count one; called before anything is read.

    Raises:
        OverBudget: it was one too many, or the budget is closed to this person.
    """
    if is_closed(viewer, budget):
        raise OverBudget(budget)
    seconds = int(budget.window.total_seconds())
    start = int(timezone.now().timestamp()) // seconds * seconds
    window = dt.datetime.fromtimestamp(start, tz=dt.UTC)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [viewer.pk, budget.name, window])
        (used,) = cursor.fetchone()
    if used > budget.limit:
        raise OverBudget(budget)


def is_closed(viewer: Viewer, budget: Budget) -> bool:
    alerts = UsageAlert.objects.filter(user_id=viewer.pk, budget=budget.name, handled_at=None)
    if budget.closed_for is not None:
        alerts = alerts.filter(at__gt=timezone.now() - budget.closed_for)
    return alerts.exists()


def alarm(viewer: Viewer, budget: Budget) -> None:
    """Keep the alert, after the page that went over was rolled back; one stays open at a time."""
    if is_closed(viewer, budget):
        return
    UsageAlert.objects.filter(user_id=viewer.pk, budget=budget.name, handled_at=None).update(
        handled_at=timezone.now()
    )  # lapsed by itself
    UsageAlert.objects.create(user_id=viewer.pk, budget=budget.name)
