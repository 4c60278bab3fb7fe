"""The invented world of the demonstration: 300 children in 40 operations of seven agencies.

Note [What is made to happen in the world]
An agency leads an operation, others take part. Children are registered once, or twice when both
agencies on the beach do it, when a shelter registers whoever arrives, when a welfare office writes
the child anew on the way home, or when a child is found on the lake again. A status is decided
weeks later, sometimes reviewed; one operation turns out to have removed children who were at home.
`World.children` is the truth that no agency has; `cases` is what was written.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from casebase.registry.codes import words
from casebase.registry.synthetic import histories, places, stories
from casebase.registry.synthetic.agencies import AGENCIES, WorldAgency
from casebase.registry.synthetic.histories import WorldDecision, WorldNote
from casebase.registry.synthetic.names import FEMALE, MALE
from casebase.registry.synthetic.people import Adult, Child, Invention, any_spelling
from casebase.registry.synthetic.places import Community
from casebase.registry.synthetic.writing import ChildRecord, Clerk, write

CHILDREN, OPERATIONS, YEARS = 300, 40, 3
JOINT_DOUBLES, ARRIVAL_DOUBLES, RETURN_DOUBLES, FOUND_AGAIN = 0.08, 0.07, 0.03, 0.04
SUSPECT_ROLES = ("Exploiter", "RecruiterOrIntermediary", "Transporter", "TravellingPartner")
LAKE_TASKS = (
    words.LakeTask.DISENTANGLING,
    words.LakeTask.BAILING,
    words.LakeTask.PADDLING,
    words.LakeTask.DIVING,
    words.LakeTask.PROCESSING,
    words.LakeTask.HOUSEWORK,
)
SEXES = {MALE: words.Sex.MALE, FEMALE: words.Sex.FEMALE, "": words.Sex.UNKNOWN}
LANGUAGES = {
    "fante": words.Language.FANTE,
    "akan": words.Language.TWI,
    "ewe": words.Language.EWE,
    "ga": words.Language.GA,
    "dangme": words.Language.DANGME,
    "northern": words.Language.HAUSA,
}


@dataclass(frozen=True)
class WorldSuspect:
    """An invented adult found with the children; `role` is a code of HTCDS's per_RoleInProcess."""

    name: str
    sex: str
    age: int
    role: str
    is_relative: bool


@dataclass(frozen=True)
class WorldOperation:
    """One rescue; `partners` are codes of agencies besides the lead."""

    key: int
    lead: str
    partners: tuple[str, ...]
    desk: str
    starts_on: dt.date
    ends_on: dt.date
    site: Community
    on_the_lake: bool
    boats: int
    expected_children: int
    summary: str
    suspects: tuple[WorldSuspect, ...]


@dataclass(frozen=True)
class WorldCase:
    """What one agency wrote about one child, and what became of it there.

    Attributes:
        child: key of the child in `World.children`; two cases of one key are doubles.
        operation: key, or None for a child whom an agency met outside an operation.
        family: cases of one family in one operation are siblings rescued together.
        decisions: oldest first; empty while none was taken.
    """

    key: int
    child: int
    family: int
    operation: int | None
    agency: str
    desk: str
    record: ChildRecord
    found_at: str
    language: words.Language
    source: words.Source
    exploitation: words.Exploitation
    lake_task: words.LakeTask
    legal_basis: words.LegalBasis
    age_basis: words.AgeBasis
    in_danger: bool
    needs_medical_care: bool
    identified_on: dt.date
    stage: words.Stage
    closed_on: dt.date | None
    decisions: tuple[WorldDecision, ...]
    notes: tuple[WorldNote, ...]

    @property
    def sex(self) -> words.Sex:
        return SEXES[self.record.sex]

    @property
    def age(self) -> int:
        """The age as this agency wrote it, in years on the day of identification."""
        if self.record.birth_date is None:
            return self.record.age or 0
        return (self.identified_on - self.record.birth_date).days * 4 // 1461


@dataclass(frozen=True)
class World:
    agencies: tuple[WorldAgency, ...]
    operations: tuple[WorldOperation, ...]
    children: tuple[Child, ...]
    cases: tuple[WorldCase, ...]

    def doubles(self) -> dict[int, tuple[int, ...]]:
        """Child to the keys of its cases, for children written more than once."""
        cases: dict[int, list[int]] = {}
        for case in self.cases:
            cases.setdefault(case.child, []).append(case.key)
        return {child: tuple(keys) for child, keys in cases.items() if len(keys) > 1}


