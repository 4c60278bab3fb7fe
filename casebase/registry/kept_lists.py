"""The lists a person keeps, and those their desk shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q
from django.http import QueryDict

from casebase.access.viewer import Viewer
from casebase.registry.case_list import CaseFilter
from casebase.registry.keyset import Part, part_of
from casebase.registry.models import Case, SavedList
from casebase.vault.services import CaseKey, KeyErased, RecordDamaged, case_keys


class Counted(NamedTuple):
    stage: str
    status: str
    own: int
    every: int


@dataclass(frozen=True)
class KeptList:
    """A list for the page being made; `name` is None where it is damaged."""

    id: UUID
    name: str | None
    query: str
    is_mine: bool
    is_shared: bool
    owner: str
    cases: int  # how many the viewer would find in it now


def kept_lists(viewer: Viewer, *, after: str = "") -> Part[KeptList]:
    """The lists that the viewer sees, the newest first."""
    found = part_of(SavedList.objects.select_related("owner"), order=["-created_at"], after=after)
    keys = case_keys(row.pk for row in found.rows)
    counted = _counted(viewer) if found.rows else []
    return found.of(
        KeptList(
            id=row.pk,
            name=_name(row, keys),
            query=row.query,
            is_mine=row.owner_id == viewer.pk,
            is_shared=row.shared_with is not None,
            owner=row.owner.get_full_name(),
            cases=_cases(CaseFilter.read(QueryDict(row.query), viewer=viewer), counted),
        )
        for row in found.rows
    )


def _counted(viewer: Viewer) -> list[Counted]:
    """The viewer's cases, counted once for all lists: by stage, decision and whether they own."""
    groups = Case.objects.values_list("stage", "status").order_by()
    own = Count("pk", filter=Q(owner_id=viewer.pk))
    return list(map(Counted._make, groups.annotate(own=own, every=Count("pk"))))


def _cases(chosen: CaseFilter, counted: Iterable[Counted]) -> int:
    return sum(
        group.own if chosen.mine else group.every
        for group in counted
        if chosen.stage in {"", group.stage} and chosen.status in {"", group.status}
    )


def _name(row: SavedList, keys: dict[UUID, CaseKey]) -> str | None:
    try:
        return row.opened(keys[row.pk], "name")["name"]
    except (RecordDamaged, KeyErased):
        return None
