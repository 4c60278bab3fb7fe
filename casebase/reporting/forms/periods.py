"""Forms of a period: freezing it, and noting a correction."""

from __future__ import annotations

from typing import Any

from django import forms

from casebase.reporting.models import Correction

INDICATORS = 40
_A_NUMBER = "Write a whole number, such as 128."


class FreezeForm(forms.Form):
    """One tick: what is still open is known."""

    is_known = forms.BooleanField(
        label="I know what is still open above. What is mended later counts as a correction.",
        widget=forms.CheckboxInput(attrs={"class": "govuk-checkboxes__input"}),
        error_messages={"required": "Tick that you know what is still open, then freeze."},
    )


def _whole(label: str, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=10_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _A_NUMBER, "invalid": _A_NUMBER, "min_value": _A_NUMBER,
            "max_value": _A_NUMBER,
        },
        **more,
    )  # fmt: skip


class CorrectionForm(forms.Form):
    """Which figure, what it was, what it would be, and why."""

    indicator = forms.TypedChoiceField(
        label="Indicator",
        coerce=int,
        error_messages={"required": "Choose the indicator."},
    )
    was = _whole(
        "Figure so far", help_text="As it was frozen, or as the last correction above has it."
    )
    now = _whole("Figure today")
    reason = forms.ChoiceField(
        label="Why is it another number?",
        choices=[("", "Choose a reason"), *Correction.Reason.choices],
        error_messages={"required": "Choose why the number changed."},
    )

    def __init__(self, *args: Any, names: dict[int, str], **kwargs: Any) -> None:
        """
        Args:
            names: what is said beside the number of an indicator, where it is known.
        """
        super().__init__(*args, **kwargs)
        chosen = self.fields["indicator"]
        chosen.choices = [  # type: ignore[attr-defined]
            ("", "Choose an indicator"),
            *((n, f"{n}. {names[n]}" if n in names else str(n)) for n in range(1, INDICATORS + 1)),
        ]
