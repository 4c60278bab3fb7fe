"""Correcting who a child is: read with a reason, written sealed, never over somebody's work."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from casebase.access.enums import Purpose
from casebase.access.viewer import Trail, Viewer
from casebase.registry.models import Case, Identity
from casebase.registry.services.day_found import follow_birth_date
from casebase.registry.services.edit_case import (
    CaseIsErased,
    ChangedMeanwhile,
    clashes_of,
    locked,
)
from casebase.registry.services.identities import FIELDS, reveal
from casebase.registry.services.recognise import make_findable
from casebase.vault.services import RecordDamaged, key_to_seal
from portal.core.services import DomainError


class IdentityNotOpen(DomainError):
    """The names are not open to this person, so they cannot correct them."""

    def __init__(self) -> None:
        super().__init__("The names of this case are not open to you. Ask its desk.")


@transaction.atomic
def correct_identity(
    *, case: Case, viewer: Viewer, trail: Trail, base: Mapping[str, str], texts: Mapping[str, str]
) -> list[str]:
    """Write the fields that changed, and make the child findable under the new ones.

    Args:
        base: the texts that the form was filled with.
        texts: as typed; any of the sealed fields.

    Returns:
        The names of the fields that changed.

    Raises:
        IdentityNotOpen, NotYours, CaseIsErased, RecordDamaged: nothing was changed.
        CannotBe: a date of birth after the day the child was found; nothing was changed.
        ChangedMeanwhile: somebody else corrected the same field; see Note [Two people, one page].
    """
    case = locked(case)
    found = reveal(case_ids=[case.pk], purpose=Purpose.CORRECTION, trail=trail).get(case.pk)
    if found is None:
        raise IdentityNotOpen
    if found.is_erased:
        raise CaseIsErased
    if found.is_damaged:
        raise RecordDamaged
    now = {field: found.texts[field] for field in FIELDS if field in texts}
    if clashes := clashes_of(base, now, texts):
        raise ChangedMeanwhile(clashes)
    changed = [field for field in now if texts[field] != now[field]]
    if "birth_date" in changed:
        follow_birth_date(case, texts["birth_date"])
        case.person.save(update_fields=["birth_year"])
        case.save(update_fields=["age_at_identification"])
    if changed:
        _write(case, {field: texts[field] for field in changed})
        make_findable(case=case, texts={**found.texts, **texts})
    return changed


def _write(case: Case, texts: Mapping[str, str]) -> None:
    pk = Identity.objects.only("pk").values_list("pk", flat=True).get(person_id=case.person_id)
    identity = Identity(pk=pk, person_id=case.person_id)
    identity.seal(key_to_seal(case.person_id), **texts)
    sealed = {field: getattr(identity, field) for field in texts}
    Identity.objects.filter(pk=pk).update(**sealed)
    case.version += 1
    case.save(update_fields=["version", "changed_at"])
