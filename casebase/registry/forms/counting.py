"""Forms of counting once: asking a desk, answering it, deciding a pair."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms

from casebase.access.enums import Purpose
from casebase.access.models import Desk
from casebase.registry.case_rows import CaseRow
from casebase.registry.models import AccessRequest, Case

if TYPE_CHECKING:
    from casebase.registry.services.find_candidates import Found

ASKABLE = (Purpose.MATCHING, Purpose.CARE, Purpose.DANGER, Purpose.TRACING, Purpose.INVESTIGATION)
USUAL_DAYS = 30


class AskForm(forms.Form):
    """One press of a button beside a desk; the purpose is chosen once above."""

    purpose = forms.ChoiceField(
        label="Why do you ask?", choices=[(purpose.value, purpose.label) for purpose in ASKABLE]
    )
    ask = forms.ModelChoiceField(queryset=Desk.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, found: Found, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        desks = [hit.desk.pk for hit in found.elsewhere]
        self.fields["ask"].queryset = Desk.objects.filter(pk__in=desks)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "ask" in data:
            data["desk"] = data.pop("ask")
        return data

    @property
    def asked_desk(self) -> Desk | None:
        return self.cleaned_data.get("desk") if self.is_bound and self.is_valid() else None


class GrantForm(forms.Form):
    case = forms.ModelChoiceField(
        label="Which case?", queryset=Case.objects.none(), to_field_name="reference",
        error_messages={"required": "Choose the case you open."},
    )  # fmt: skip
    ends_on = forms.DateField(
        label="Until which day?",
        help_text="Access ends by itself after that day.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Give the last day of access.",
                        "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    with_identity = forms.BooleanField(
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "govuk-checkboxes__input"}),
        label="They may also see name, face and places, each time with a reason",
    )

    def __init__(self, *args: Any, cases: list[CaseRow], today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["case"]
        chosen.queryset = Case.objects.filter(pk__in=[case.pk for case in cases])  # type: ignore[attr-defined]
        if len(cases) == 1:
            chosen.initial, chosen.empty_label = cases[0].reference, None  # type: ignore[attr-defined]
        self.fields["ends_on"].initial = (today + dt.timedelta(days=USUAL_DAYS)).isoformat()
        self.fields["ends_on"].widget.input_type = "date"


class DeclineForm(forms.Form):
    refusal = forms.ChoiceField(
        label="Why do you decline?",
        choices=[("", "Choose a reason"), *AccessRequest.Refusal.choices],
        error_messages={"required": "Choose why you decline."},
    )
