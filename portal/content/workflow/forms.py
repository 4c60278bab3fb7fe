"""The forms of the screens for reviews."""

from __future__ import annotations

from django import forms
from wagtail.models import Page

from portal.content.models import Organisation
from portal.content.workflow.reviewing import CHECKLIST


class ReviewForm(forms.Form):
    """A checklist to approve with, or a reason to send the text back with."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    checklist = forms.MultipleChoiceField(
        label="Before you approve, check each point",
        choices=list(CHECKLIST.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,  # the service asks for all of them, and only of an approval
    )
    comment = forms.CharField(
        label="Remark, or what has to change",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
    )


class AssignOwnerForm(forms.Form):
    """The pages ticked in a list, and who shall own them."""

    pages = forms.ModelMultipleChoiceField(
        queryset=Page.objects.filter(depth__gt=1),
        error_messages={"required": "Tick the pages that shall have this owner."},
    )
    owner = forms.ModelChoiceField(
        queryset=Organisation.objects.order_by("name"),
        to_field_name="code",
        error_messages={"required": "Choose who shall own the pages."},
    )
