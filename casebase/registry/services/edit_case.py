"""Changing a case card by card, so that two people at one case lose nothing of each other's work.

Note [Two people, one page]: a form carries the values it was filled with. Where one of them is no
longer what the database holds, somebody saved in between: nothing is changed, and the page shows
what they saved beside what was typed, for every field in which the two differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction

from casebase.access.viewer import Viewer
from casebase.registry.codes.words import Stage
from casebase.registry.models import Case, Person
from casebase.registry.queries import is_erased
from casebase.registry.services.day_found import refigure, require_possible
from portal.core.services import DomainError

# card -> the fields of the case on it, those of the person on it
CARDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "care": (("stage", "in_danger", "needs_medical_care"), ()),
    "story": (
        ("identified_on", "region", "source", "exploitation", "lake_task", "legal_basis"), ()
    ),
    "child": (
        ("age_at_identification", "needs_interpreter"),
        ("sex", "age_basis", "language", "nationality", "origin_district"),
    ),
}  # fmt: skip
FIGURED_FROM = {"identified_on", "age_at_identification"}  # the year of birth


class NotYours(DomainError):
    """The case was opened to the worker for reading only."""

    def __init__(self) -> None:
        super().__init__("This case was opened to you for reading. Ask its desk to change it.")


class CaseIsErased(NotYours):
    """Nobody's any more: its key was destroyed, so nothing can be sealed with it either."""

    def __init__(self) -> None:
        DomainError.__init__(
            self, "This case was erased. Nothing can be added to it; register the child afresh."
        )


class CaseIsClosed(DomainError):
    """A closed case is opened again before it is changed."""

    def __init__(self) -> None:
        super().__init__("This case is closed. Open it again, with a reason, then change it.")


@dataclass(frozen=True)
class Clash:
    """One field that two people changed, as codes or texts: before, as saved since, as typed."""

    field: str
    before: str
    theirs: str
    mine: str


class ChangedMeanwhile(DomainError):
    """Somebody else saved this card after it was opened here; nothing was changed."""

    def __init__(self, clashes: list[Clash]) -> None:
        super().__init__("Somebody else saved this page while you had it open.")
        self.clashes = clashes


def values_of(case: Case, card: str) -> dict[str, str]:
    """What the card holds now, as its form would send it."""
    of_case, of_person = CARDS[card]
    found = {field: as_sent(getattr(case, field)) for field in of_case}
    return found | {field: as_sent(getattr(case.person, field)) for field in of_person}


def as_sent(value: Any) -> str:
    """A value as a form field sends it."""
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, models.Model):
        return str(value.pk)
    return "" if value is None else str(value)


def may_change(case: Case) -> bool:
    """Whether the bound viewer works on this case, rather than reading it by a grant."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::integer[] && access_own_principals()", [case.acl])
        return bool(cursor.fetchone()[0])


def locked(case: Case) -> Case:
    """The case as it is now, held until the transaction ends.

    Raises:
        NotYours: the viewer may read it and no more.
        CaseIsErased: nobody can change it.
    """
    found = Case.objects.select_for_update().filter(pk=case.pk).first()
    if found is None:
        raise NotYours
    if is_erased(found.pk):
        raise CaseIsErased
    return found


def require_yours(case: Case) -> None:
    """As `locked`, before something slow: the case is not held.

    Raises:
        NotYours, CaseIsErased: as `locked`.
    """
    if not may_change(case):
        raise NotYours
    if is_erased(case.pk):
        raise CaseIsErased


@transaction.atomic
def edit_case(
    *,
    case: Case,
    viewer: Viewer,
    card: str,
    version: int,
    base: Mapping[str, str],
    values: Mapping[str, Any],
    today: dt.date,
) -> list[str]:
    """Change the fields of one card.

    Args:
        version: of the case when the form was opened.
        base: what the form was filled with, as `values_of` said then.
        values: the new ones, cleaned.

    Returns:
        The names of the fields that changed.

    Raises:
        NotYours, CaseIsClosed, ChangedMeanwhile: nothing was changed.
        CannotBe: an age or a day that cannot be; nothing was changed.
    """
    case = locked(case)
    case.person = Person.objects.select_for_update().get(pk=case.person_id)
    if case.stage == Stage.CLOSED:
        raise CaseIsClosed
    now = values_of(case, card)
    mine = {field: as_sent(values[field]) for field in now}
    if (case.version != version or now != dict(base)) and (clashes := clashes_of(base, now, mine)):
        raise ChangedMeanwhile(clashes)
    changed = [field for field in now if mine[field] != now[field]]
    _write(case, card, {field: values[field] for field in changed}, today)
    return changed


def clashes_of(
    base: Mapping[str, str], now: Mapping[str, str], mine: Mapping[str, str]
) -> list[Clash]:
    """Every field that somebody saved since, to something else than was typed here."""
    return [
        Clash(field, base.get(field, ""), now[field], mine[field])
        for field in mine
        if now[field] != base.get(field, "") and now[field] != mine[field]
    ]


def _write(case: Case, card: str, values: Mapping[str, Any], today: dt.date) -> None:
    of_case, of_person = CARDS[card]
    if not values:
        return
    for field in values:
        setattr(case if field in of_case else case.person, field, values[field])
    in_case = [field for field in of_case if field in values]
    in_person = [field for field in of_person if field in values]
    if "identified_on" in values:
        require_possible(case, "identified_on", today=today)
    if FIGURED_FROM & values.keys():
        refigure(case, typed=values.get("age_at_identification"))
        in_case, in_person = [*in_case, "age_at_identification"], [*in_person, "birth_year"]
    if in_person:
        case.person.save(update_fields=in_person)
    case.version += 1
    case.save(update_fields=[*in_case, "version", "changed_at"])
