"""Forms of tasks, flags, kept lists and jobs."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from casebase.registry.forms.editing import OPEN_STAGES
from casebase.registry.models import BulkJob, Flag, Task
from casebase.registry.services.bulk import CLOSED_ONE_BY_ONE

GONE = (
    "Some of the cases you ticked are no longer in your reach and were left out. Look at the rest, "
    "then press Begin again."
)
LEFT = {"invalid_choice": "This worker has left the desk meanwhile. Choose another one."}
DAY = {"required": "Give the day.", "invalid": "Write the day as 2026-11-22."}


class TaskForm(forms.Form):
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label="What is to be done", max_length=500,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say what is to be done."},
    )  # fmt: skip
    due_on = forms.DateField(label="By", widget=forms.DateInput(attrs={"type": "date"}),
                             error_messages=DAY)  # fmt: skip
    priority = forms.TypedChoiceField(label="How soon", choices=Task.Priority, coerce=int,
                                      initial=Task.Priority.SOON)  # fmt: skip
    assignee_id = forms.TypedChoiceField(label="Who does it", coerce=int, error_messages=LEFT)

    def __init__(self, *args: Any, workers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].widget.input_type = "date"
        self.fields["assignee_id"].choices = workers  # type: ignore[attr-defined]


class DoneForm(forms.Form):
    note = forms.CharField(
        label="How it was done", max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say in a few words how it was done."},
    )  # fmt: skip


class FlagForm(forms.Form):
    kind = forms.ChoiceField(
        label="Flag", choices=[("", "Choose a flag"), *Flag.Kind.choices],
        error_messages={"required": "Choose what the flag says."},
    )  # fmt: skip


class KeepListForm(forms.Form):
    name = forms.CharField(
        label="Name of this list", max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Give the list a name."},
    )  # fmt: skip
    is_shared = forms.BooleanField(label="Show it to my desk", required=False)


class BulkForm(forms.Form):
    """What is to be done with the cases that were ticked."""

    kind = forms.ChoiceField(label="What to do", choices=BulkJob.Kind)
    cases = forms.TypedMultipleChoiceField(
        coerce=UUID, required=False, error_messages={"invalid_choice": GONE}
    )
    whole_list = forms.BooleanField(required=False)
    to_worker = forms.TypedChoiceField(
        label="Worker", coerce=int, required=False, empty_value=None, error_messages=LEFT
    )
    to_stage = forms.ChoiceField(
        label="Stage", required=False, choices=[("", ""), *OPEN_STAGES],
        error_messages={"invalid_choice": CLOSED_ONE_BY_ONE},
    )  # fmt: skip
    flag = forms.ChoiceField(label="Flag", required=False, choices=[("", ""), *Flag.Kind.choices])

    NEEDS: ClassVar[dict[str, tuple[str, str]]] = {
        BulkJob.Kind.ASSIGN: ("to_worker", "Choose the worker."),
        BulkJob.Kind.STAGE: ("to_stage", "Choose the stage."),
        BulkJob.Kind.FLAG: ("flag", "Choose the flag."),
    }

    def __init__(
        self, *args: Any, workers: list[tuple[int, str]], seen: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Take what may be chosen.

        Args:
            seen: of the cases that were ticked, those that the viewer may see, with their numbers.
        """
        super().__init__(*args, **kwargs)
        self.fields["to_worker"].choices = [("", ""), *workers]  # type: ignore[attr-defined]
        self.fields["cases"].choices = seen  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("whole_list") and not data.get("cases") and "cases" not in self.errors:
            self.add_error("cases", "Tick at least one case.")
        field, message = self.NEEDS.get(data.get("kind", ""), ("", ""))
        if field and not data.get(field) and field not in self.errors:
            self.add_error(field, message)
        for other, _ in self.NEEDS.values():
            if other != field:  # chosen for another action, before the action was changed
                data[other] = None if other == "to_worker" else ""
        return data
