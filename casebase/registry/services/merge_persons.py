"""Counting two persons as one: asked by one, approved by another, undone within thirty days.

Inside one agency the kept person's fields may be taken from the other record. Between agencies
nothing is copied: each keeps its record, and the two are counted as one.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from casebase.access.enums import Action, Purpose
from casebase.access.viewer import Trail, Viewer
from casebase.registry.models import Case, Identity, Merge, Person, PossibleDouble
from casebase.registry.services.identities import FIELDS, Revealed, reveal
from casebase.registry.services.recognise import make_findable
from casebase.vault.services import CaseKey, case_key
from portal.core.services import DomainError

PERSON_FIELDS = ("sex", "birth_year", "age_basis", "origin_district_id", "language", "nationality")
State = Merge.State


class CannotMerge(DomainError):
    """The two cannot be counted as one now; the message says why and what to do."""


@transaction.atomic
def propose_merge(
    *,
    viewer: Viewer,
    double: PossibleDouble,
    kept_id: UUID,
    taken_fields: Iterable[str],
    now: dt.datetime,
) -> Merge:
    """Ask a second person to count the pair as one.

    Args:
        kept_id: the person that stays; the other is resolved into it.
        taken_fields: fields whose value the kept person takes from the other record.

    Raises:
        PermissionDenied: the role proposes no merges.
        CannotMerge: merged or proposed already, or fields would cross between agencies.
    """
    if not viewer.may(Action.RESOLVE_DOUBLES):
        raise PermissionDenied
    held = PossibleDouble.objects.select_for_update().get(pk=double.pk)
    absorbed_id = held.other_id if kept_id == held.one_id else held.one_id
    _require_free(kept_id, absorbed_id)
    fields = sorted(set(taken_fields))
    _require_seen(kept_id, absorbed_id)
    _require_may_take(fields, viewer, kept_id, absorbed_id)
    held.mark_decided(PossibleDouble.State.SAME, by=viewer.pk, at=now)
    return Merge.objects.create(
        double=held,
        kept_id=kept_id,
        absorbed_id=absorbed_id,
        taken_fields=fields,
        requested_by=viewer.user,
    )


@transaction.atomic
def approve_merge(*, viewer: Viewer, merge: Merge, trail: Trail, now: dt.datetime) -> None:
    """The second person agrees: from now on the two are counted once.

    Raises:
        PermissionDenied: the role approves no merges, or it is the viewer's own proposal.
        CannotMerge: decided already, or the record to be resolved is another agency's.
    """
    held = _to_decide(viewer, merge)
    _require_free(held.kept_id, held.absorbed_id, but=held)
    if held.taken_fields:
        _take_fields(held, trail)
    _decide(held, State.APPROVED, viewer, now)  # first: Note [Two people count two as one]
    _resolve(held.absorbed_id, into=held.kept_id)


@transaction.atomic
def decline_merge(*, viewer: Viewer, merge: Merge, now: dt.datetime) -> None:
    """The second person does not agree; the pair goes back to the list.

    Raises:
        PermissionDenied, CannotMerge: as for `approve_merge`.
    """
    held = _to_decide(viewer, merge)
    _decide(held, State.DECLINED, viewer, now)
    _back_on_the_list(held)


@transaction.atomic
def undo_merge(*, viewer: Viewer, merge: Merge, trail: Trail, now: dt.datetime) -> None:
    """Count the two as two again, with every field as it was.

    Raises:
        PermissionDenied: the role neither proposes nor approves merges.
        CannotMerge: not merged, or longer ago than thirty days.
    """
    require_worker_on_merges(viewer)
    held = Merge.objects.select_for_update().get(pk=merge.pk)
    if not held.may_be_undone(now):
        raise CannotMerge("Only a merge of the last 30 days can be undone.")
    if held.before is not None:
        key = case_key(held.kept_id)
        _restore(held, key, trail)
    held.state, held.undone_by, held.undone_at = State.UNDONE, viewer.user, now
    held.save(update_fields=["state", "undone_by", "undone_at"])
    _resolve(held.absorbed_id, into=None)
    _back_on_the_list(held)


def require_worker_on_merges(viewer: Viewer) -> None:
    """Those who propose merges and those who approve them see the list of all.

    Raises:
        PermissionDenied: the viewer does neither.
    """
    if not (viewer.may(Action.RESOLVE_DOUBLES) or viewer.may(Action.APPROVE_MERGE)):
        raise PermissionDenied


def _to_decide(viewer: Viewer, merge: Merge) -> Merge:
    if not viewer.may(Action.APPROVE_MERGE):
        raise PermissionDenied
    held = Merge.objects.select_for_update().get(pk=merge.pk)
    if held.requested_by_id == viewer.pk:
        raise PermissionDenied
    if held.state != State.PROPOSED:
        raise CannotMerge("This merge was decided already. Open the list again.")
    return held


def _decide(merge: Merge, state: str, viewer: Viewer, now: dt.datetime) -> None:
    merge.state, merge.decided_by, merge.decided_at = state, viewer.user, now
    merge.save(update_fields=["state", "decided_by", "decided_at", "before"])


def _back_on_the_list(merge: Merge) -> None:
    PossibleDouble.objects.filter(pk=merge.double_id).update(
        state=PossibleDouble.State.OPEN, decided_by=None, decided_at=None
    )


def _require_free(kept_id: UUID, absorbed_id: UUID, but: Merge | None = None) -> None:
    """Chains are refused: a person stands for others or is stood for, never both."""
    people = Person.objects.filter(pk__in=(kept_id, absorbed_id))
    if people.exclude(resolved_into=None).exists():
        raise CannotMerge("One of the two is merged already. Undo that merge first.")
    if Person.objects.filter(resolved_into=absorbed_id).exists():
        raise CannotMerge("Others are merged into the second record. Keep that one instead.")
    open_merges = Merge.objects.filter(absorbed_id=absorbed_id, state=State.PROPOSED)
    if open_merges.exclude(pk__in=[but.pk] if but else []).exists():
        raise CannotMerge("A merge of this record waits for approval already.")


def _require_seen(*persons: UUID) -> None:
    if not all(Case.objects.filter(person_id=person).exists() for person in persons):
        raise CannotMerge(
            "You cannot see one of the two records. Have its desk asked for access first."
        )


def _require_may_take(fields: list[str], viewer: Viewer, *persons: UUID) -> None:
    if unknown := set(fields) - {*FIELDS, *PERSON_FIELDS}:
        raise CannotMerge(f"There is no field {', '.join(sorted(unknown))}.")
    if fields and not _both_here(viewer, *persons):
        raise CannotMerge(
            "Between two agencies nothing is copied: each keeps its own record, and the two are "
            "counted as one. Leave every field as it is."
        )


def _both_here(viewer: Viewer, *persons: UUID) -> bool:
    held = Case.objects.filter(person_id__in=persons, agency_id=viewer.agency_id)
    return set(persons) <= set(held.values_list("person_id", flat=True))


def _resolve(person_id: UUID, *, into: UUID | None) -> None:
    # RLS answers 0 rows for a person of another agency: their own people have to do it.
    if Person.objects.filter(pk=person_id).update(resolved_into_id=into):
        return
    if into is None:
        raise CannotMerge(
            "The record that would stand alone again is another agency's. Their supervisor or data "
            "manager undoes it; telephone them."
        )
    raise CannotMerge(
        "The record that would be resolved is another agency's. Their supervisor approves it."
    )


def _take_fields(merge: Merge, trail: Trail) -> None:
    """Write the chosen values into the kept person, and keep what stood there, sealed."""
    texts = _texts(merge, trail)
    kept, absorbed = (
        Person.objects.select_for_update().get(pk=pk) for pk in (merge.kept_id, merge.absorbed_id)
    )
    before = {
        name: texts[kept.pk].texts[name] if name in FIELDS else getattr(kept, name)
        for name in merge.taken_fields
    }
    key = case_key(merge.kept_id)
    merge.seal(key, before=json.dumps(before))
    after = {
        name: texts[absorbed.pk].texts[name] if name in FIELDS else getattr(absorbed, name)
        for name in merge.taken_fields
    }
    _write(kept, key, after, texts[kept.pk])


def _restore(merge: Merge, key: CaseKey, trail: Trail) -> None:
    before = json.loads(merge.opened(key, "before")["before"])
    kept = Person.objects.select_for_update().get(pk=merge.kept_id)
    _write(kept, key, before, _texts(merge, trail)[kept.pk])


def _texts(merge: Merge, trail: Trail) -> dict[object, Revealed]:
    """The opened identities by person; both have to be whole."""
    cases = dict(
        Case.objects.filter(person_id__in=(merge.kept_id, merge.absorbed_id))
        .order_by("created_at")
        .values_list("pk", "person_id")
    )
    opened = reveal(case_ids=cases, purpose=Purpose.MATCHING, trail=trail)
    if any(revealed.is_damaged for revealed in opened.values()):
        raise CannotMerge("A record is damaged. Call the data manager before anything is changed.")
    if any(revealed.is_erased for revealed in opened.values()):
        raise CannotMerge("One of the two was erased, so nothing can be taken from it or put back.")
    return {cases[pk]: revealed for pk, revealed in opened.items()}


def _write(person: Person, key: CaseKey, values: Mapping[str, object], revealed: Revealed) -> None:
    plain = {name: value for name, value in values.items() if name in PERSON_FIELDS}
    if plain:
        Person.objects.filter(pk=person.pk).update(**plain)
    sealed = {name: str(value) for name, value in values.items() if name in FIELDS}
    if sealed:
        identity = Identity(pk=_identity_id(person), person=person)
        identity.seal(key, **sealed)
        Identity.objects.filter(pk=identity.pk).update(
            **{name: getattr(identity, name) for name in sealed}
        )
    for case in Case.objects.filter(person=person).select_related("person__origin_district"):
        make_findable(case=case, texts={**revealed.texts, **sealed})


def _identity_id(person: Person) -> UUID:
    return Identity.objects.values_list("pk", flat=True).get(person=person)
