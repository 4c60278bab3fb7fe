"""What must be right before a record can be safe: `vault.E001` and on."""

from __future__ import annotations

import base64
import os
import uuid
from collections.abc import Iterator
from typing import Any

from django.core import checks
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from casebase.vault import keys
from casebase.vault.errors import KeysMissing
from casebase.vault.sealed import SealedModel, sealed_models


def keys_are_safe(**kwargs: Any) -> list[checks.CheckMessage]:
    """The keys are in their folder, and nowhere in the environment."""
    try:
        found = keys.current()
    except KeysMissing as error:
        return [checks.Error(str(error), id="vault.E001")]
    every_key = [*found.keks.values(), *found.blinds.values()]
    texts = {text for key in every_key for text in (base64.b64encode(key).decode(), key.hex())}
    return [
        checks.Error(
            f"The environment variable {name} holds a key; anybody who lists processes reads it.",
            hint="Take it out: keys are read from KEY_FOLDER only.",
            id="vault.E002",
        )
        for name, value in os.environ.items()
        if value.strip() in texts
    ]


def sealed_models_can_be_rotated(**kwargs: Any) -> list[checks.CheckMessage]:
    """Each table with sealed columns says whose key seals a row."""
    return [problem for model in sealed_models() for problem in _problems(model)]


def _problems(model: type[SealedModel]) -> Iterator[checks.CheckMessage]:
    if not isinstance(model._meta.pk, models.UUIDField) or model._meta.pk.default is not uuid.uuid4:
        yield checks.Error(
            "A sealed row needs a UUID drawn before it exists.", obj=model, id="vault.E003"
        )
    try:
        named = {field.attname for field in model._meta.concrete_fields}
        if model.sealed_by not in named:
            raise FieldDoesNotExist
    except FieldDoesNotExist:
        yield checks.Error(
            f"There is no column {model.sealed_by}, so a rotation could not find the row's key.",
            hint="Set `sealed_by` to the column that names the case.",
            obj=model,
            id="vault.E004",
        )
