"""A list of codes in one column, chosen by ticking boxes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField


class CodesField(ArrayField):
    """An array of the codes of its base field's choices."""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        defaults = {
            "form_class": forms.MultipleChoiceField,
            "choices": self.base_field.choices,
            "widget": forms.CheckboxSelectMultiple,
        }
        # ArrayField's own form field is a line of comma-separated text: go past it.
        return super(ArrayField, self).formfield(**{**defaults, **kwargs})
