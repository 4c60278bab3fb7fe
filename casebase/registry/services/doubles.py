"""The data manager's work list: who may be one person, and what was decided (T10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from casebase.access.enums import Action, Purpose
from casebase.access.viewer import Trail, Viewer
from casebase.registry.matching.blocking import Blocks
from casebase.registry.matching.scoring import POSSIBLE, Prepared, score
from casebase.registry.matching.sounds import Listener
from casebase.registry.models import Case, PossibleDouble
from casebase.registry.services.identities import reveal
from casebase.registry.services.traits import traits_of
from portal.core.services import DomainError

MOST_AT_ONCE = 20_000
State = PossibleDouble.State


class CannotDecide(DomainError):
    """The pair was decided before."""


@transaction.atomic
def look_for_doubles(*, viewer: Viewer) -> int:
    """Compare the records in the viewer's reach and put new likely pairs on the list.

    Names are opened in memory, compared block by block and forgotten; only pairs and scores stay.

    Returns:
        How many pairs are new on the list.

    Raises:
        PermissionDenied: the role does not work through doubles.
    """
    if not viewer.may(Action.RESOLVE_DOUBLES):
        raise PermissionDenied
    people = _prepared(Case.objects.filter(person__resolved_into=None))
    pairs = Blocks(people.items()).pairs()
    known = set(PossibleDouble.objects.values_list("one_id", "other_id"))
    new = [
        (pair, found.total)
        for pair in {(min(ids), max(ids)) for ids in pairs} - known
        if (found := score(people[pair[0]], people[pair[1]])).total >= POSSIBLE
    ]
    PossibleDouble.objects.bulk_create(
        (
            PossibleDouble(
                one_id=pair[0],
                other_id=pair[1],
                found_by=PossibleDouble.FoundBy.SCORE,
                score=Decimal(str(total)),
            )
            for pair, total in new
        ),
        ignore_conflicts=True,
    )
    return len(new)


def _prepared(cases: Iterable[Case]) -> dict[UUID, Prepared]:
    by_case = {
        case.pk: case
        for case in Case.objects.filter(pk__in=[case.pk for case in cases])
        .select_related("person__origin_district")
        .order_by()[:MOST_AT_ONCE]
    }
    ear = Listener()
    opened = reveal(case_ids=by_case, purpose=Purpose.MATCHING, trail=Trail())
    return {
        by_case[pk].person_id: Prepared(traits_of(by_case[pk].person, revealed.texts), ear)
        for pk, revealed in opened.items()
        if revealed.is_whole
    }


@transaction.atomic
def decide_double(
    *, viewer: Viewer, double: PossibleDouble, state: str, now: dt.datetime
) -> PossibleDouble:
    """Keep the decision: the same person, two persons, or later.

    Raises:
        PermissionDenied: the role does not work through doubles.
        CannotDecide: somebody decided this pair already.
    """
    if not viewer.may(Action.RESOLVE_DOUBLES):
        raise PermissionDenied
    held = PossibleDouble.objects.select_for_update().get(pk=double.pk)
    if held.state not in (State.OPEN, State.LATER):
        raise CannotDecide("This pair was decided already. Open the list again.")
    held.mark_decided(State(state), by=viewer.pk, at=now)
    return held
