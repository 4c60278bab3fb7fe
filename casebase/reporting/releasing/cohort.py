"""The frozen rows of a cohort, in the codes that are published; read by the release worker alone.

The worker's role cannot read whose row it is, nor which agencies hold the cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg

from casebase.reporting import cells
from casebase.reporting.periods import Period

_ROWS = (
    "SELECT region, form, sex, age, agency, nationality FROM reporting_episode"
    " WHERE period = ANY (%s) AND in_cohort"
)


class NotReady(Exception):
    """The period cannot be released now; the message says why and what to do."""


@dataclass(frozen=True)
class Approved:
    """A frozen and signed period: what may be measured, and who answers for it."""

    period: Period
    persons: int
    snapshot: str
    first_approver: int
    second_approver: int
    cut_off: str  # ISO date of the freezing


def approved(connection: psycopg.Connection, period: Period) -> Approved:
    """The period as it was signed.

    Raises:
        NotReady: not frozen, not signed, or no longer what was frozen.
    """
    found = connection.execute(
        "SELECT persons, snapshot, frozen_by_id, signed_by_id,"
        " ((frozen_at AT TIME ZONE 'UTC')::date)::text"
        " FROM reporting_frozenperiod WHERE code = %s",
        [period.code],
    ).fetchone()
    if found is None:
        raise NotReady(
            f"{period} is not frozen. Its cohort closes on {period.closes_on:%-d %B %Y}; then "
            f"freeze it on the page /reports/{period}/."
        )
    if found[3] is None:
        raise NotReady(f"{period} is not signed. The director signs on /reports/{period}/.")
    for quarter in period.quarters:
        same = connection.execute("SELECT reporting_still_frozen(%s)", [quarter.code]).fetchone()
        if not same or not same[0]:
            raise NotReady(
                f"The frozen rows of {quarter} are not what was frozen. Nothing was measured. "
                "Tell the director: somebody changed them in the database."
            )
    return Approved(period, *found)


def records_of(connection: psycopg.Connection, period: Period) -> Iterator[dict[str, str]]:
    """One record a person of the cohort, in no order that says anything."""
    quarters = [quarter.code for quarter in period.quarters]
    for region, form, sex, age, agency, nationality in connection.execute(_ROWS, [quarters]):
        yield {
            "REF_AREA": cells.REF_AREA[region],
            "FORM": form,
            "SEX": cells.sex_code(sex),
            "AGE": cells.age_band(age),
            "CHILD": cells.child_or_adult(age),
            "AGENCY": cells.kind_of_agency(agency),
            "NATIONALITY": cells.nationality_code(nationality),
        }
