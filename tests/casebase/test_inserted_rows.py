"""A row that is inserted the quick way is the row that `save()` would have made."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, models
from django.utils import timezone

from casebase.audit.models import Entry
from portal.core.writings import insert

NOW = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
MADE_BY_US = [
    model
    for model in apps.get_app_config("registry").get_models()
    if isinstance(model._meta.pk, models.UUIDField)
]


@pytest.mark.django_db
@pytest.mark.parametrize("model", MADE_BY_US, ids=lambda model: model.__name__)
def test_every_model_is_inserted_as_save_does(model, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    row = model()

    assert sent(lambda: insert(row)) == sent(lambda: row.save(force_insert=True))
    assert not row._state.adding


def test_a_value_that_postgresql_chooses_is_refused():
    with pytest.raises(TypeError, match="PostgreSQL chooses"):
        insert(Entry())


def sent(write):
    """The statements and values on their way to PostgreSQL, where none arrives."""
    statements = []

    def keep(execute, sql, values, many, context):
        # `save()` asks back for what has a default in PostgreSQL, though it sent a value for it.
        statements.append((sql.partition(" RETURNING ")[0], repr(list(values))))

    with connection.execute_wrapper(keep), suppress(ProgrammingError):  # nothing comes back here
        write()
    return statements
