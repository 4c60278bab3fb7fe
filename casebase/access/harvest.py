"""A budget on what harvesting would need: opening cases, revealing who they are, searching.

What is shown is counted in the page's own transaction, a case or a name once a day. Over the budget
nothing is shown, an alert is kept, and the budget stays closed to that person (control 40). A page
that is refused shows something as well, so what it counted is counted again when its transaction
has been undone (pages.py).
"""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils import timezone

from casebase.access.models import UsageAlert
from casebase.access.viewer import Viewer

DAY, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)


@dataclass(frozen=True)
class Budget:
    """How often within a window, and how long it is closed when it is overdrawn.

    Attributes:
        closed_for: None means until a supervisor has looked.
        did: what the person did, for whoever looks at the alert.
        heading, says: the page that tells them.
    """

    name: str
    limit: int
    window: dt.timedelta
    closed_for: dt.timedelta | None
    did: str
    heading: str
    says: str


ASK = (
    "This protects the children: nobody looks at very many in one day. Your supervisor opens it"
    " again under Review of access, or a director. Nothing that you saved is lost."
)
OPENING = Budget(
    "opening", 200, DAY, None, "opened cases", "You opened more than 200 cases today", ASK
)
REVEALING = Budget(
    "revealing", 60, DAY, None, "saw names", "You saw the names of more than 60 children today", ASK
)
SEARCHING = Budget(
    "searching", 30, MINUTE, dt.timedelta(minutes=15), "searched",
    "You searched more than 30 times within a minute",
    "Searching is open to you again in a quarter of an hour. Nothing that you saved is lost.",
)  # fmt: skip
SEARCHING_ALL_DAY = Budget(
    "searching_daily", 300, DAY, None, "searched all day",
    "You searched more than 300 times today", ASK,
)  # fmt: skip
# PostgreSQL counts it, wherever a child is corrected (registry/rls_asked.py).
CORRECTING = Budget(
    "correcting", 100, DAY, None, "corrected children",
    "You corrected more than 100 children today",
    "Who a child is can be compared with what other agencies hold, so it is changed no more often"
    " in a day. Tomorrow you can go on. Nothing that you saved is lost.",
)  # fmt: skip
BUDGETS = {
    each.name: each for each in (OPENING, REVEALING, SEARCHING, SEARCHING_ALL_DAY, CORRECTING)
}
_COUNT = """
INSERT INTO access_usage (user_id, budget, "window", used, seen) VALUES (%s, %s, %s, 1, %s)
ON CONFLICT (user_id, budget, "window") DO UPDATE
SET used = access_usage.used + 1, seen = access_usage.seen || excluded.seen
WHERE excluded.seen = '{}' OR NOT access_usage.seen @> excluded.seen
RETURNING used
"""


class OverBudget(Exception):
    """Nothing is shown; the page answers 429."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget.name)
        self.budget = budget


def spend(viewer: Viewer, budget: Budget, subject: UUID | None = None) -> None:
    """Count one, before anything is shown.

    Args:
        subject: whose case or name it is: counted once in a window.

    Raises:
        OverBudget: it was one too many, or the budget is closed to this person.
    """
    if is_closed(viewer, budget):
        raise OverBudget(budget)
    viewer.spent.append((budget, subject))
    seen = [] if subject is None else [subject]
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [viewer.pk, budget.name, _start_of_window(budget), seen])
        counted = cursor.fetchone()
    if counted and counted[0] > budget.limit:
        raise OverBudget(budget)


def spend_search(viewer: Viewer) -> None:
    """Count one search, of the minute and of the day.

    Raises:
        OverBudget: as `spend`.
    """
    for budget in (SEARCHING, SEARCHING_ALL_DAY):
        spend(viewer, budget)


def spend_again(viewer: Viewer) -> None:
    """What was counted stays counted, though the page was refused and its transaction undone."""
    for budget, subject in [*viewer.spent]:
        with contextlib.suppress(OverBudget):
            spend(viewer, budget, subject)


def _start_of_window(budget: Budget) -> dt.datetime:
    seconds = int(budget.window.total_seconds())
    start = int(timezone.now().timestamp()) // seconds * seconds
    return dt.datetime.fromtimestamp(start, tz=dt.UTC)


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
