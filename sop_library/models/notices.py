"""What is said about an edition that cannot change any more; one person asks, another confirms."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sop_library.models.pages import SopPage, SopVersionPage


class NoticeQuerySet(models.QuerySet[Any]):
    def confirmed(self) -> Self:
        """Public."""
        return self.filter(confirmed_at__isnull=False)

    def waiting(self) -> Self:
        """Asked for by one person, confirmed by nobody."""
        return self.filter(confirmed_at=None)


class Notice(models.Model):
    """A public sentence with four eyes of its own; the database keeps it once it is confirmed."""

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_is_confirmed_by_another_person",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")),
                violation_error_message="Somebody else must confirm it.",
            ),
            models.CheckConstraint(
                name="%(class)s_knows_who_confirmed_it",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
        ]

    def mark_confirmed(self, *, by: Any, at: dt.datetime) -> None:
        self.confirmed_by, self.confirmed_at = by, at
        self.save(update_fields=["confirmed_by", "confirmed_at"])


class Correction(Notice):
    """What is wrong in an edition and how to read it; the approved text stays beside it."""

    edition = models.ForeignKey(
        SopVersionPage, on_delete=models.PROTECT, related_name="corrections"
    )
    what_changed = models.TextField(max_length=600)
    anchor = models.SlugField(max_length=80, blank=True)  # of the section with the prior text

    class Meta(Notice.Meta):
        pass

    def __str__(self) -> str:
        return f"Correction {self.pk} of edition {self.edition_id}"


class Withdrawal(Notice):
    """Why an edition must not be used any more, and what to use instead."""

    edition = models.OneToOneField(
        SopVersionPage, on_delete=models.PROTECT, related_name="withdrawal"
    )
    reason = models.TextField(max_length=600)
    replacement = models.ForeignKey(SopPage, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(Notice.Meta):
        pass

    def __str__(self) -> str:
        return f"Withdrawal of edition {self.edition_id}"
