"""The tables of `portal.core`, one module a subject; import them from here."""

from portal.core.models.accounts import Agency, Invitation, KnownBrowser, User
from portal.core.models.factors import (
    FailedCode,
    PasskeyProof,
    RecoveryCode,
    RecoveryCodes,
    TotpDevice,
)
from portal.core.models.places import District, PlaceAlias, Region
from portal.core.models.sessions import Session

__all__ = [
    "Agency",
    "District",
    "FailedCode",
    "Invitation",
    "KnownBrowser",
    "PasskeyProof",
    "PlaceAlias",
    "RecoveryCode",
    "RecoveryCodes",
    "Region",
    "Session",
    "TotpDevice",
    "User",
]
