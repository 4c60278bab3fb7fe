"""No form of search reads a table from end to end: the plans of everything a search asks, at size.

Twenty thousand entries, some words in most of them. Each form of search runs as a reader's does,
and every statement that it sent is explained under the settings it ran with, with its parameters
and, where it is the engine's own, as PostgreSQL would plan it once and for all.
"""

from __future__ import annotations

import datetime as dt
import random
import re

import psycopg
import pytest
from django.db import connection, transaction

from portal.content.providers import Passage
from search import editorial, spelling
from search import rows as shared_rows
from search.contract import Order, SearchRequest
from search.engines.postgres import rows as engine_rows
from search.models import RecommendedResult, SearchDoc, SynonymSet
from search.services import search, write
from search.services.suggest import suggestions
from tests.search.collections import projection

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("search at size")]  # built once

WRITTEN, COPIES = 160, 125
# Tables of tens of rows, whatever is published: one row of totals, what editors keep, vocabularies.
SMALL = {"search_searchcollection", "search_synonymset", "search_recommendedresult",
         "content_topic", "content_organisation", "core_region", "core_district"}  # fmt: skip
VOLTA, T7 = {"region": ("volta",)}, {"topic": ("t7",)}
SINCE, UNTIL = dt.date(2021, 1, 1), dt.date(2022, 1, 1)
FORMS = {
    "a rare word": SearchRequest("rarity0"),
    "a common word": SearchRequest("child"),
    "two common words": SearchRequest("child labour"),
    "a common and a rare word": SearchRequest("child rarity0"),
    "a question of many words": SearchRequest("which child labour nets lake farm boat"),
    "all of several words": SearchRequest("child labour nets lake", all_words=True),
    "a phrase": SearchRequest('"child labour"'),
    "a rare phrase": SearchRequest('"report rarity0"'),
    "without a word": SearchRequest("child -nets"),
    "without a phrase": SearchRequest('child -"child labour"'),
    "a misspelt word": SearchRequest("rarityy0 chilld labuor"),
    "a word nobody wrote": SearchRequest("unrecognisable"),
    "as typed": SearchRequest("labuor", correct=False),
    "a synonym": SearchRequest("minor"),
    "a recommended result": SearchRequest("boat"),
    "a filter": SearchRequest("child", filters=VOLTA),
    "a common filter": SearchRequest("child", filters={"kind": ("publication",)}),
    "a rare filter": SearchRequest("child", filters=T7),
    "two filters": SearchRequest("child", filters={**VOLTA, "year": ("2021", "2022")}),
    "a typed filter": SearchRequest("type:publication nets"),
    "filters that leave nothing": SearchRequest("rarity0", filters={"kind": ("sop",), **T7}),
    "a period": SearchRequest("child", date_from=SINCE, date_until=UNTIL),
    "since a day": SearchRequest("", date_from=SINCE),
    "newest first, rare": SearchRequest("rarity0", order=Order.NEWEST),
    "newest first, common": SearchRequest("child", order=Order.NEWEST),
    "oldest first, common": SearchRequest("child labour", order=Order.OLDEST),
    "newest first, filtered": SearchRequest("child", filters=VOLTA, order=Order.NEWEST),
    "everything": SearchRequest(""),
    "everything in a region": SearchRequest("", filters=VOLTA),
    "everything, oldest first": SearchRequest("", order=Order.OLDEST),
    "a late page": SearchRequest("child", page=90),
    "only counted": SearchRequest("child nets", size=0),
    "another script": SearchRequest("ɛyɛ 儿童 дети"),
}


@pytest.fixture(scope="module")
def fresh(django_db_setup, django_db_blocker):
    """Twenty thousand entries, written as usual and then copied; no statistics of them yet."""
    with django_db_blocker.unblock(), transaction.atomic():
        write.write(_entry(n) for n in range(WRITTEN))
        _copy_everything()
        words = {f"w{number:x}rds{number * 7919:x}": f"t{number}" for number in range(20_000)}
        spelling.remember(words)
        SynonymSet.objects.create(words="child\nminor")
        RecommendedResult.objects.create(searches="boat", key="n7")
        editorial.forget()
        yield
        transaction.set_rollback(True)
    editorial.forget()
    spelling._remembered.clear()


@pytest.fixture(scope="module")
def analysed(fresh):
    """The same, once PostgreSQL has looked at them."""
    _run("ANALYZE")


