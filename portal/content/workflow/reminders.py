"""What has to be looked at again: for the dashboard, and for a mail that quotes nothing."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import send_mass_mail
from django.db.models import Q
from wagtail.models import Page, TaskState, get_page_models

from portal.content.workflow.sections import PUBLISHERS, section_of

logger = logging.getLogger(__name__)

MOST_LISTED = 200


@dataclass(frozen=True)
class Due:
    """Pages that need somebody, each list by day of review."""

    overdue: tuple[Page, ...]
    this_month: tuple[Page, ...]
    unowned: tuple[Page, ...]

    def __bool__(self) -> bool:
        return bool(self.overdue or self.this_month or self.unowned)


def due(*, on: dt.date, owner: str = "") -> Due:
    """What needs a review on a day.

    Args:
        owner: code of an organisation; empty for all.
    """
    month_end = (on.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    owned = Q(owner_organisation__code=owner) if owner else Q()
    return Due(
        overdue=_pages(owned & Q(review_due_on__lt=on)),
        this_month=_pages(owned & Q(review_due_on__gte=on, review_due_on__lt=month_end)),
        unowned=() if owner else _pages(Q(owner_organisation=None)),
    )


def _pages(condition: Q) -> tuple[Page, ...]:
    found = [page for model in _models() for page in _some(model, condition)]
    return tuple(sorted(found, key=lambda page: (page.review_due_on or dt.date.max, page.pk)))


def _some(model: Any, condition: Q) -> Iterable[Any]:
    pages = model.kept_current().filter(condition).select_related("owner_organisation")
    return pages.order_by("review_due_on", "pk").defer_streamfields()[:MOST_LISTED]


def _models() -> Iterator[Any]:
    return (model for model in get_page_models() if hasattr(model, "kept_current"))


def owners() -> list[tuple[str, str]]:
    """Code and name of every organisation, for the filter."""
    from portal.content.models import Organisation

    return list(Organisation.objects.order_by("name").values_list("code", "name"))


def send_digest(*, on: dt.date) -> int:
    """Tell the editors of each section, and the publishers, how many pages wait for a review.

    The mail holds numbers and an address: what is overdue is read behind the sign-in.

    Returns:
        How many mails were sent.
    """
    waiting = due(on=on)
    counts: dict[str, int] = {}
    for page in {*waiting.overdue, *waiting.this_month}:
        for group in (section_of(type(page)).editors, PUBLISHERS):
            counts[group] = counts.get(group, 0) + 1
    mails = [
        _mail(f"{number} page(s) to review", "reviews-due/", address)
        for group, number in counts.items()
        for address in _addresses(Group.objects.filter(name=group))
    ]
    return send_mass_mail(mails)


def tell_reviewers(state: TaskState) -> None:
    """Tell a step's group that something waits; a mail server that is down delays no review."""
    mails = [
        _mail("A page waits for your review", "", address)
        for address in _addresses(state.task.specific.groups.all())
    ]
    try:
        send_mass_mail(mails)
    except OSError:
        logger.warning("reviewers could not be told by mail", extra={"count": len(mails)})


def _addresses(groups: Iterable[Group]) -> set[str]:
    from portal.core.models import User

    people = User.objects.filter(groups__in=groups, is_active=True)
    return set(people.values_list("email", flat=True))


def _mail(subject: str, path: str, address: str) -> tuple[str, str, str, list[str]]:
    text = f"{subject}. Sign in to see which: {settings.BASE_URL}/cms/{path}\n"
    return f"Harbour: {subject.lower()}", text, settings.DEFAULT_FROM_EMAIL, [address]
