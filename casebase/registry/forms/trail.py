"""What a reader of the trail narrows it to; it stands in the address, so it holds codes only."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.db import models
from django.utils import timezone

from casebase.audit.events import EVENTS
from casebase.audit.queries import Filters
from portal.core.models import User


class TrailFilterForm(forms.Form):
    day = forms.DateField(
        required=False,
        label="Day",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Write the day as in 2026-03-27."},
    )
    person = forms.TypedChoiceField(
        required=False, label="Person", coerce=int, empty_value=None, choices=()
    )
    action = forms.ChoiceField(
        required=False,
        label="What was done",
        choices=[("", "Anything"), *sorted(EVENTS.items(), key=lambda event: event[1])],
    )
    before = forms.IntegerField(
        required=False,
        widget=forms.HiddenInput,
        min_value=1,
        max_value=models.BigIntegerField.MAX_BIGINT,
    )

    def __init__(self, data: object, *, people: list[tuple[int, str]]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["person"].choices = [("", "Anybody"), *people]  # type: ignore[attr-defined]

    def filters(self) -> Filters:
        """What the trail is narrowed to; to nothing by a field that was refused."""
        chosen = self.cleaned_data
        since = until = None
        if day := chosen.get("day"):
            since = timezone.make_aware(dt.datetime.combine(day, dt.time.min))
            # Not the next day's morning: there is none after 9999-12-31.
            until = timezone.make_aware(dt.datetime.combine(day, dt.time.max))
        return Filters(
            since=since,
            until=until,
            user_id=chosen.get("person"),
            action=chosen.get("action") or "",
        )


def people() -> list[tuple[int, str]]:
    """Everybody who has or had an account, by name."""
    return [(user.pk, user.get_full_name()) for user in User.objects.order_by("name", "email")]
