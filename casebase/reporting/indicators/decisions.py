"""Indicators 6 and 7: what was decided on whom."""

from __future__ import annotations

from casebase.registry.codes.words import VictimStatus
from casebase.reporting.indicators.base import Facts, Indicator
from casebase.reporting.indicators.cuts import AGENCY, DECIDING_BODY, REGION, SOURCE, STANDARD

LAST = (
    "A final decision says that a person is a victim or is none. Of several in the period the "
    "last counts, so each person counts once, under what holds at its end."
)
BY_DECISION = (
    "The day of the decision. What was recorded after its quarter had been frozen counts in the "
    "next quarter that is frozen. In a year the year's last decision on a person counts."
)


class ConfirmedVictims(Indicator):
    number = 6
    name = "Confirmed victims"
    definition = f"Persons decided to be victims, and their share of all decided on. {LAST}"
    unit = "persons"
    numerator = "Persons whose last final decision in the period says victim"
    denominator = "Persons with any final decision in the period"
    date_rule = BY_DECISION
    cuts = (*STANDARD, DECIDING_BODY)
    facts = Facts.DECISIONS
    counted = f"f.status = '{VictimStatus.ACTUAL.value}'"
    base = "true"


class NotVictims(Indicator):
    number = 7
    name = "Not a victim"
    definition = (
        "Persons decided to be no victims, and their share of all decided on: a normal outcome, "
        f"and a check on how persons are identified. {LAST}"
    )
    unit = "persons"
    numerator = "Persons whose last final decision in the period says not a victim"
    denominator = "Persons with any final decision in the period"
    date_rule = BY_DECISION
    cuts = (REGION, AGENCY, SOURCE)
    facts = Facts.DECISIONS
    counted = f"f.status = '{VictimStatus.NOT_A_VICTIM.value}'"
    base = "true"
