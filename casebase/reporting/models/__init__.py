"""What is frozen, who confirmed it, what was spent, what the board shows; import from here."""

from casebase.reporting.models.board import BoardCase, BoardPerson
from casebase.reporting.models.facts import Episode, FinalDecision, OpenedCase
from casebase.reporting.models.ledger import LedgerEvent, Reservation
from casebase.reporting.models.periods import Confirmation, Correction, FrozenPeriod

__all__ = [
    "BoardCase",
    "BoardPerson",
    "Confirmation",
    "Correction",
    "Episode",
    "FinalDecision",
    "FrozenPeriod",
    "LedgerEvent",
    "OpenedCase",
    "Reservation",
]
