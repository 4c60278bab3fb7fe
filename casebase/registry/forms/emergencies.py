"""What is typed when a case cannot wait."""

from __future__ import annotations

from django import forms

from casebase.registry.models import Emergency
from casebase.registry.services.break_glass import SHORTEST


class EmergencyForm(forms.Form):
    """Which case, why, and in words."""

    reference = forms.CharField(
        label="Number of the case",
        max_length=20,
        help_text="As on the sheet or as you were told, such as K7QF-2M9X-B.",
        error_messages={"required": "Type the number of the case."},
    )
    reason = forms.ChoiceField(
        label="Why it cannot wait",
        choices=Emergency.Reason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it cannot wait."},
    )
    text = forms.CharField(
        label="What happened",
        min_length=SHORTEST,
        max_length=2000,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
        help_text="The reviewer reads it. It is sealed with the case.",
        error_messages={
            "required": "Say what happened.",
            "min_length": "Say a little more: at least ten signs.",
        },
    )
