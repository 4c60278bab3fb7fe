"""Ring 3: writing who a person is, and revealing it with a purpose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from casebase.access.enums import Purpose
from casebase.access.viewer import Trail
from casebase.registry.models import Identity, Person
from casebase.vault.services import CaseKey, KeyErased, RecordDamaged, case_keys
from portal.core.writings import insert

FIELDS = Identity.sealed_columns()


LABELS = {
    "given_name": "Given name",
    "other_names": "Other names",
    "birth_date": "Date of birth",
    "mother_name": "Mother's name",
    "father_name": "Father's name",
    "community": "Home town or village",
    "found_at": "Found at",
    "phone": "Phone",
    "national_id": "Identity number",
    "marks": "Distinguishing marks",
}


@dataclass(frozen=True)
class Row:
    label: str
    text: str


@dataclass(frozen=True)
class Revealed:
    """An identity in the clear, for the page that is being made and nothing else.

    Attributes:
        texts: field to text; empty where the record is damaged.
        is_damaged: the ciphertext is not the one that was sealed; the record needs help.
        is_erased: the person was erased for good.
    """

    case_id: UUID
    texts: dict[str, str]
    is_damaged: bool = False
    is_erased: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether its texts are there to be read, corrected and printed."""
        return not (self.is_damaged or self.is_erased)

    @property
    def rows(self) -> list[Row]:
        """What the page shows, in the order a worker reads it."""
        return [Row(label, self.texts.get(field, "")) for field, label in LABELS.items()]

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.texts.get("given_name"), self.texts.get("other_names"))))


def write_identity(*, person: Person, key: CaseKey, texts: dict[str, str]) -> Identity:
    """Seal and insert; every field is sealed, the empty ones too, so their presence tells nothing.

    Args:
        texts: any of `FIELDS`; what is not named is empty.
    """
    identity = Identity(person=person)
    identity.seal(key, **{field: texts.get(field, "") for field in FIELDS})
    insert(identity)
    return identity


def reveal(*, case_ids: Iterable[UUID], purpose: Purpose, trail: Trail) -> dict[UUID, Revealed]:
    """The identities of these cases that the viewer may see; absent where they may not.

    The trail names the cases and fields before anything is sent (pages.py).
    """
    wanted = list(case_ids)
    trail.purpose = purpose
    trail.saw(*wanted, fields=FIELDS)
    rows = _sealed_rows(wanted, purpose)
    keys = case_keys(identity.person_id for _, identity in rows)
    return {
        case_id: _opened(case_id, identity, keys[identity.person_id]) for case_id, identity in rows
    }


def _sealed_rows(case_ids: list[UUID], purpose: Purpose) -> list[tuple[UUID, Identity]]:
    columns = [str(field.column) for field in Identity._meta.concrete_fields]
    chosen = ", ".join(f"(r.identity).{column}" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT r.case_id, {chosen} FROM registry_reveal(%s, %s) r",  # noqa: S608 -- ours
            [case_ids, purpose.value],
        )
        return [(row[0], _identity(columns, row[1:])) for row in cursor.fetchall()]


def _identity(columns: list[str], values: tuple[Any, ...]) -> Identity:
    return Identity.from_db("default", columns, values)


def _opened(case_id: UUID, identity: Identity, key: CaseKey) -> Revealed:
    try:
        return Revealed(case_id, identity.opened(key, *FIELDS))
    except RecordDamaged:
        return Revealed(case_id, {}, is_damaged=True)
    except KeyErased:
        return Revealed(case_id, {}, is_erased=True)
