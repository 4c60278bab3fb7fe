"""What a reader wants to see of a release, from the address; anything can stand in an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

NUMBERS, PERCENT = "numbers", "percent"
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Select:
    """One select of the form."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Choice:
    """What was asked for and is there.

    Attributes:
        table: the id of one table; empty for all.
        codes: attribute to the one code wanted of it.
        problems: sentences on what was asked for and is not there.
    """

    table: str = ""
    measure: str = NUMBERS
    codes: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        return not (self.table or self.codes or self.measure != NUMBERS)

    def address_of(self, table: str) -> str:
        """The query that asks for one table in the same way."""
        asked = {"table": table, **{name.lower(): code for name, code in self.codes.items()}}
        if self.measure != NUMBERS:
            asked["show"] = self.measure
        return f"?{urlencode(asked)}#table-{table}"


def read_choice(parameters: Mapping[str, Any], report: Json) -> Choice:
    """The choice in an address; what is not there is left out and said."""
    problems = []
    table = str(parameters.get("table", ""))
    if table and table not in {each["id"] for each in report["tables"]}:
        table = ""
        problems.append("This release has no such table, so all are shown.")
    measure = str(parameters.get("show", "")) or NUMBERS
    if measure not in (NUMBERS, PERCENT):
        measure = NUMBERS
        problems.append("Figures can be shown as numbers or as percentages.")
    codes = {}
    for name, dimension in attributes(report).items():
        code = str(parameters.get(name.lower(), ""))
        if code and code in {each["code"] for each in dimension["codes"]}:
            codes[name] = code
        elif code:
            problems.append(f"“{dimension['title']}” has no such category, so all are shown.")
    return Choice(table, measure, codes, tuple(problems))


def attributes(report: Json) -> dict[str, Json]:
    """Every attribute that some table tells apart, by its name."""
    found: dict[str, Json] = {}
    for table in report["tables"]:
        for dimension in table["dimensions"]:
            found.setdefault(dimension["name"], dimension)
    return found


def selects(report: Json, choice: Choice) -> tuple[Select, ...]:
    """The form's selects, with what is chosen."""
    tables = [("", "All tables"), *((t["id"], t["title"]) for t in report["tables"])]
    made = [Select("table", "Table", _options(tables, choice.table))]
    for name, dimension in attributes(report).items():
        codes = [("", "All"), *((c["code"], c["label"]) for c in dimension["codes"])]
        options = _options(codes, choice.codes.get(name, ""))
        made.append(Select(name.lower(), dimension["title"], options))
    measures = [(NUMBERS, "Numbers, with margins"), (PERCENT, "Percentages")]
    return (*made, Select("show", "Show", _options(measures, choice.measure)))


def _options(pairs: list[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(value, label, value == chosen) for value, label in pairs)