def invented_world(
    seed: int, *, until: dt.date, children: int = CHILDREN, operations: int = OPERATIONS
) -> World:
    """The world whose last day is `until`; the same for the same arguments."""
    rng = random.Random(f"world:{seed}")  # noqa: S311  # invention, not secrecy
    return _Maker(rng, until).world(children, operations)


class _Maker:
    """Makes one world; each step draws from the one generator, in order."""

    def __init__(self, rng: random.Random, until: dt.date) -> None:
        self._rng = rng
        self._until = until
        self._invention = Invention(rng)
        self._cases: list[WorldCase] = []
        self._agencies = {agency.code: agency for agency in AGENCIES}

    def world(self, children: int, operations: int) -> World:
        everyone: list[Child] = []
        made: list[WorldOperation] = []
        first_day = self._until - dt.timedelta(days=YEARS * 365)
        span = YEARS * 365 - 6
        for key, number in enumerate(self._crowds(children, operations), start=1):
            starts_on = first_day + dt.timedelta(days=(key - 1) * span // max(1, operations))
            operation = self._operation(key, number, starts_on)
            made.append(operation)
            group = self._group(number, starts_on, everyone)
            was_wrong = key == operations // 2  # Note [What is made to happen in the world]
            for child in group:
                self._registrations(child, operation, was_wrong=was_wrong)
            everyone += [child for child in group if child not in everyone]
        return World(AGENCIES, tuple(made), tuple(everyone), tuple(self._cases))

    def _crowds(self, children: int, operations: int) -> list[int]:
        """How many new children each operation finds: few in most, many in some."""
        crowds = [1] * operations
        weights = [self._rng.choice([1, 1, 2, 3, 5]) for _ in crowds]
        for at in self._rng.choices(range(operations), weights=weights, k=children - operations):
            crowds[at] += 1
        return crowds

    def _group(self, number: int, on: dt.date, earlier: list[Child]) -> list[Child]:
        """New children, a third of them with brothers and sisters; some found here once more."""
        group: list[Child] = []
        while len(group) < number:
            family = self._invention.family()
            wanted = min(number - len(group), self._rng.choice([1, 1, 1, 1, 1, 2, 2, 3]))
            group += self._invention.siblings(family, wanted, on=on)
        for child in earlier:
            still_young = child.age_on(on) < 17
            if still_young and self._rng.random() < FOUND_AGAIN / OPERATIONS:
                group.append(child)
        return group

    def _operation(self, key: int, children: int, starts_on: dt.date) -> WorldOperation:
        rng = self._rng
        on_the_lake = rng.random() < 0.72
        lead = rng.choices(AGENCIES, weights=[agency.leads for agency in AGENCIES])[0]
        others = [agency for agency in AGENCIES if agency is not lead and agency.leads]
        partners = rng.sample(others, rng.choice([0, 1, 1, 2, 3]))
        boats = rng.randint(1, 2 + children // 2) if on_the_lake else 0
        return WorldOperation(
            key=key,
            lead=lead.code,
            partners=tuple(agency.code for agency in partners),
            desk=rng.choice(lead.desks).code,
            starts_on=starts_on,
            ends_on=starts_on + dt.timedelta(days=rng.choice([0, 0, 1, 2, 4])),
            site=rng.choice(places.LAKE if on_the_lake else places.TOWNS),
            on_the_lake=on_the_lake,
            boats=boats,
            expected_children=max(1, children + rng.randint(-3, 3)),
            summary=stories.operation_summary(
                rng, on_the_lake=on_the_lake, children=children, boats=boats
            ),
            suspects=tuple(self._suspect() for _ in range(rng.choice([0, 1, 1, 2, 3]))),
        )

    def _suspect(self) -> WorldSuspect:
        rng = self._rng
        family = self._invention.family()
        adult: Adult = rng.choice([family.father, family.father, family.mother])
        return WorldSuspect(
            name=f"{adult.given[0]} {adult.surname[0]}",
            sex=FEMALE if adult is family.mother else MALE,
            age=rng.randint(24, 63),
            role=rng.choice(SUSPECT_ROLES),
            is_relative=rng.random() < 0.3,
        )

    def _registrations(self, child: Child, operation: WorldOperation, *, was_wrong: bool) -> None:
        """The child's case at the agency that found it, and the doubles elsewhere."""
        rng = self._rng
        day = operation.starts_on
        finder = rng.choice([operation.lead, operation.lead, *operation.partners])
        desk = operation.desk if finder == operation.lead else self._desk_of(finder)
        first = self._case(child, operation, finder, desk, day, was_wrong=was_wrong)
        self._cases.append(first)
        elsewhere = [code for code in (operation.lead, *operation.partners) if code != finder]
        if elsewhere and rng.random() < JOINT_DOUBLES * 2:
            self._double(child, operation, rng.choice(elsewhere), day)
        elif finder != "shelter" and rng.random() < ARRIVAL_DOUBLES:
            self._double(child, operation, "shelter", day + dt.timedelta(days=rng.randint(0, 3)))
        elif finder != "welfare" and rng.random() < RETURN_DOUBLES:
            later = day + dt.timedelta(days=rng.randint(90, 500))
            if later <= self._until:
                self._double(child, None, "welfare", later)

    def _double(
        self, child: Child, operation: WorldOperation | None, agency: str, day: dt.date
    ) -> None:
        desk = self._desk_of(agency)
        self._cases.append(self._case(child, operation, agency, desk, day, was_wrong=False))

    def _desk_of(self, agency: str) -> str:
        return self._rng.choice(self._agencies[agency].desks).code

    def _case(
        self,
        child: Child,
        operation: WorldOperation | None,
        agency: str,
        desk: str,
        day: dt.date,
        *,
        was_wrong: bool,
    ) -> WorldCase:
        rng = self._rng
        record = self._record(child, agency, day)
        on_the_lake = operation is not None and operation.on_the_lake
        history = histories.history(
            rng, day, self._until, self._agencies[agency].deciding_body, was_wrong=was_wrong
        )
        found_at = any_spelling(rng, operation.site.spellings, usual=0.6) if operation else ""
        return WorldCase(
            key=len(self._cases) + 1,
            child=child.key,
            family=child.family.key,
            operation=operation.key if operation else None,
            agency=agency,
            desk=desk,
            record=record,
            found_at=found_at,
            language=LANGUAGES[child.family.people.code],
            source=self._source(operation),
            exploitation=self._exploitation(child, on_the_lake=on_the_lake),
            lake_task=rng.choice(LAKE_TASKS) if on_the_lake else words.LakeTask.NONE,
            legal_basis=rng.choice(list(words.LegalBasis)),
            age_basis=self._age_basis(record),
            in_danger=rng.random() < 0.06,
            needs_medical_care=rng.random() < 0.3,
            identified_on=day,
            stage=history.stage,
            closed_on=history.closed_on,
            decisions=history.decisions,
            notes=history.notes,
        )

    def _record(self, child: Child, agency: str, day: dt.date) -> ChildRecord:
        rng = self._rng
        clerk = Clerk(agency, rng.choice(self._agencies[agency].languages), rng.random())
        return write(child, clerk, rng, on=day)

    def _source(self, operation: WorldOperation | None) -> words.Source:
        if operation is None:
            return self._rng.choice([words.Source.COMMUNITY, words.Source.SELF, words.Source.NGO])
        return self._rng.choice(
            [words.Source.PROACTIVE] * 3 + [words.Source.HOTLINE, words.Source.COMMUNITY]
        )

    def _exploitation(self, child: Child, *, on_the_lake: bool) -> words.Exploitation:
        kinds = words.Exploitation
        if on_the_lake:
            return self._rng.choice([kinds.FORCED_LABOUR] * 3 + [kinds.CHILD_LABOUR])
        if child.sex == FEMALE:
            return self._rng.choice([kinds.SERVITUDE, kinds.SEXUAL, kinds.CHILD_LABOUR])
        return self._rng.choice([kinds.BEGGING, kinds.CHILD_LABOUR, kinds.FORCED_LABOUR])

    def _age_basis(self, record: ChildRecord) -> words.AgeBasis:
        if record.birth_date:
            return words.AgeBasis.DOCUMENT
        return self._rng.choice(
            [words.AgeBasis.TOLD, words.AgeBasis.ESTIMATED, words.AgeBasis.ESTIMATED]
        )