@pytest.fixture
def one_search():
    """A search's own transaction: the settings it makes end with it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _entry(n):
    chance = random.Random(n)
    words = [
        "child",
        *(w for w in ("labour", "nets", "lake", "farm", "boat") if chance.random() < 0.8),
    ]
    rare = [f"rarity{n}", *(f"word{chance.randrange(3_000)}" for _ in range(15))]
    text = " ".join(words + rare)
    return projection(
        f"n{n}",
        f"Report rarity{n} on {' '.join(words)}",
        summary=text,
        body=f"{text} {' '.join(reversed(rare))}",
        kind=chance.choice(["publication", "publication", "sop"]),
        facets={
            "region": (chance.choice(["volta", "oti", "ashanti"]),),
            "topic": (f"t{n % 40}",),
        },
        date=dt.date(2020, 1, 1) + dt.timedelta(days=11 * n) if n % 9 else None,
        passages=(Passage(page=1, anchor="", text=text, url=f"/n{n}/#page=1"),),
    )


def _copy_everything():
    """Each entry `COPIES` times, its words as common as that makes them; rare ones stay rare."""
    copies = f"generate_series(1, {COPIES - 1}) AS k"
    _run("UPDATE search_searchterm SET documents = documents * %s", [COPIES])
    _run("UPDATE search_searchcollection SET documents = documents * %s,"
         " total_length = total_length * %s", [COPIES, COPIES])  # fmt: skip
    for table, changed in {
        "search_searchprofile": {"id": "id + k * 1000000", "digest": "md5(digest || k)"},
        "search_searchdoc": {
            "id": "id + k * 1000000",
            "key": "key || '-' || k",
            "profile_id": "profile_id + k * 1000000",
        },
        "search_searchposting": {
            "doc_id": "doc_id + k * 1000000",
            "profile_id": "profile_id + k * 1000000",
        },
        "search_searchpassage": {"id": "id + k * 1000000", "doc_id": "doc_id + k * 1000000"},
    }.items():
        columns = _columns(table)
        values = ", ".join(changed.get(column, column) for column in columns)
        _run(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table}, {copies}")


def _columns(table):
    statement = (
        "SELECT attname FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
    )
    return [name for (name,) in _run(statement, [table])]


def _run(statement, parameters=()):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


SUGGESTED = ["re", "report rar", "children on", "zzz"]


@pytest.mark.parametrize("form", FORMS)
def test_no_form_scans_a_table_that_grows_just_after_a_large_import(fresh, one_search, sent, form):
    search(FORMS[form])

    assert len(sent) > 3
    assert _scans(sent) == []


@pytest.mark.parametrize("form", ["a common filter", "a common word", "newest first, common"])
def test_entries_that_no_filter_drove_are_read_once_for_all_facets(fresh, one_search, sent, form):
    search(FORMS[form])

    asked = [query for query, *_ in sent]
    assert asked.count(engine_rows.TERMS) == 1
    assert sum("ORDER BY impact DESC" in str(query) for query in asked) == 1


@pytest.mark.parametrize("typed", SUGGESTED)
def test_no_suggestion_scans_one_just_after_a_large_import(fresh, one_search, sent, typed):
    suggestions(typed)

    assert _scans(sent) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_form_scans_a_table_that_grows(analysed, one_search, sent, form):
    search(FORMS[form])

    assert _scans(sent) == []


@pytest.mark.parametrize("typed", SUGGESTED)
def test_no_suggestion_scans_a_table_that_grows(analysed, one_search, sent, typed):
    suggestions(typed)

    assert _scans(sent) == []


@pytest.mark.parametrize("form", FORMS)
def test_the_planner_would_choose_the_indexes_itself(analysed, one_search, sent, monkeypatch, form):
    monkeypatch.setattr(shared_rows, "keep_to_indexes", lambda: None)

    search(FORMS[form])

    assert _run("SHOW enable_seqscan") == [("on",)]
    assert _scans(sent) == []


def test_a_scan_would_be_seen(analysed, one_search, sent):
    list(SearchDoc.objects.filter(summary__contains="boat"))
    list(SearchDoc.objects.filter(key="n7"))

    assert [scan.split(" in ")[0] for scan in _scans(sent)] == ["search_searchdoc"]


def _scans(statements):
    """Tables read from end to end: `table in statement`; by index without a condition as well."""
    found = []
    for query, parameters, is_our_own in list(statements):
        if not re.match(r"\s*(SELECT|WITH)", str(query)):
            continue
        for plan in _plans(str(query), parameters, is_our_own):
            found += [
                f"{node.get('Relation Name')} in {' '.join(str(query).split())[:200]}"
                for node in _nodes(plan)
                if _reads_everything(node)
            ]
    return found


def _plans(query, parameters, is_our_own):
    with psycopg.Cursor(connection.connection) as cursor:
        yield cursor.execute(f"EXPLAIN (FORMAT JSON) {query}", parameters).fetchone()[0]
        if is_our_own:
            numbers = iter(range(1, 99))
            numbered = re.sub("%s", lambda _: f"${next(numbers)}", query)
            plan = cursor.execute(f"EXPLAIN (GENERIC_PLAN, FORMAT JSON) {numbered}".encode())
            yield plan.fetchone()[0]


def _nodes(plan):
    for part in plan:
        node = part.get("Plan", part)
        yield node
        yield from _nodes(node.get("Plans", []))


def _reads_everything(node):
    if node.get("Relation Name") in SMALL:
        return False
    by_index = node["Node Type"] in ("Index Scan", "Index Only Scan", "Bitmap Index Scan")
    return node["Node Type"] == "Seq Scan" or (by_index and "Index Cond" not in node)
