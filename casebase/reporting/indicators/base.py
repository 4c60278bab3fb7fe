"""What an indicator is: its words and its rule in one class, listed the moment it is written."""
# ruff: noqa: S608 -- statements are put together from our own constants

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from casebase.reporting.indicators.cuts import Cut

IN_OWN_REACH = "access_role() IN ('director', 'me_viewer') OR a.id = access_agency()"
# Agencies that work on cases report: those with a member in one of these roles.
REPORTING_ROLES = (
    "caseworker", "shelter_staff", "police_investigator", "desk_officer", "supervisor",
)  # fmt: skip


def _either(fact: str, once: str = "") -> str:
    """Frozen rows of some quarters and today's of others: Note [One shape, live or frozen]."""
    return f"SELECT {once} r.* FROM ({_read('frozen', fact)} UNION ALL {_read('live', fact)}) r"


def _read(kind: str, fact: str) -> str:
    return (
        f"SELECT l.* FROM unnest(%({kind})s::text[]) quarter"
        f" CROSS JOIN LATERAL reporting_{kind}_{fact}(quarter) l"
    )


class Facts(Enum):
    """What a row stands for, as SQL with the parameters frozen, live, quarters, closing, on."""

    EPISODES = _either("episode")
    # In a year a person may be decided on in two quarters; the last decision counts (R1).
    DECISIONS = (
        _either("finaldecision", "DISTINCT ON (r.person_id)")
        + " ORDER BY r.person_id, r.decided_on DESC, r.period DESC"
    )
    CASES = _either("openedcase")
    # Places keep no history: who had to report is told by today's places and agencies, so this
    # figure alone can move after the freezing.
    AGENCY_QUARTERS = (
        "SELECT a.code AS agency, quarter.period, quarter.closes_on,"
        " (c.confirmed_at AT TIME ZONE 'UTC')::date AS confirmed_on"
        "  FROM unnest(%(quarters)s::text[], %(closing)s::date[]) quarter(period, closes_on)"
        "  JOIN core_agency a ON a.is_active AND EXISTS (SELECT 1 FROM access_membership m"
        "   WHERE m.agency_id = a.id AND m.role = ANY (%(roles)s)"
        "     AND m.starts_on <= quarter.closes_on"
        "     AND (m.ends_on IS NULL OR m.ends_on >= quarter.closes_on))"
        "  LEFT JOIN reporting_confirmation c"
        "    ON c.agency_id = a.id AND c.period = quarter.period"
        f" WHERE {IN_OWN_REACH}"
    )


class Indicator:
    """One row of the table of indicators (casework.md, "Indicators").

    A subclass is the whole of an indicator: pages, reports and the code book read these words.

    Attributes:
        unit: what one of it is, in the plural: `persons`, `cases`.
        numerator, denominator: in words; a mere count has no denominator.
        date_rule: which day puts something into a period (R4).
        counted, base: SQL over the fact row `f`, for numerator and denominator.
        source: where the definition comes from.
    """

    number: ClassVar[int]
    name: ClassVar[str]
    definition: ClassVar[str]
    unit: ClassVar[str]
    numerator: ClassVar[str]
    denominator: ClassVar[str] = ""
    date_rule: ClassVar[str]
    cuts: ClassVar[tuple[Cut, ...]]
    source: ClassVar[str] = "Definition by the Secretariat"
    facts: ClassVar[Facts]
    counted: ClassVar[str]
    base: ClassVar[str] = "false"
    listed: ClassVar[dict[int, type[Indicator]]] = {}
    do_not_call_in_templates: ClassVar[bool] = True  # a template would make one of the class

    def __init_subclass__(cls) -> None:
        """List it under its number.

        Raises:
            ValueError: another indicator has that number.
        """
        if cls.number in cls.listed:
            raise ValueError(f"There are two indicators {cls.number}.")
        cls.listed[cls.number] = cls

    @classmethod
    def is_share(cls) -> bool:
        return bool(cls.denominator)

    @classmethod
    def cut(cls, name: str) -> Cut | None:
        return next((cut for cut in cls.cuts if cut.name == name), None)
