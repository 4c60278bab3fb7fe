"""A plain sentence for what a table shows; nothing about what it hides."""

from __future__ import annotations

from collections.abc import Callable

from casebase.reporting.report.layout import in_words, margin_of, names_of
from casebase.reporting.report.model import Cell, Finding, Release, Table
from casebase.reporting.report.wording import FEWER, about, joined, number, persons

Teller = Callable[[Table, Release], str]
_UNTOLD = {"U", "other"}  # "not known" is never the largest group of anything
_TOO_CLOSE = 3  # more groups than this that margins cannot tell apart are not worth naming
_LARGEST: dict[tuple[str, ...], tuple[str, str]] = {
    ("FORM",): ("The most frequent form of exploitation was", "The most frequent forms were"),
    ("REF_AREA",): (
        "The largest number of persons was identified in",
        "The largest numbers of persons were identified in",
    ),
    ("AGE",): ("The largest age group was", "The largest age groups were"),
    ("AGENCY",): (
        "The largest number of persons was first identified by",
        "The largest numbers of persons were first identified by",
    ),
}
_PEOPLE: dict[tuple[str, ...], str] = {
    ("F", "C"): "girls",
    ("M", "C"): "boys",
    ("F", "A"): "women",
    ("M", "A"): "men",
}
_KEEP_CAPITAL = {"REF_AREA", "NATIONALITY"}


def findings_of(release: Release, tables: tuple[Table, ...]) -> tuple[Finding, ...]:
    """One finding for each table that has something to say, in the order of the tables.

    Where hardly anything is shown, the first one says so, that nobody looks for more.
    """
    tellers = _tellers(tables)
    told = [
        Finding(text, table.id)
        for table in tables
        if (tell := tellers.get(names_of(table))) and (text := tell(table, release))
    ]
    silent = [Finding(_too_few(release), tables[0].id)] if _is_nearly_empty(tables) else []
    return tuple(silent + told)


def _is_nearly_empty(tables: tuple[Table, ...]) -> bool:
    """Less than one number in ten is shown."""
    values = [cell.value for table in tables for cell in table.cells]
    return 10 * sum(value is not None for value in values) < len(values)


def sentence_on(table: Table) -> str:
    """What its picture shows, for those who do not see it."""
    shown = _shown(table)
    if not shown:
        return f"every number is {FEWER} and is not shown."
    most = shown[0]
    return f"the largest number shown is “{in_words(table, most)}”, {about(most)} persons."


def children_of(table: Table) -> tuple[int, int] | None:
    """Girls and boys together in a table of SEX by CHILD: how many, give or take."""
    cells = [cell for cell in table.cells if cell.codes in {("F", "C"), ("M", "C")}]
    if len(cells) < 2 or any(cell.value is None for cell in cells):
        return None
    return sum(cell.value or 0 for cell in cells), margin_of(cells)


def _tellers(tables: tuple[Table, ...]) -> dict[tuple[str, ...], Teller]:
    """Children are told once: from their own table, which has the better margin, or as a sum."""
    has_children = any(names_of(table) == ("CHILD",) for table in tables)
    return {
        **dict.fromkeys(_LARGEST, _largest),
        ("CHILD",): _children,
        ("SEX", "CHILD"): _girls_and_boys if has_children else _children_then_girls_and_boys,
        ("NATIONALITY",): _nationality,
    }


def _largest(table: Table, release: Release) -> str:
    """Names the largest; those that its margin cannot tell from it stand beside it."""
    leaders = _leaders(_shown(table))
    if not leaders:
        return ""
    one, several = _LARGEST[names_of(table)]
    if len(leaders) == 1:
        return f"{one} {_name(table, leaders[0])}: {_measured(leaders[0], release)}."
    named = [f"{_name(table, cell)}, {_measured(cell, release)}" for cell in leaders]
    close = "The margins are too wide to say which is larger."
    return f"{several} {', and '.join(named)}. {close}"


def _name(table: Table, cell: Cell) -> str:
    words = in_words(table, cell)
    is_name = table.dimensions[0].name in _KEEP_CAPITAL
    return words if is_name else words[0].lower() + words[1:]


def _who(cell: Cell, release: Release, people: str) -> str:
    """`about 85 (give or take 7), or 45 percent, were girls`."""
    share = _measured(cell, release).removeprefix(about(cell)).removeprefix(", ")
    return f"{about(cell)}, or {share}, were {people}" if share else f"{about(cell)} were {people}"


def _measured(cell: Cell, release: Release) -> str:
    """`about 85 (give or take 7), 45 percent`; a percentage of anything smaller is left out."""
    if cell.percent is None or cell.base != release.persons:
        return about(cell)
    return f"{about(cell)}, {cell.percent} percent"


def _leaders(shown: list[Cell]) -> list[Cell]:
    """The largest and those closer to it than both margins together."""
    first = shown[:1]
    near = [cell for cell in shown if _gap(first[0], cell) < margin_of([first[0], cell])]
    leaders = near or first
    return leaders if len(leaders) <= _TOO_CLOSE else []


def _gap(first: Cell, cell: Cell) -> int:
    return (first.value or 0) - (cell.value or 0)


def _shown(table: Table) -> list[Cell]:
    known = [c for c in table.cells if c.value is not None and not _UNTOLD & set(c.codes)]
    return sorted(known, key=lambda cell: (-(cell.value or 0), cell.codes))


def _children(table: Table, release: Release) -> str:
    cell = table.cell("C")
    if cell.value is None:
        return ""
    said = _who(cell, release, "children, under 18 years")
    return f"{said[0].upper()}{said[1:]}."


def _girls_and_boys(table: Table, release: Release) -> str:
    cells = {cell.codes: cell for cell in table.cells if cell.value is not None}
    told = [
        _who(cells[codes], release, people) for codes, people in _PEOPLE.items() if codes in cells
    ]
    return f"Of all persons, {joined(told)}." if told else ""


def _children_then_girls_and_boys(table: Table, release: Release) -> str:
    sentences = (_sum_of_children(table, release), _girls_and_boys(table, release))
    return " ".join(one for one in sentences if one)


def _sum_of_children(table: Table, release: Release) -> str:
    children = children_of(table)
    if children is None:
        return ""
    count, margin = children
    return (
        f"Girls and boys together were about {number(count)} (give or take {number(margin)}), "
        f"{round(100 * count / release.persons)} percent of all."
    )


def _nationality(table: Table, release: Release) -> str:
    leaders = _leaders(_shown(table))
    if len(leaders) != 1:
        return ""
    return f"By nationality, {_who(leaders[0], release, _name(table, leaders[0]))}."


def _too_few(release: Release) -> str:
    return (
        f"The cohort has {persons(release.persons)}. Split any further, nearly every number "
        f"would be {FEWER}; such numbers are not shown, so that no one can be recognised."
    )
