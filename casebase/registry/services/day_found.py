"""The day a child was found, and what it says together with an age and a date of birth."""

from __future__ import annotations

import datetime as dt

from casebase.access.enums import Purpose
from casebase.access.viewer import Trail
from casebase.registry.models import Case, Closing, Screening, StatusDecision
from casebase.registry.services.identities import reveal
from casebase.registry.services.recognise import make_findable
from portal.core.services import DomainError

YEARS_BACK = 5  # an older rescue comes by import; typed by hand it is a slip of the year


class CannotBe(DomainError):
    """What was typed cannot be.

    Attributes:
        field: the one it stands beside.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def require_day(field: str, day: dt.date, *, today: dt.date) -> None:
    """The day is neither ahead nor long ago.

    Raises:
        CannotBe: it is.
    """
    if day > today:
        raise CannotBe(field, "This day lies in the future. Check the date.")
    if (day.year + YEARS_BACK, day.month, day.day) < (today.year, today.month, today.day):
        raise CannotBe(field, f"This day lies more than {YEARS_BACK} years back. Check the year.")


def age_on(day: dt.date, born: dt.date) -> int:
    """Completed years; below 0 before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def year_of_birth(day: dt.date, age: int | None, born: dt.date | None) -> int | None:
    """Of the date of birth where it is known; else as the age on that day says, or a year less."""
    if born is not None:
        return born.year
    return None if age is None else day.year - age


def written_day(text: str) -> dt.date | None:
    """A day as it is sealed; None where nothing is, or nothing that reads as one."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def require_possible(case: Case, field: str, *, today: dt.date) -> None:
    """Check a new day found, which the case carries already and its row does not.

    Args:
        field: beside which a refusal stands.

    Raises:
        CannotBe: it is ahead or long ago, or lies after something that was decided since.
    """
    require_day(field, case.identified_on, today=today)
    first = _first_decided(case)
    if first is not None and case.identified_on > first:
        raise CannotBe(
            field,
            f"Case {case} was screened, decided or closed on {first:%-d %B %Y}, before this day. "
            "Check the date.",
        )


def _first_decided(case: Case) -> dt.date | None:
    days = [
        rows.filter(case=case).order_by(column).values_list(column, flat=True).first()
        for rows, column in (
            (StatusDecision.objects, "decided_on"), (Screening.objects, "screened_on"),
            (Closing.objects, "happened_on"),
        )
    ]  # fmt: skip
    return min((day for day in days if day is not None), default=None)


def refigure(case: Case, *, typed: int | None = None) -> None:
    """Bring age and year of birth in line with the day found; saving both is the caller's.

    A date of birth decides where there is one. It is opened in memory, compared and forgotten;
    whoever may not open it works with the age alone.

    Args:
        typed: an age that was typed just now.

    Raises:
        CannotBe: the date of birth contradicts the day, or what was typed.
    """
    revealed = reveal(case_ids=[case.pk], purpose=Purpose.CORRECTION, trail=Trail()).get(case.pk)
    texts = dict(revealed.texts) if revealed else {}
    _settle(case, written_day(texts.get("birth_date", "")), typed)
    if texts:
        make_findable(case=case, texts=texts)


def _settle(case: Case, born: dt.date | None, typed: int | None) -> None:
    day = case.identified_on
    if born is not None:
        years = age_on(day, born)
        if years < 0:
            raise CannotBe("identified_on", "The date of birth on record lies after this day.")
        if typed not in (None, years):
            raise CannotBe(
                "age_at_identification",
                f"The date of birth on record makes it {years} years on that day. Correct the "
                "date of birth under Who this is, or write that age.",
            )
        case.age_at_identification = years
    case.person.birth_year = year_of_birth(day, case.age_at_identification, born)


def follow_birth_date(case: Case, text: str) -> None:
    """A corrected date of birth decides age and year of birth; without one the age stays.

    Saving both is the caller's.

    Args:
        text: as it is sealed, or empty.

    Raises:
        CannotBe: it lies after the day the child was found.
    """
    born = written_day(text)
    if born is not None and born > case.identified_on:
        raise CannotBe("birth_date", "This date of birth lies after the day the child was found.")
    _settle(case, born, None)
