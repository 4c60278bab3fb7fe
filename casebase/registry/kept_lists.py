"""The lists a person keeps, and those their desk shares."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from casebase.access.viewer import Viewer
from casebase.registry.models import SavedList
from casebase.vault.services import CaseKey, KeyErased, RecordDamaged, case_keys


@dataclass(frozen=True)
class KeptList:
    """A list for the page being made; `name` is None where it is damaged."""

    id: UUID
    name: str | None
    query: str
    is_mine: bool
    is_shared: bool
    owner: str


def kept_lists(viewer: Viewer) -> list[KeptList]:
    rows = list(SavedList.objects.select_related("owner").order_by("created_at")[:100])
    keys = case_keys(row.pk for row in rows)
    return [
        KeptList(
            id=row.pk,
            name=_name(row, keys),
            query=row.query,
            is_mine=row.owner_id == viewer.pk,
            is_shared=row.shared_with is not None,
            owner=row.owner.get_full_name(),
        )
        for row in rows
    ]


def _name(row: SavedList, keys: dict[UUID, CaseKey]) -> str | None:
    try:
        return row.opened(keys[row.pk], "name")["name"]
    except (RecordDamaged, KeyErased):
        return None
