"""Correcting what is written of an operation, by its lead agency and over nobody's work.

See Note [Two people, one page] in edit_case.py.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction

from casebase.access.viewer import Viewer
from casebase.registry.codes.words import Stage
from casebase.registry.models import Case, Operation
from casebase.registry.services.day_found import refigure, require_day, require_possible
from casebase.registry.services.edit_case import ChangedMeanwhile, as_sent, clashes_of
from casebase.vault.services import KeyErased, RecordDamaged, case_key, key_to_seal
from portal.core.services import DomainError

COLUMNS = ("starts_on", "lead_agency", "boats", "expected_children")
TEXTS = ("landing_site", "summary")


class NotYourOperation(DomainError):
    """Another agency leads it, or another desk of this one opened it."""

    def __init__(self) -> None:
        super().__init__(
            "Only the desk that opened this operation, or its supervisor, corrects it. Ask them."
        )


def values_of(operation: Operation) -> dict[str, str]:
    """What the operation holds now, as its form would send it; damaged texts are absent."""
    held = {column: as_sent(getattr(operation, column)) for column in COLUMNS}
    try:
        texts = operation.opened(case_key(operation.pk), *TEXTS)
    except (RecordDamaged, KeyErased):
        return held
    return held | {name: text.replace("\r\n", "\n") for name, text in texts.items()}


def may_correct(operation: Operation, viewer: Viewer) -> bool:
    """Whether the bound viewer's desk or agency opened it, and still leads it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::integer[] && access_own_principals()", [operation.acl])
        return bool(cursor.fetchone()[0]) and operation.lead_agency_id == viewer.agency_id


@transaction.atomic
def correct_operation(
    *, operation: Operation, viewer: Viewer, base: Mapping[str, str], values: Mapping[str, Any],
    today: dt.date,
) -> list[str]:  # fmt: skip
    """Write what changed. Children that were found on its day, and are the viewer's, move with it.

    Args:
        base: what the form was filled with, as `values_of` said then.
        values: the new ones, cleaned.

    Returns:
        The names of the fields that changed.

    Raises:
        NotYourOperation, ChangedMeanwhile: nothing was changed.
        CannotBe: a day that is ahead or long ago, or that no child of it can have been found on.
    """
    operation = _locked(operation, viewer)
    now = values_of(operation)
    mine = {field: as_sent(values[field]) for field in now}
    if clashes := clashes_of(base, now, mine):
        raise ChangedMeanwhile(clashes)
    changed = [field for field in now if mine[field] != now[field]]
    if "starts_on" in changed:
        require_day("starts_on", values["starts_on"], today=today)
        _move_children(operation, values["starts_on"], today)
    if changed:
        _write(operation, {field: values[field] for field in changed})
    return changed


def _locked(operation: Operation, viewer: Viewer) -> Operation:
    found = Operation.objects.select_for_update().filter(pk=operation.pk).first()
    if found is None or not may_correct(found, viewer):
        raise NotYourOperation
    return found


def _move_children(operation: Operation, day: dt.date, today: dt.date) -> None:
    """Cases of other desks, and closed ones, stay as they are: their own workers correct them."""
    found = Case.objects.select_for_update(of=("self",)).select_related("person")
    children = found.filter(operation=operation, identified_on=operation.starts_on)
    for case in children.exclude(stage=Stage.CLOSED).order_by("pk"):
        case.identified_on = day
        require_possible(case, "starts_on", today=today)
        refigure(case)
        case.person.save(update_fields=["birth_year"])
        case.version += 1
        case.save(update_fields=["identified_on", "age_at_identification", "version", "changed_at"])


def _write(operation: Operation, values: Mapping[str, Any]) -> None:
    texts = {field: values[field] for field in TEXTS if field in values}
    if texts:
        operation.seal(key_to_seal(operation.pk), **texts)
    columns = [field for field in COLUMNS if field in values]
    former = operation.lead_agency
    for field in columns:
        setattr(operation, field, values[field])
    operation.version += 1
    operation.save(update_fields=[*columns, *texts, "version"])
    if "lead_agency" in columns:  # who led it before took part all the same
        operation.partners.remove(operation.lead_agency)
        operation.partners.add(former)
