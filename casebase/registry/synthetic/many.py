"""Very many invented cases, as tuples ready for COPY: sealed for real, made without the world.

Each case has a person, an identity, a note and mostly a decision. Names are drawn from the same
lists as elsewhere, without a clerk's mistakes: a benchmark needs size and spread, not likeness.
"""

from __future__ import annotations

import datetime as dt
import random
import secrets
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from casebase.registry.codes import references, words
from casebase.registry.models import BlindToken, Case, Identity, Note, Person, StatusDecision
from casebase.registry.services.blind_tokens import Tokens, tokens_of
from casebase.registry.services.traits import traits_from
from casebase.registry.synthetic import names, places, stories
from casebase.registry.synthetic.bulk import Row, Table
from casebase.registry.synthetic.desks import Owner
from casebase.vault import keys, keystore
from casebase.vault.envelope import CaseKey
from casebase.vault.services import FIRST_VERSION
from portal.core.models import District, Region

DAYS = 3 * 365
KEY_COLUMNS = ("case_id", "version", "kek_version", "wrapped")
LANGUAGES, SOURCES, BASES = words.Language.values, words.Source.values, words.LegalBasis.values
EXPLOITATIONS, STATUSES = words.Exploitation.values, words.VictimStatus.values
STAGES = words.Stage.values[:-1]
IDENTITY = Identity.sealed_columns()


@dataclass
class Batch:
    """Rows of some cases, by table, in an order that foreign keys accept."""

    keys: list[Row] = field(default_factory=list)
    persons: list[Row] = field(default_factory=list)
    identities: list[Row] = field(default_factory=list)
    cases: list[Row] = field(default_factory=list)
    decisions: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    tokens: list[Row] = field(default_factory=list)

    @property
    def case_ids(self) -> list[uuid.UUID]:
        return [row[0] for row in self.cases]


@dataclass(frozen=True)
class Tables:
    """What COPY needs to know of each table."""

    persons: Table
    identities: Table
    cases: Table
    decisions: Table
    notes: Table
    tokens: Table

    @classmethod
    def of_the_registry(cls) -> Tables:
        models = (Person, Identity, Case, StatusDecision, Note, BlindToken)
        return cls(*(Table(model) for model in models))

    def in_order(self, batch: Batch) -> Iterator[tuple[Table, list[Row]]]:
        yield self.persons, batch.persons
        yield self.cases, batch.cases
        yield self.identities, batch.identities
        yield self.decisions, batch.decisions
        yield self.notes, batch.notes
        yield self.tokens, batch.tokens


