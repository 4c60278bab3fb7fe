"""Procedures, their editions, and what is said about an edition after it was approved."""

from sop_library.models.notices import Correction, Withdrawal
from sop_library.models.pages import (
    CannotComeIntoForce,
    EditionIsFrozen,
    LibraryPage,
    SopPage,
    SopVersionPage,
)

__all__ = [
    "CannotComeIntoForce",
    "Correction",
    "EditionIsFrozen",
    "LibraryPage",
    "SopPage",
    "SopVersionPage",
    "Withdrawal",
]
