"""What happens to an entry between publications: checks and emergency notices."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q

from shelter_directory import enums

if TYPE_CHECKING:
    from shelter_directory.models.shelters import ShelterPage

LONGEST_NOTICE = dt.timedelta(days=14)


class ShelterCheck(models.Model):
    """Somebody asked the shelter and it was right, or its status changed; never edited."""

    shelter = models.ForeignKey(
        "shelter_directory.ShelterPage", on_delete=models.CASCADE, related_name="checks"
    )
    checked_on = models.DateField()
    checked_by = models.CharField(max_length=120)  # an office; the account is `actor`
    accepting = models.CharField(max_length=12, choices=enums.Accepting)
    actor = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.shelter_id} on {self.checked_on}"


class ShelterAlertQuerySet(models.QuerySet["ShelterAlert"]):
    def showing(self, *, at: dt.datetime) -> Self:
        """Notices that stand now, newest first, each with its shelter."""
        return (
            self.filter(Q(ended_at=None) | Q(ended_at__gt=at), raised_at__lte=at, expires_at__gt=at)
            .select_related("shelter")
            .order_by("-raised_at", "-pk")
        )

    def noticed(self) -> set[str]:
        """Keys of the shelters that these notices are about; asks nothing again."""
        return {alert.shelter.key for alert in self if alert.shelter}

    def about(self, shelter: ShelterPage) -> Self:
        """Notices about this shelter or about the whole directory."""
        return self.filter(Q(shelter=shelter) | Q(shelter=None))


class ShelterAlert(models.Model):
    """An emergency notice: a sudden closure, a changed number. It expires by itself."""

    shelter = models.ForeignKey(
        "shelter_directory.ShelterPage",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="alerts",
        help_text="Empty: the notice concerns every shelter.",
    )
    message = models.CharField(max_length=300)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "core.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ShelterAlertQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        permissions = [("raise_alert", "Can put up an emergency notice at once")]
        constraints = [
            models.CheckConstraint(
                name="shelter_alert_expires_within_a_fortnight",
                condition=Q(expires_at__gt=F("raised_at"))
                & Q(expires_at__lte=F("raised_at") + LONGEST_NOTICE),
                violation_error_message="A notice stands for at most 14 days.",
            ),
            models.CheckConstraint(
                name="shelter_alert_ended_by_somebody",
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.message

    def mark_ended(self, *, at: dt.datetime, by: Any) -> None:
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])