class Maker:
    """A seeded source of batches; the keys alone are drawn from the system, as for a real case."""

    def __init__(
        self,
        seed: str,
        owners: Sequence[Owner],
        until: dt.date,
        *,
        taken: Iterable[str] = (),
        findable: bool = False,
    ) -> None:
        """Among a million numbers two are equal in one run of three, so none is drawn twice.

        Args:
            taken: the numbers of the cases that are there.
            findable: whether each has the tokens that other agencies find it by; half the time.
        """
        self._is_findable = findable
        self._taken = set(taken)
        self._rng = random.Random(f"many:{seed}")  # noqa: S311  # invention, not secrecy
        self._owners = list(owners)
        self._until = until
        self._regions = list(Region.objects.values_list("pk", flat=True))
        self._districts = list(District.objects.values_list("pk", flat=True))
        self._noon = timezone.make_aware(dt.datetime.combine(until, dt.time(12)))
        self._peoples = list(names.PEOPLES.values())
        self._kek_version = keys.current().newest_kek
        self.tables = Tables.of_the_registry()

    def batch(self, number: int) -> Batch:
        """The rows of so many new cases."""
        batch = Batch()
        for _ in range(number):
            self._add(batch)
        return batch

    def _add(self, batch: Batch) -> None:
        rng, tables = self._rng, self.tables
        case_id, person_id = self._uuid(), self._uuid()
        case_key, person_key = (self._new_key(batch, owner) for owner in (case_id, person_id))
        owner = rng.choice(self._owners)
        days = rng.randrange(DAYS)
        identified_on = self._until - dt.timedelta(days=days)
        changed_at = self._noon - dt.timedelta(seconds=rng.randrange(days * 86_400 + 1))
        age = rng.randint(4, 17)
        texts, birth_year = self.texts(), identified_on.year - age
        self._add_person(batch, person_id, birth_year)
        self._add_identity(batch, person_id, person_key, texts)
        if self._is_findable:
            self._add_tokens(batch, case_id, person_id, owner, _tokens(texts, birth_year))
        status = self._add_decision(batch, case_id, case_key, owner, identified_on)
        closed = rng.random() < 0.3
        batch.cases.append(
            tables.cases.row(
                id=case_id,
                reference=self._reference(),
                person_id=person_id,
                agency_id=owner.agency_id,
                desk_id=owner.desk_id,
                owner_id=owner.user_id,
                acl=owner.acl,
                stage=words.Stage.CLOSED.value if closed else rng.choice(STAGES),
                status=status,
                source=rng.choice(SOURCES),
                exploitation=rng.choice(EXPLOITATIONS),
                legal_basis=rng.choice(BASES),
                region_id=rng.choice(self._regions),
                identified_on=identified_on,
                age_at_identification=age,
                closed_on=changed_at.date() if closed else None,
                submission=self._uuid(),
                created_at=changed_at,
                changed_at=changed_at,
            )
        )

    def _add_person(self, batch: Batch, person_id: uuid.UUID, birth_year: int) -> None:
        rng = self._rng
        row = self.tables.persons.row(
            id=person_id,
            sex=rng.choice([words.Sex.MALE, words.Sex.MALE, words.Sex.FEMALE]).value,
            birth_year=birth_year,
            age_basis=words.AgeBasis.TOLD.value,
            language=rng.choice(LANGUAGES),
            nationality=words.Nationality.GHANA.value,
            origin_district_id=rng.choice(self._districts),
        )
        batch.persons.append(row)

    def _add_identity(
        self, batch: Batch, person_id: uuid.UUID, key: CaseKey, texts: dict[str, str]
    ) -> None:
        row = self._uuid()
        table = self.tables.identities
        sealed = {
            column: key.seal(texts.get(column, ""), table=table.name, column=column, row=row)
            for column in IDENTITY
        }
        batch.identities.append(table.row(id=row, person_id=person_id, **sealed))

    def _add_tokens(
        self, batch: Batch, case_id: uuid.UUID, person_id: uuid.UUID, owner: Owner, tokens: Tokens
    ) -> None:
        owned = {"agency_id": owner.agency_id, "desk_id": owner.desk_id}
        for purpose, token in tokens.kept:
            row = self.tables.tokens.row(
                id=self._uuid(),
                case_id=case_id,
                person_id=person_id,
                purpose=purpose.value,
                token=token,
                **owned,
            )
            batch.tokens.append(row)

    def texts(self) -> dict[str, str]:
        """Who an invented child is, in clear."""
        rng = self._rng
        people = rng.choice(self._peoples)
        sex = rng.choice([names.MALE, names.MALE, names.FEMALE])
        surname = rng.choice(people.surnames)[0]
        return {
            "given_name": rng.choice(rng.choice(names.CHRISTIAN[sex])),
            "other_names": surname,
            "mother_name": f"{rng.choice(names.CHRISTIAN[names.FEMALE])[0]} {surname}",
            "community": rng.choice(places.ORIGINS[people.code]).name,
            "found_at": rng.choice(places.LAKE).name,
            "phone": f"019 {rng.randrange(10**7):07d}",
            "marks": "scar on left knee",
        }

    def _add_decision(
        self, batch: Batch, case_id: uuid.UUID, key: CaseKey, owner: Owner, on: dt.date
    ) -> str:
        """A note that marks the case as invented and, for most, a decision; the status."""
        rng, row = self._rng, self._uuid()
        table = self.tables.notes
        note = key.seal(stories.ABOUT_THE_PERSON, table=table.name, column="text", row=row)
        batch.notes.append(
            table.row(id=row, case_id=case_id, text=note, written_by_id=owner.user_id)
        )
        status = rng.choice(STATUSES)
        if status != words.VictimStatus.POSSIBLE:
            row, table = self._uuid(), self.tables.decisions
            why = rng.choice(stories.CONFIRMING)
            batch.decisions.append(
                table.row(
                    id=row,
                    case_id=case_id,
                    status=status,
                    decided_on=on,
                    deciding_body=words.DecidingBody.POLICE.value,
                    reasons=key.seal(why, table=table.name, column="reasons", row=row),
                    decided_by_id=owner.user_id,
                )
            )
        return status

    def _new_key(self, batch: Batch, owner: uuid.UUID) -> CaseKey:
        key = secrets.token_bytes(32)
        wrapped = keystore.wrap(key, owner, FIRST_VERSION, self._kek_version)
        batch.keys.append((owner, FIRST_VERSION, self._kek_version, wrapped))
        return CaseKey(owner, {FIRST_VERSION: key})

    def _reference(self) -> str:
        while (drawn := references.draw()) in self._taken:
            continue
        self._taken.add(drawn)
        return drawn

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self._rng.getrandbits(128), version=4)


def _tokens(texts: dict[str, str], birth_year: int) -> Tokens:
    told = words.AgeBasis.TOLD.value
    return tokens_of(traits_from(texts, sex="", birth_year=birth_year, age_basis=told, district=""))
