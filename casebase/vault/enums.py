"""The vault's fixed lists."""

from __future__ import annotations

from enum import StrEnum


class BlindPurpose(StrEnum):
    """What may be looked up without being readable; each with the number of parts it takes.

    A name alone is not in the list and must not come: day names carry at most four bits, so
    counting equal tokens would read them (security control 46).
    """

    PHONE = "phone"
    NATIONAL_ID = "national_id"
    NAME_BIRTH_YEAR_MOTHER = "name_birth_year_mother"
    NAME_BIRTH_YEAR_PLACE = "name_birth_year_place"

    @property
    def parts(self) -> int:
        return 3 if self.value.startswith("name_birth_year_") else 1


class ErasureReason(StrEnum):
    """Why a case's key was destroyed; the code stays in the tombstone, and nothing else does."""

    PERSON_ASKED = "person_asked"
    RETENTION_ENDED = "retention_ended"
    REGISTERED_IN_ERROR = "registered_in_error"
    COURT_ORDER = "court_order"
