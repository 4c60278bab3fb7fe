"""The column of a sealed text."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from casebase.vault.envelope import FORMAT, OVERHEAD_BYTES


class SealedTextField(models.BinaryField):
    """Bytes that only a case's key opens; read and written through `SealedModel` alone.

    The column refuses what is no sealed value: clear text cannot come to rest in it by mistake.
    """

    description = "A text sealed with the key of its case"

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        column = connection.ops.quote_name(self.column or self.attname)
        return (
            f"octet_length({column}) >= {OVERHEAD_BYTES} "
            f"AND substring({column} from 1 for 1) = '\\x{FORMAT:02x}'::bytea"
        )

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError("A sealed text is not serialised.")

    def formfield(self, *args: Any, **kwargs: Any) -> None:
        return None
