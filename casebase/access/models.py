"""Where people stand in casework, and who was let in beyond that."""

from __future__ import annotations

import datetime as dt
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q

from casebase.access.enums import Happened, Role, Wanted

USER, DESK, AGENCY, NATIONAL = 1, 2, 3, 4  # the kind of a principal: id * 4 + kind; NATIONAL alone


def principal_of(kind: int, number: int) -> int:
    """The number under which a person, desk or agency stands in a case's list of access."""
    return number * 4 + kind


class Desk(models.Model):
    """A unit of an agency that shares its cases: a regional office, a station, a shelter."""

    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="desks")
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=30, blank=True)  # what a colleague elsewhere may call
    is_active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name

    @property
    def principal(self) -> int:
        return principal_of(DESK, self.pk)


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current_on(self, day: dt.date) -> MembershipQuerySet:
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))


class Membership(models.Model):
    """A person's one place: role, agency and desk, from a day to a day."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="membership"
    )
    role = models.CharField(max_length=24, choices=Role)
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="memberships")
    desk = models.ForeignKey(
        Desk, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="A membership cannot end before it starts.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.user_id}"


class Grant(models.Model):
    """One case opened to somebody who would not see it, until a moment."""

    class Kind(models.TextChoices):
        SHARED = "shared", "Shared by its desk"
        BREAK_GLASS = "break_glass", "Opened in an emergency"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField(db_index=True)  # the registry is above: no foreign key downwards
    principal = models.IntegerField(db_index=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.SHARED)
    with_identity = models.BooleanField(default=False)  # whether ring 3 may be revealed too
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants_given"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="grant_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message="Access must end after it starts.",
            )
        ]

    def __str__(self) -> str:
        return f"grant {self.pk}"


class Oath(models.Model):
    """A person has promised to keep what they learn; without it no page opens."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="oath"
    )
    edition = models.PositiveSmallIntegerField()  # of the words they promised
    taken_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"oath {self.pk}"


class PlaceEvent(models.Model):
    """One thing that happened to a person's place; rows are added and never changed."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="place_events"
    )
    happened = models.CharField(max_length=16, choices=Happened)
    role = models.CharField(max_length=24, choices=Role)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )  # None: the system itself
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-at"], name="place_event_of_user")]

    def __str__(self) -> str:
        return f"{self.happened} {self.user_id}"


class PlaceRequestQuerySet(models.QuerySet["PlaceRequest"]):
    def open_at(self, moment: dt.datetime) -> PlaceRequestQuerySet:
        return self.filter(decided_at=None, expires_at__gt=moment)


class PlaceRequest(models.Model):
    """A change of people that a second person must agree to within a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wanted = models.CharField(max_length=16, choices=Wanted)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="place_requests"
    )
    role = models.CharField(max_length=24, choices=Role)
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="+")
    ends_on = models.DateField(null=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    is_approved = models.BooleanField(default=False)

    objects = PlaceRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="place_request_is_decided_by_a_second_person",
                condition=Q(decided_by=None)
                | ~Q(decided_by=F("requested_by")) & ~Q(decided_by=F("user")),
                violation_error_message="A second person decides, and not the one it is about.",
            )
        ]

    def __str__(self) -> str:
        return f"request {self.pk}"


class Usage(models.Model):
    """How often a person did what harvesting would need, in one window of time (control 40)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    budget = models.CharField(max_length=16)
    window = models.DateTimeField()  # its beginning
    used = models.PositiveIntegerField(default=0)
    seen = ArrayField(models.UUIDField(), default=list)  # whose; each is counted once

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "budget", "window"], name="usage_one_row_a_window"
            ),
            # Whoever writes a case down as seen has spent for it.
            models.CheckConstraint(
                name="usage_counts_what_was_seen",
                condition=Q(used__gte=Func(F("seen"), function="cardinality")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.budget} {self.user_id}"


class UsageAlert(models.Model):
    """Somebody went over a budget; until a supervisor has looked, that budget stays closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="usage_alerts"
    )
    budget = models.CharField(max_length=16)
    at = models.DateTimeField(auto_now_add=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    handled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "budget"],
                condition=Q(handled_at=None),
                name="usage_alert_one_open_a_budget",
            )
        ]

    def __str__(self) -> str:
        return f"alert {self.pk}"
