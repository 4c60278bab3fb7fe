"""The cards of a case's page below the case itself: screening, family, suspects."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from casebase.access.enums import Action
from casebase.access.viewer import Viewer
from casebase.registry.codes.words import (
    Exploitation,
    Indicator,
    LinkKind,
    Means,
    TraffickingAct,
)
from casebase.registry.models import Case, PersonLink, Screening, Suspect, SuspectLink
from casebase.registry.queries import case_key_or_none, opened_text
from casebase.registry.services.screen_child import Signs, gaps, is_child, is_complete

# How a link reads from the other end.
FROM_THE_OTHER_END = {LinkKind.PARENT: "Child", LinkKind.CARER: "Child in their care",
                      LinkKind.RECRUITER: "Child they are said to have recruited"}  # fmt: skip
RAISES_CHILDREN = (LinkKind.PARENT, LinkKind.CARER, LinkKind.RELATIVE)


@dataclass(frozen=True)
class ReadScreening:
    """The newest screening in words; `reasons` is None where the record is damaged."""

    screened_on: dt.date
    screened_by: str
    grid: list[tuple[str, list[str]]]
    reasons: str | None
    gaps: list[str]
    is_complete: bool


@dataclass(frozen=True)
class Relative:
    """Somebody linked to the child: by their case number, never by a name."""

    link_id: UUID
    kind: str
    case_id: UUID
    reference: str
    may_be_removed: bool


@dataclass(frozen=True)
class ShownSuspect:
    """A suspect's part in one case or operation, by number; `is_carer` warns."""

    suspect_id: UUID
    reference: str
    role: str
    relation: str
    is_carer: bool


@dataclass(frozen=True)
class Cards:
    """All of them; suspects are None for whoever has no business in the compartment."""

    screening: ReadScreening | None
    family: list[Relative]
    suspects: list[ShownSuspect] | None
    carer_is_suspect: bool

    @property
    def others(self) -> list[UUID]:
        """The other cases and the suspects whose numbers stand on them, for the trail."""
        relatives = [relative.case_id for relative in self.family]
        return relatives + [suspect.suspect_id for suspect in self.suspects or []]


def cards_of(case: Case, viewer: Viewer) -> Cards:
    """What the viewer may see of them; PostgreSQL leaves out the rest."""
    sees = viewer.may(Action.SEE_SUSPECTS)
    suspects = suspects_of(case_id=case.pk) if sees else None
    return Cards(
        screening=_screening(case),
        family=_family(case),
        suspects=suspects,
        carer_is_suspect=sees and _carer_is_suspect(case, suspects or []),
    )


def suspects_of(
    *, case_id: UUID | None = None, operation_id: UUID | None = None
) -> list[ShownSuspect]:
    """The suspects of a case or of an operation; empty outside the compartment."""
    chosen = {"case_id": case_id, "operation_id": operation_id}
    links = SuspectLink.objects.filter(**{name: key for name, key in chosen.items() if key})
    return [
        ShownSuspect(
            link.suspect_id,
            link.suspect.reference,
            link.get_role_display(),
            link.get_relation_display(),
            link.is_carer,
        )
        for link in links.select_related("suspect").order_by("added_at")
    ]


def _carer_is_suspect(case: Case, suspects: list[ShownSuspect]) -> bool:
    """A suspect looks after the child, or somebody who does is registered as a suspect."""
    if any(suspect.is_carer for suspect in suspects):
        return True
    raising = PersonLink.objects.filter(person=case.person_id, kind__in=RAISES_CHILDREN)
    return Suspect.objects.filter(person__in=raising.values("other")).exists()


def _screening(case: Case) -> ReadScreening | None:
    newest = (
        Screening.objects.filter(case=case)
        .select_related("screened_by")
        .order_by("-screened_on", "-recorded_at")
        .first()
    )
    if newest is None:
        return None
    signs = Signs(newest.acts, newest.means, newest.purposes, newest.indicators)
    child = is_child(case)
    return ReadScreening(
        screened_on=newest.screened_on,
        screened_by=newest.screened_by.get_full_name(),
        grid=[
            ("Act", [TraffickingAct(code).label for code in newest.acts]),
            ("Means", [Means(code).label for code in newest.means]),
            ("Purpose", [Exploitation(code).label for code in newest.purposes]),
            ("Signs", [Indicator(code).label for code in newest.indicators]),
        ],
        reasons=opened_text(newest, case_key_or_none(case.pk), "reasons"),
        gaps=list(gaps(signs, of_a_child=child).values()),
        is_complete=is_complete(signs, of_a_child=child),
    )


def _family(case: Case) -> list[Relative]:
    links = list(
        PersonLink.objects.filter(Q(person=case.person_id) | Q(other=case.person_id)).order_by(
            "added_at"
        )
    )
    others = {_other_end(link, case) for link in links}
    cases = Case.objects.filter(person__in=others).order_by("created_at")
    found = {case.person_id: case for case in cases.only("person_id", "reference")}
    return [
        Relative(
            link_id=link.pk,
            kind=_kind(link, case),
            case_id=found[_other_end(link, case)].pk,
            reference=found[_other_end(link, case)].reference,
            may_be_removed=link.person_id == case.person_id,
        )
        for link in links
        if _other_end(link, case) in found
    ]


def _other_end(link: PersonLink, case: Case) -> UUID:
    return link.other_id if link.person_id == case.person_id else link.person_id


def _kind(link: PersonLink, case: Case) -> str:
    kind = LinkKind(link.kind)
    from_here = link.person_id == case.person_id
    return str(kind.label if from_here else FROM_THE_OTHER_END.get(kind, kind.label))
