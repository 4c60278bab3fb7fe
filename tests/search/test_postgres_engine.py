"""The PostgreSQL engine keeps the contract, reads through indexes only, and stays bounded."""

from __future__ import annotations

import datetime as dt
import json

import psycopg
import pytest
from django.db import connection

from search import rows as shared_rows
from search.contract import Order
from search.engines.base import Lookup
from search.engines.postgres import gather, rows
from search.engines.postgres.engine import PostgresEngine
from search.models import SearchCollection, SearchDoc, SearchPosting, SearchTerm
from search.question import parse
from search.services import write
from tests.search.collections import projection
from tests.search.contract import LIBRARY, EngineContract

pytestmark = pytest.mark.django_db


class TestPostgresEngine(EngineContract):
    @pytest.fixture
    def engine(self):
        return PostgresEngine()


@pytest.fixture
def planned_as_if_large():
    """The planner prefers a scan of a tiny table; forbidden, it shows whether it could avoid it."""
    write.write(LIBRARY)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_searchposting, search_searchdoc, search_searchterm")
        cursor.execute("SET LOCAL enable_seqscan = off")


STATEMENTS = {**rows.STATEMENTS, **shared_rows.STATEMENTS}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_form_of_search_scans_a_table(planned_as_if_large, name):
    statement, parameters = STATEMENTS[name]

    with psycopg.Cursor(connection.connection) as cursor:
        plan = cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters).fetchone()[0]

    nodes = list(_nodes(plan if isinstance(plan, list) else json.loads(plan)))
    assert "Seq Scan" not in nodes
    assert "Index Only Scan" in nodes or "posting" not in statement


def _nodes(plan):
    for part in plan:
        root = part.get("Plan", part)
        yield root["Node Type"]
        yield from _nodes(root.get("Plans", []))


def test_totals_and_term_counts_stay_exact_through_changes_and_removals():
    write.write(LIBRARY)
    write.write([projection("lake", "Other words", body="child child")])
    write.remove(["farm", "undated"])

    collection = SearchCollection.objects.get()
    assert collection.documents == SearchDoc.objects.count() == 3
    assert collection.total_length == sum(SearchDoc.objects.values_list("length", flat=True))
    for term in SearchTerm.objects.all():
        assert term.documents == SearchPosting.objects.filter(term_id=term.pk).count(), term
    assert SearchPosting.objects.count() == sum(
        len(ids) for ids in SearchDoc.objects.values_list("term_ids", flat=True)
    )


def test_an_edit_rewrites_only_the_postings_that_changed():
    body = " ".join(f"word{n}" for n in range(300))
    write.write([projection("long", "A long report", body=body)])
    before = _row_versions()
    write.write([projection("long", "A long report", body=body + " epilogue")])

    changed = {pk for pk, version in _row_versions().items() if before.get(pk) != version}

    assert len(changed) == 1


def _row_versions():
    with connection.cursor() as cursor:
        cursor.execute("SELECT term_id, doc_id, ctid::text FROM search_searchposting")
        return {(term, doc): place for term, doc, place in cursor.fetchall()}


@pytest.fixture
def many(monkeypatch):
    """A collection larger than what is counted one by one, with the limits made small."""
    monkeypatch.setattr(gather, "EXACT_TOTAL", 50)
    monkeypatch.setattr("search.engines.postgres.engine.EXACT_TOTAL", 50)
    monkeypatch.setattr(gather, "SAMPLE", 40)
    monkeypatch.setattr(gather, "NEWEST_WALKED", 60)
    write.write(
        projection(
            f"n{n:03}",
            f"Report {n} on {'rare ' if n % 100 == 7 else ''}children",
            body="nets " * (n % 7),
            facets={"region": ("volta",) if n % 3 else ("oti",), "topic": (f"t{n % 40}",)},
            date=dt.date(2020, 1, 1) + dt.timedelta(days=n),
        )
        for n in range(400)
    )
    return PostgresEngine()


def test_a_common_word_is_answered_from_its_best_entries_and_says_so(many):
    found = many.find(Lookup(parse("children nets"), facets=("region",)))

    assert not found.total_is_exact
    assert 300 <= found.total <= 400
    assert len(found.hits) == 10
    assert found.counts["region"]["volta"] > found.counts["region"]["oti"]


def test_a_rare_word_beside_a_common_one_is_found_first(many):
    found = many.find(Lookup(parse("rare children")))

    first = SearchDoc.objects.filter(pk__in=[hit.doc_id for hit in found.hits[:4]])
    assert {doc.key for doc in first} == {"n007", "n107", "n207", "n307"}


def test_a_rare_filter_makes_a_common_word_exact(many):
    found = many.find(Lookup(parse("children"), filters={"topic": ("t7",)}, facets=("region",)))

    assert (found.total, found.total_is_exact) == (10, True)
    assert sum(found.counts["region"].values()) == 10


def test_newest_first_of_a_rare_word_is_exact(many):
    found = many.find(Lookup(parse("rare"), order=Order.NEWEST))

    keys = dict(SearchDoc.objects.values_list("pk", "key"))
    assert [keys[hit.doc_id] for hit in found.hits] == ["n307", "n207", "n107", "n007"]
    assert found.total_is_exact


def test_newest_first_of_a_common_word_shows_the_newest(many):
    found = many.find(Lookup(parse("children"), order=Order.NEWEST))

    keys = dict(SearchDoc.objects.values_list("pk", "key"))
    assert [keys[hit.doc_id] for hit in found.hits][:3] == ["n399", "n398", "n397"]
    assert not found.total_is_exact


def test_a_phrase_of_rare_words_is_exact_in_a_large_collection(many):
    assert many.find(Lookup(parse('"rare children"'))).total == 4


def test_everything_is_browsed_newest_first_with_exact_counts(many):
    found = many.find(Lookup(parse(""), facets=("region",)))

    keys = dict(SearchDoc.objects.values_list("pk", "key"))
    assert keys[found.hits[0].doc_id] == "n399"
    assert found.total == 400
    assert found.counts["region"] == {"volta": 266, "oti": 134}
