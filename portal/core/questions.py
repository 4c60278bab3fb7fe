"""Questions that pages ask again and again, their SQL written once a process.

Django writes the text of a statement anew each time it is asked; for one page's row that costs ten
times what asking PostgreSQL does. A question is a queryset all the same, so that what is public is
still said in one place; only its text is kept. No answer ever is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Lookup, QuerySet, Value
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators
from django.utils.functional import cached_property

Row = tuple[Any, ...]


class Given(Value):
    """Stands in a queryset for a value that is known when the question is asked."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


@Field.register_lookup
class OneOf(Lookup):
    """`pk__one_of=Given("keys")`: any of a list that is known when the question is asked."""

    lookup_name = "one_of"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        column, before = self.process_lhs(compiler, connection)
        keys, given = compiler.compile(self.rhs)
        return f"{column} = ANY ({keys})", [*before, *given]


@dataclass(frozen=True)
class Statement:
    """A question as PostgreSQL reads it.

    Attributes:
        sql: empty where nothing can ever be found.
        converters: of a column's place to what Django makes of its value.
        made: what the queryset gives for a row: a model's instance, or the row itself.
    """

    sql: str
    parameters: tuple[Any, ...]
    converters: Mapping[int, tuple[Iterable[Callable[..., Any]], Any]]
    made: Callable[[Row], Any]


class Question:
    """A queryset of model instances or of `values_list`, without prefetching; sliced only where
    `ask` is given no limit.

    Args:
        queryset: called once, with a `Given` for each name, which counts as true.
        names: of the values that differ from one time to the next; a day or moment always does.
    """

    def __init__(self, queryset: Callable[..., QuerySet[Any, Any]], *names: str) -> None:
        self._queryset = queryset
        self._names = names

    @cached_property
    def _statement(self) -> Statement:
        statement = _statement_of(self._queryset(**{name: Given(name) for name in self._names}))
        if any(map(_passes, statement.parameters)):
            raise ValueError("A day in a question would stay the first reader's: make it a name.")
        return statement

    def ask(self, *, limit: int | None = None, offset: int = 0, **given: Any) -> list[Any]:
        """What the queryset would give; `limit` and `offset` are in rows."""
        if not self._statement.sql:
            return []
        if limit is None and not offset:
            rows = self._fetch(self._statement.sql, given)
        else:
            rows = self._fetch(f"{self._statement.sql} LIMIT %s OFFSET %s", given, limit, offset)
        return [self._statement.made(row) for row in self._converted(rows)]

    def count(self, **given: Any) -> int:
        """How many rows there are."""
        if not self._statement.sql:
            return 0
        rows = self._statement.sql
        sql = f"SELECT count(*) FROM ({rows}) AS rows"  # noqa: S608 -- Django's text, no value in it
        return int(self._fetch(sql, given)[0][0])

    def _fetch(self, sql: str, given: Mapping[str, Any], *more: int | None) -> list[Row]:
        values = (
            given[value.value] if isinstance(value, Given) else value
            for value in self._statement.parameters
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*values, *more])
            return cursor.fetchall()

    def _converted(self, rows: list[Row]) -> Iterator[Row]:
        if not self._statement.converters:
            yield from rows
            return
        for row in map(list, rows):
            for place, (converters, column) in self._statement.converters.items():
                for convert in converters:
                    row[place] = convert(row[place], column, connection)
            yield tuple(row)


def _passes(value: Any) -> bool:
    """Whether it is a day or a moment; year 1 is neither, it stands for what has no date."""
    return isinstance(value, dt.date) and value.year > 1


def _statement_of(queryset: Any) -> Statement:
    if queryset._prefetch_related_lookups:
        raise ValueError("A question is one statement: it prefetches nothing.")
    compiler = queryset.query.get_compiler(using=DEFAULT_DB_ALIAS)
    try:
        sql, parameters = compiler.as_sql()
    except EmptyResultSet:
        return Statement("", (), {}, tuple)
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    make = MAKERS[queryset._iterable_class]
    return Statement(sql, tuple(parameters), converters, make(compiler))


def _maker(compiler: Any) -> Callable[[Row], Any]:
    """How Django itself makes an instance of a row, related ones and annotations included."""
    described, annotated = compiler.klass_info, compiler.annotation_col_map
    model, places = described["model"], described["select_fields"]
    own = slice(places[0], places[-1] + 1)
    names = [column.target.attname for column, *_ in compiler.select[own]]
    related = get_related_populators(described, compiler.select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # the stubs are of Django 6.1

    def made(row: Row) -> Any:
        instance = model.from_db(DEFAULT_DB_ALIAS, names, row[own])
        for populator in related:
            populator.populate(row, instance)
        for name, place in annotated.items():
            setattr(instance, name, row[place])
        return instance

    return made


# By how a queryset gives its rows; any other way fails here, at the first question.
MAKERS: dict[Any, Callable[[Any], Callable[[Row], Any]]] = {
    ModelIterable: _maker,
    ValuesListIterable: lambda compiler: tuple,
}
