"""No form of casework, whoever writes the next one, refuses in the words of a programmer."""

from __future__ import annotations

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.urls import get_resolver

pytestmark = pytest.mark.django_db(databases="__all__")

HOSTILE = (None, "", "x", "x" * 6000, "\0", "-99999999999", "99999999999", "31/31/2031")
A_PROGRAMMERS = (
    "Ensure this",
    "Enter a",
    "Select a valid",
    "This field is",
    "Null character",
    "valid",
)


def every_form(kind: type = forms.BaseForm) -> set[type]:
    found = set()
    for form in kind.__subclasses__():
        found |= {form, *every_form(form)}
    return {form for form in found if form.__module__.startswith(("casebase.", "portal.core."))}


def said_by(field: forms.Field) -> set[str]:
    words = set()
    for value in HOSTILE:
        try:
            field.clean(value)
        except ValidationError as error:
            words |= set(error.messages)
        except (TypeError, AttributeError):  # a file field, given a text
            continue
    return words


def test_every_refusal_is_in_plain_words():
    get_resolver().url_patterns  # noqa: B018 -- every view, and with it every form
    said = {
        (form.__name__, name, words)
        for form in every_form()
        for name, field in form.base_fields.items()
        for words in said_by(field)
    }

    assert len({form for form, _, _ in said}) > 20
    assert {one for one in said if any(words in one[2] for words in A_PROGRAMMERS)} == set()
