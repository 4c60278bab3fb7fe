"""Django's own refusals in the words of casework, for every form, those of next year included.

A form says itself what only it knows ("Choose the region where the child was found."); what is left
is said here. None of it repeats what was typed.
"""

from __future__ import annotations

from django.core import validators
from django.forms import fields, models

OF_VALIDATORS: dict[type, str] = {
    validators.MaxLengthValidator: "This is too long: it has %(show_value)d characters, and there "
    "is room for %(limit_value)d. Shorten it.",
    validators.MinLengthValidator: "This is too short: it has %(show_value)d characters, and "
    "%(limit_value)d are needed.",
    validators.MaxValueValidator: "This number is too large. The largest is %(limit_value)s.",
    validators.MinValueValidator: "This number is too small. The smallest is %(limit_value)s.",
    validators.ProhibitNullCharactersValidator: "This holds a sign that cannot be kept. Type it "
    "again by hand.",
}
NOT_LISTED = "Choose one of those listed."
OF_FIELDS: dict[type[fields.Field], dict[str, str]] = {
    fields.Field: {"required": "This is needed. Fill it in."},
    fields.IntegerField: {"invalid": "Type a whole number, such as 9."},
    fields.DateField: {"invalid": "Write the day as 2026-11-22."},
    fields.UUIDField: {"invalid": "This page cannot be sent as it is. Open it again."},
    fields.EmailField: {"invalid": "Type an address such as name@example.org."},
    fields.ChoiceField: {"invalid_choice": NOT_LISTED},
    fields.MultipleChoiceField: {"invalid_choice": NOT_LISTED, "invalid_list": NOT_LISTED},
    models.ModelChoiceField: {"invalid_choice": NOT_LISTED},
    models.ModelMultipleChoiceField: {
        "invalid_choice": NOT_LISTED, "invalid_list": NOT_LISTED, "invalid_pk_value": NOT_LISTED,
    },
}  # fmt: skip


def use() -> None:
    """Once, before any form is read."""
    for validator, words in OF_VALIDATORS.items():
        validator.message = words  # type: ignore[attr-defined]
    for field, messages in OF_FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **messages}
