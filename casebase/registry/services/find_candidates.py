"""The forced search before a child is registered (T1 step 3, T2 step 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import Q

from casebase.access.enums import Purpose
from casebase.access.harvest import CORRECTING, OverBudget
from casebase.access.models import Desk
from casebase.access.viewer import Trail
from casebase.audit.services import hash_of_query
from casebase.registry.matching.scoring import POSSIBLE, Prepared, Score, Traits, score
from casebase.registry.matching.sounds import Listener
from casebase.registry.models import Case
from casebase.registry.rls_asked import OVER_CORRECTED
from casebase.registry.rls_counting import OVER_BUDGET
from casebase.registry.services.blind_tokens import Tokens, tokens_of
from casebase.registry.services.identities import FIELDS, Revealed, reveal
from casebase.registry.services.traits import traits_of
from portal.core import sealing
from portal.core.services import DomainError

YEARS_EITHER_WAY = 6  # beyond that an age is no careless guess
MOST_COMPARED = 20_000
SHOWN = 10
MEANT = 2.0  # four times likelier one person than two: a name alone, if it is not everybody's


class TooManySearches(DomainError):
    """The budget of questions is spent (control 40)."""


@dataclass(frozen=True)
class Candidate:
    """A person in the viewer's own reach who may be the child asked for."""

    case: Case
    revealed: Revealed
    score: Score

    @property
    def reasons(self) -> tuple[tuple[str, float], ...]:
        """Why this score: words and weight, the heaviest first."""
        weighed = (
            (why.words, why.weight.against(self.score.against)) for why in self.score.reasons
        )
        return tuple(sorted(weighed, key=lambda pair: -abs(pair[1])))


@dataclass(frozen=True)
class Elsewhere:
    """A desk to ask: nothing more is known to the one who searched."""

    desk: Desk
    children: Literal["one", "several"]


@dataclass(frozen=True)
class Found:
    own: tuple[Candidate, ...]
    elsewhere: tuple[Elsewhere, ...]

    names_are_hidden: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.own or self.elsewhere)

    def without_names(self) -> Found:
        """The same list for somebody who has seen too many names today."""
        own = (replace(hit, revealed=Revealed(hit.case.pk, {})) for hit in self.own)
        return Found(tuple(own), self.elsewhere, names_are_hidden=True)

    def seal(self, submission: UUID) -> str:
        """Proof that this very list was shown for this form: nobody registers past the search."""
        own = [str(candidate.case.pk) for candidate in self.own]
        desks = [f"{hit.desk.pk}:{hit.children}" for hit in self.elsewhere]
        return sealing.digest("candidates", "|".join((str(submission), *own, *desks)))


def find_candidates(*, traits: Traits, trail: Trail) -> Found:
    """Who this child may be: own records with score and reasons, elsewhere a desk to ask.

    The trail names the cases that are shown, and keeps a keyed hash of what was asked; the others
    were compared in memory and forgotten.

    Raises:
        TooManySearches: more than the budget of a minute or a day.
    """
    own = _best_of_own_reach(traits, trail, purpose=Purpose.REGISTRATION, at_least=POSSIBLE)
    trail.saw(fields=FIELDS if own else ())
    return Found(own=tuple(own), elsewhere=tuple(_elsewhere(traits)))


def find_by_name(*, traits: Traits, trail: Trail) -> list[Candidate]:
    """Whom of the viewer's own reach somebody may mean, the likeliest first, on little evidence.

    Who they are was compared in memory; the caller shows numbers and reasons, and no name.
    """
    return _best_of_own_reach(traits, trail, purpose=Purpose.MATCHING, at_least=MEANT)


def _best_of_own_reach(
    traits: Traits, trail: Trail, *, purpose: Purpose, at_least: float
) -> list[Candidate]:
    said = (traits.given_name, traits.other_names, traits.mother_name, traits.community)
    trail.query_hash, trail.purpose = hash_of_query(" ".join(said)), purpose
    best = sorted(
        (one for one in _compared(traits, purpose) if one.score.total >= at_least),
        key=lambda candidate: (-candidate.score.total, candidate.case.reference),
    )[:SHOWN]
    trail.saw(*(candidate.case.pk for candidate in best))
    return best


def _compared(traits: Traits, purpose: Purpose) -> Iterator[Candidate]:
    cases = {case.pk: case for case in _comparable(traits)}
    unseen = Trail()  # comparing is not showing: only what is shown goes into the page's own trail
    identities = reveal(case_ids=cases, purpose=purpose, trail=unseen)
    ear = Listener()
    asked = Prepared(traits, ear)
    for pk, revealed in identities.items():
        if not (revealed.is_damaged or revealed.is_erased):
            known = Prepared(_traits(cases[pk], revealed), ear)
            yield Candidate(cases[pk], revealed, score(asked, known))


def _traits(case: Case, revealed: Revealed) -> Traits:
    return traits_of(case.person, revealed.texts)


def _comparable(traits: Traits) -> Iterable[Case]:
    """Cases whose sex and birth year do not rule the child out."""
    cases = Case.objects.select_related("person__origin_district", "desk").order_by()
    if traits.sex and traits.sex != "NotKnown":
        cases = cases.filter(person__sex__in=(traits.sex, "NotKnown"))
    years = _years(traits)
    if years:
        window = Q(
            person__birth_year__gte=years[0] - YEARS_EITHER_WAY,
            person__birth_year__lte=years[1] + YEARS_EITHER_WAY,
        )
        cases = cases.filter(window | Q(person__birth_year=None))
    return cases[:MOST_COMPARED]


def _years(traits: Traits) -> tuple[int, int] | None:
    if traits.birth_date:
        return traits.birth_date.year, traits.birth_date.year
    if traits.birth_year_from is None or traits.birth_year_until is None:
        return None
    return traits.birth_year_from, traits.birth_year_until


def _elsewhere(traits: Traits) -> list[Elsewhere]:
    tokens = tokens_of(traits).asked
    if not tokens:
        return []
    rows = counted_question("SELECT desk_id, children FROM registry_elsewhere(%s)", [tokens])
    desks = Desk.objects.select_related("agency").in_bulk([desk_id for desk_id, _ in rows])
    found = [Elsewhere(desks[desk_id], children) for desk_id, children in rows]
    return sorted(found, key=lambda hit: (hit.desk.agency.name, hit.desk.name))


def counted_question(statement: str, values: list[Any]) -> list[tuple]:
    """Run one of the functions that PostgreSQL counts.

    Raises:
        TooManySearches: it was one too many.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == OVER_BUDGET:
            raise TooManySearches(
                "You searched very often. Wait a quarter of an hour, then search again."
            ) from error
        raise


def note_doubles(*, case: Case, tokens: Tokens) -> None:
    """Put what a case may be a double of on the data managers' work lists, in both agencies.

    Raises:
        OverBudget: the child was corrected, and it was one too many; the transaction is spoilt.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT registry_note_doubles(%s, %s)", [case.pk, tokens.asked])
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == OVER_CORRECTED:
            raise OverBudget(CORRECTING) from error
        raise
