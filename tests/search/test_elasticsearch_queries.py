"""Queries as Elasticsearch gets them: whole, strict, and with nothing that it would not know."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.runtime.folders import ROOT
from search import checks
from search.contract import FACETS, Order
from search.engines import elastic_index, elastic_query
from search.engines.base import Lookup
from search.engines.elasticsearch import ElasticsearchEngine, differing
from search.question import parse

FORMS = {
    "nothing": Lookup(question=parse("")),
    "one word": Lookup(question=parse("shelter")),
    "words": Lookup(question=parse("child labour lake"), facets=FACETS),
    "every word": Lookup(question=parse("child labour"), all_words=True),
    "phrase": Lookup(question=parse('"best interests" child')),
    "exclusions": Lookup(question=parse('shelter -night -"on the lake"')),
    "synonyms": Lookup(question=parse("kayaye", {"kayay": ["head porters", "porter"]})),
    "one filter": Lookup(
        question=parse("child"), filters={"region": ("volta", "oti")}, facets=FACETS
    ),
    "filters": Lookup(
        question=parse("child"),
        filters={"region": ("volta",), "topic": ("labour",)},
        facets=FACETS,
    ),
    "period": Lookup(
        question=parse("child"), date_from=dt.date(2024, 1, 1), date_until=dt.date(2025, 1, 1)
    ),
    "newest": Lookup(question=parse("child labour"), order=Order.NEWEST),
    "oldest": Lookup(question=parse(""), order=Order.OLDEST, offset=20),
    "only counted": Lookup(question=parse("child"), facets=("kind",), limit=0),
}


@pytest.mark.elasticsearch
@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_the_server_knows_every_part_of_every_form(elasticsearch_engine, form):
    elasticsearch_engine.rebuild()

    found = elasticsearch_engine.find(FORMS[form])

    assert found.total == 0
    assert set(found.counts) == set(FORMS[form].facets)


def test_only_fields_of_the_mapping_are_asked_for():
    known = set(elastic_query.mapping()["properties"]) | {"_score"}
    for lookup in FORMS.values():
        body = elastic_query.search_for(lookup, seconds=1).to_dict()
        assert {name.partition(".")[0] for name in fields_of(body)} <= known


def fields_of(body):
    """Every field name that a search body mentions."""
    if isinstance(body, list):
        for part in body:
            yield from fields_of(part)
    if not isinstance(body, dict):
        return
    for name, part in body.items():
        if name in {"term", "terms", "match_phrase", "range"}:
            yield from ([part["field"]] if "field" in part else part)
        elif name == "sort":
            yield from (field for way in part for field in way)
        else:
            yield from fields_of(part)


def test_a_query_is_only_built_not_run():
    body = elastic_query.search_for(FORMS["filters"], seconds=0.8).to_dict()

    assert body["timeout"] == "800ms"
    assert body["_source"] is False
    assert body["post_filter"]["bool"]["filter"] == [
        {"terms": {"facets.region": ["volta"]}},
        {"terms": {"facets.topic": ["labour"]}},
    ]


def test_an_index_name_changes_with_its_mapping(monkeypatch):
    names = elastic_index.Names("harbour-test")
    name = names.fresh()

    monkeypatch.setattr(elastic_query, "K1", 99.0)
    elastic_query.index_settings.cache_clear()
    elastic_index.mapping_hash.cache_clear()

    assert not names.is_current(name)
    elastic_query.index_settings.cache_clear()
    elastic_index.mapping_hash.cache_clear()
    monkeypatch.undo()
    elastic_query.index_settings.cache_clear()
    elastic_index.mapping_hash.cache_clear()
    assert names.is_current(name)


def test_a_cluster_without_an_index_prefix_is_refused(settings):
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX_PREFIX = "http://127.0.0.1:1", ""

    assert [error.id for error in checks.index_prefix()] == ["search.E001"]
    with pytest.raises(ImproperlyConfigured, match="ELASTICSEARCH_INDEX_PREFIX"):
        ElasticsearchEngine()


@pytest.mark.parametrize(
    ("rows", "held", "wrong"),
    [
        ([], [], []),
        ([(1, "a")], [], [1]),
        ([], [(1, "a")], [1]),
        ([(1, "a"), (2, "b")], [(1, "a"), (2, "c")], [2]),
        ([(1, "a"), (3, "c")], [(2, "b"), (3, "c")], [1, 2]),
    ],
)
def test_rows_and_entries_are_compared_side_by_side(rows, held, wrong):
    assert list(differing(rows, held)) == wrong


def test_the_client_is_imported_by_the_engine_alone_and_by_its_present_name():
    folders = ("portal", "search", "sop_library", "shelter_directory", "casebase")
    importing = set()
    for path in (path for folder in folders for path in Path(ROOT / folder).rglob("*.py")):
        text = path.read_text("utf-8")
        assert "elasticsearch_dsl" not in text
        if re.search(r"^\s*(from|import) elasticsearch\b", text, re.MULTILINE):
            importing.add(path.relative_to(ROOT).as_posix())
    assert {Path(name).parent.as_posix() for name in importing} == {"search/engines"}
