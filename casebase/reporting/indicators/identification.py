"""Indicators 5, 9 and 12: who was identified, how, and by how many agencies at once."""

from __future__ import annotations

from casebase.registry.codes.words import Source, VictimStatus
from casebase.reporting.indicators.base import Facts, Indicator
from casebase.reporting.indicators.cuts import AGENCY, AGENCY_PAIR, MONTH, PARTNERS, STANDARD

IDENTIFIED = f"f.status <> '{VictimStatus.NOT_A_VICTIM.value}'"
ONCE = (
    "A person counts once from identification to the closure of all their cases, however many "
    "agencies wrote them down (R1, R2); found again after closure, they count again. A joint "
    "operation counts under its lead agency (R3)."
)
BY_IDENTIFICATION = (
    "The day of the first identification of the passage. What was recorded after its quarter had "
    "been frozen counts in the next quarter that is frozen."
)


class PotentialVictims(Indicator):
    number = 5
    name = "Potential victims identified"
    definition = (
        f"Persons identified who are possible or confirmed victims by the newest decision. {ONCE}"
    )
    unit = "persons"
    numerator = "Persons identified in the period whose status is possible or confirmed victim"
    date_rule = BY_IDENTIFICATION
    cuts = (*STANDARD, PARTNERS)
    facts = Facts.EPISODES
    counted = IDENTIFIED


class ProactiveShare(Indicator):
    number = 9
    name = "Identified by looking for them"
    definition = (
        "Of the potential victims identified (indicator 5), those whom a patrol, an inspection, "
        f"border work or outreach found. {ONCE}"
    )
    unit = "persons"
    numerator = "Potential victims whose source is patrol, inspection or outreach"
    denominator = "Potential victims identified in the period"
    date_rule = BY_IDENTIFICATION
    cuts = (AGENCY,)
    facts = Facts.EPISODES
    counted = f"{IDENTIFIED} AND f.source = '{Source.PROACTIVE.value}'"
    base = IDENTIFIED


class CrossAgencyDuplicates(Indicator):
    number = 12
    name = "Met by two agencies or more"
    definition = (
        "Of the potential victims identified (indicator 5), those of whom two agencies or more "
        "hold a case of the same passage, and whose records were found to be of one person."
    )
    unit = "persons"
    numerator = "Potential victims of whom two agencies or more hold a case, counted as one"
    denominator = "Potential victims identified in the period"
    date_rule = BY_IDENTIFICATION
    cuts = (AGENCY_PAIR, MONTH)
    facts = Facts.EPISODES
    counted = f"{IDENTIFIED} AND cardinality(f.agencies) >= 2"
    base = IDENTIFIED
