"""What a reader is told beside the numbers: terms, method, what is hidden, the columns."""

from __future__ import annotations

from casebase.reporting.report.model import Definition, ObsStatus, Release, Table
from casebase.reporting.report.wording import FEWER, day, number, persons

COLUMNS = {
    "TIME_PERIOD": "The quarter or year of the cohort, such as 2026Q3 or 2026.",
    "TABLE": "The table of the report that holds the cell.",
    "REF_AREA": "Region of first identification, ISO 3166-2 code; _T for all regions.",
    "SEX": "F female, M male, U not known; _T for all.",
    "AGE": "Age at first identification, in bands of years; U not known; _T for all.",
    "CHILD": "C child (under 18), A adult, U not known; _T for all.",
    "FORM": "Main form of exploitation; _T for all forms.",
    "AGENCY": "Kind of agency that identified the person first; _T for all.",
    "NATIONALITY": "Nationality, ISO 3166-1 code, or other; _T for all.",
    "OBS_VALUE": "Persons, 10 or more; empty where the number is not shown.",
    "OBS_STATUS": f"A shown; Q not shown, {FEWER}; K counted in the total of its row only.",
    "CONF_STATUS": "F free for publication; C hidden to protect persons; D hidden beside such.",
    "MOE90": "Margin of error in persons: plus or minus this, in nine cases of ten.",
}
_TERMS = (
    (
        "Person",
        "A human being identified as a victim of trafficking. Records of one person at several "
        "agencies are matched first, so that each person counts once.",
    ),
    (
        "First identification",
        "The day on which an agency first identified the person as a victim. It decides in which "
        "quarter the person counts.",
    ),
    (
        "Cohort",
        "All persons of one quarter of first identification, as recorded at the cut-off. A year "
        "is its four quarters together. A cohort is frozen and never measured again.",
    ),
    (
        "Cut-off",
        "The last day on which a record could still enter the cohort: 45 days after the quarter. "
        "What is recorded later counts in the next open cohort.",
    ),
    (
        "Form of exploitation",
        "The main purpose for which the person was exploited, from a fixed list. Somebody "
        "exploited in several ways counts under the main one.",
    ),
    (
        "Child",
        "A person under 18 on the day of first identification. “Girl” and “boy” mean a child; "
        "“woman” and “man” mean an adult.",
    ),
    ("Region", "The region of Ghana in which the person was first identified."),
    (
        "Margin of error",
        "How far chance may have moved a number: in nine cases of ten the exact number lies "
        "within the margin.",
    ),
)


def definitions() -> tuple[Definition, ...]:
    return tuple(Definition(term, text) for term, text in _TERMS)


def summary(release: Release) -> str:
    verb = "was" if release.persons == 1 else "were"
    return (
        f"{persons(release.persons)} {verb} identified as victims of human trafficking in "
        f"Ghana for the first time in {release.period_title}, as recorded by "
        f"{day(release.cut_off)}. All other numbers were changed slightly by chance to protect "
        "these persons, and each comes with the margin within which the exact number lies."
    )


def method(release: Release) -> tuple[str, ...]:
    """Paragraphs, in the order in which the questions arise."""
    return (
        _counted(release),
        "Records of the same person at several agencies are matched before counting. A person "
        "belongs to exactly one cohort. Whoever is recorded after the cut-off counts in the next "
        "cohort that is still open, so an earlier figure never changes.",
        _noise(release),
        _loss(release),
        f"Margins of error were found by repeating the whole procedure on the protected file. In "
        f"nine cases of ten the exact number lies within the margin. Percentages are rounded to "
        f"whole percents and given only where they are of 50 persons or more. A difference "
        f"smaller than both margins together tells nothing. {_rounded()}",
        "Chance was drawn once, by a secure generator, and one protected file was made from it. "
        "Every table, chart and data file is a count over that one file, so the parts add up and "
        "all products agree.",
        "A number can therefore differ from the one an agency knows from its own work. The "
        "difference is intended: it is what keeps a person from being recognised by those who "
        "know nearly everything about the others.",
        "Combinations that have a table here are faithful: they were measured together. In the "
        "open data, two attributes that share no table were joined by chance within the other "
        "counts; nothing should be concluded about how they go together.",
        "The protection is worked out for one person. Brothers and sisters who were rescued "
        "together share much of their story, and for a family the protection is weaker: the loss "
        "grows with the square of their number. This is one reason why no place smaller than a "
        "region is given.",
        "The figures count persons who were identified. Many victims are never found, so the "
        "figures do not say how many victims there are, and more identified persons can mean "
        "better work rather than more trafficking.",
    )


def _counted(release: Release) -> str:
    return (
        f"Counted are persons first identified as victims from {day(release.first_day)} to "
        f"{day(release.last_day)}, and those whose earlier identification was recorded too late "
        f"for its own quarter. The cohort closed on {day(release.cut_off)} and was protected "
        f"on {day(release.made_on)}. Its size, {persons(release.persons)}, is exact and "
        "was announced publicly."
    )


def _noise(release: Release) -> str:
    return (
        "Each count was measured with noise: a whole number drawn at random around zero, from the "
        f"discrete Gaussian distribution with a standard deviation of {release.sigma:.2f} persons. "
        "About two draws in three lie within that distance. The measured counts were then made "
        "whole, non-negative and consistent with each other."
    )


def _loss(release: Release) -> str:
    return (
        "How much the release could reveal about any one person is bounded in advance, whatever "
        f"else somebody knows. The bound is rho = {release.rho:g} (zero-concentrated differential "
        f"privacy), the same as epsilon = {release.epsilon:.2f} with delta = 0.000001. In plain "
        "words: rho is what the measurement spent of a person’s lifetime allowance of 1.45; "
        "epsilon bounds how much more likely any published result can become through one person’s "
        "data, and the smaller it is, the less can be learnt; delta is the small chance, one in a "
        "million, with which that bound is left."
    )


def _rounded() -> str:
    return "Percentages may therefore add up to a little more or less than a hundred."


def hidden(tables: tuple[Table, ...]) -> str:
    """What is not shown, why, and how many cells that concerns."""
    cells = [cell for table in tables for cell in table.cells]
    fewer = sum(cell.status is ObsStatus.HIDDEN for cell in cells)
    merged = sum(cell.status is ObsStatus.MERGED for cell in cells)
    told = (
        f"Of the {number(len(cells))} numbers in the tables, {number(fewer)} are not shown and "
        f"read “{FEWER}”. Behind such a place there may be none or a few persons; it is never a "
        "statement that there were none. A small number could point to one child."
    )
    return f"{told} {_merged(merged)}" if merged else told


def _merged(count: int) -> str:
    numbers = f"{number(count)} more" if count > 1 else "One more"
    return (
        f"{numbers} read “counted in the total”: in a row of fewer than 50 persons nearly all "
        "share one category, and showing it would tell that category of everyone in the row."
    )
