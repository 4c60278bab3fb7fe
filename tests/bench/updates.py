"""What it costs until a changed publication is found: ours, Wagtail's own, and the least."""

from __future__ import annotations

import time
from typing import Any

from tests.bench import clock
from tests.bench.clock import Cost

EACH = 15


def costs() -> dict[str, list[Cost]]:
    """For each of some publications: changed, then written by each side in turn."""
    from portal.content.services import operator_clearance
    from portal.publications.models import PublicationPage

    found: dict[str, list[Cost]] = {"ours": [], "wagtail": [], "limit": []}
    for n in range(EACH):
        key = f"bench-{n}"
        with operator_clearance("bench"):
            page = PublicationPage.objects.get(key=key)
            changed = f"{page.body}<p>edited{time.time_ns()}</p>"
            PublicationPage.objects.filter(pk=page.pk).update(body=changed)
        page.refresh_from_db()
        for name, write in {"ours": _ours, "wagtail": _wagtails, "limit": _least}.items():
            found[name].append(clock.cost(lambda w=write, p=page: w(p), clock.backend()))
    return found


def _ours(page: Any) -> None:
    """From the row in the outbox to the index, as the worker does it."""
    from search.services import changes

    changes.note(page)
    changes.apply_outbox()


def _wagtails(page: Any) -> None:
    from wagtail.search.index import insert_or_update_object

    insert_or_update_object(page)


def _least(page: Any) -> None:
    """PostgreSQL's own analysis of the same text, and the update of its row."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_searchdoc SET body = body || '' WHERE key = %s"
            " RETURNING to_tsvector('english', body)",
            [page.key],
        )
