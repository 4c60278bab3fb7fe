"""Indicators 17, 39 and 40: clocks, confirmations, and what records lack."""

from __future__ import annotations

from casebase.reporting.indicators.base import Facts, Indicator
from casebase.reporting.indicators.cuts import AGENCY, CORE_FIELDS, FIELD


class AssessmentClock(Indicator):
    number = 17
    name = "Needs assessment: clocks that have ended"
    definition = (
        "Cases opened, and how many of their seven-day clocks for the needs assessment have ended "
        "by a day: the last of the period, or today while it runs. Whether the assessment was made "
        "in time is not told yet: the assessment itself comes with the care pathway, and this "
        "figure then becomes its denominator."
    )
    unit = "cases"
    numerator = "Cases whose seventh day after identification is over or is that day"
    denominator = "Cases opened in the period"
    date_rule = (
        "The day of identification of the case. What was recorded after its quarter had been "
        "frozen counts in the next quarter that is frozen."
    )
    cuts = (AGENCY,)
    facts = Facts.CASES
    counted = "f.clock_ends_on <= %(on)s"
    base = "true"


class ReportingCompleteness(Indicator):
    number = 39
    name = "Agencies that confirmed in time"
    definition = (
        "Of the agencies that work on cases, those that confirmed their part of a quarter by its "
        "closing day. An agency is expected that is active and had, on the closing day, a member "
        "who is caseworker, shelter staff, police investigator, desk officer or supervisor."
    )
    unit = "agency-quarters"
    numerator = "Agency-quarters confirmed by the closing day"
    denominator = "Agency-quarters expected"
    date_rule = "The day of the confirmation, up to and with the 45th after the quarter."
    cuts = (AGENCY,)
    facts = Facts.AGENCY_QUARTERS
    counted = "f.confirmed_on <= f.closes_on"
    base = "true"


class CoreFieldsComplete(Indicator):
    number = 40
    name = "Core fields complete"
    definition = (
        "Of the cases opened, those whose core fields all have an answer: "
        + ", ".join(label.lower() for label in CORE_FIELDS.values())
        + ". “Not known” is no answer. Money from the fund is told once it is recorded here."
    )
    unit = "cases"
    numerator = "Cases without a gap in a core field"
    denominator = "Cases opened in the period"
    date_rule = AssessmentClock.date_rule
    cuts = (AGENCY, FIELD)
    facts = Facts.CASES
    counted = "cardinality(f.missing) = 0"
    base = "true"
