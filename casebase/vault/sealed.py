"""Models with sealed columns."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import ClassVar

from django.apps import apps
from django.db import models, router

from casebase.vault import keystore
from casebase.vault.envelope import CaseKey
from casebase.vault.errors import RecordDamaged
from casebase.vault.fields import SealedTextField


class SealedModel(models.Model):
    """A row whose sealed columns are bound to its table, their names and its primary key.

    The key is known before the row exists, so a row is sealed first and inserted once.
    """

    # The column that names the case whose key seals the row; a rotation finds its rows by it.
    sealed_by: ClassVar[str] = "case_id"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def sealed_columns(cls) -> tuple[str, ...]:
        """The names of the sealed columns, in the order of the model."""
        fields = cls._meta.concrete_fields
        return tuple(field.attname for field in fields if isinstance(field, SealedTextField))

    def seal(self, key: CaseKey, **texts: str) -> None:
        """Set sealed columns; saving the row, in the same transaction, is the caller's.

        Raises:
            AttributeError: a name that is no sealed column.
        """
        keystore.hold(key, using=self._state.db or router.db_for_write(type(self)))
        for column, text in texts.items():
            self._require_sealed(column)
            table = self._meta.db_table
            setattr(self, column, key.seal(text, table=table, column=column, row=self.pk))

    def opened(self, key: CaseKey, *columns: str) -> dict[str, str]:
        """The texts of these columns, or of all; a column that was never filled is "".

        Raises:
            RecordDamaged: a value is not the one that was sealed here.
            KeyErased: the case was erased.
        """
        return {column: self._opened(key, column) for column in columns or self.sealed_columns()}

    def _opened(self, key: CaseKey, column: str) -> str:
        self._require_sealed(column)
        sealed = getattr(self, column)
        if sealed is None:
            if not self._meta.get_field(column).null:
                raise RecordDamaged
            return ""
        return key.open(bytes(sealed), table=self._meta.db_table, column=column, row=self.pk)

    def _require_sealed(self, column: str) -> None:
        if column not in self.sealed_columns():
            raise AttributeError(f"{column} is no sealed column of {self._meta.label}.")


def sealed_models() -> Iterator[type[SealedModel]]:
    """Every table with sealed columns: found, not listed, so that a new one is covered."""
    for model in apps.get_models():
        if issubclass(model, SealedModel) and model.sealed_columns():
            yield model
