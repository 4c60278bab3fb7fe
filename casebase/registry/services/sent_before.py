"""A form that was sent already: the same words find what was saved, other words are not lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from casebase.registry.services.edit_case import as_sent
from casebase.vault.sealed import SealedModel
from casebase.vault.services import KeyErased, RecordDamaged, case_key
from portal.core.services import DomainError


class SavedAlready(DomainError):
    """The form made a record before, and says something else now; that was not saved."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"This form was saved already, as {what}. What you typed now was not saved. To save "
            "it as well, press the button again."
        )


def require_same(
    row: SealedModel, *, what: str, key_id: UUID, texts: Mapping[str, str], **columns: Any
) -> None:
    """The record that the form made says what the form says now; a damaged one says nothing.

    Raises:
        SavedAlready: it says something else.
    """
    try:
        held = row.opened(case_key(key_id), *texts)
    except (RecordDamaged, KeyErased):
        held = {}
    if held != dict(texts) or any(
        as_sent(getattr(row, name)) != as_sent(value) for name, value in columns.items()
    ):
        raise SavedAlready(what)
