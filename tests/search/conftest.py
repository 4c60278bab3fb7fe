"""An engine on the run's real Elasticsearch, with an index prefix of its own."""

from __future__ import annotations

import uuid

import psycopg
import pytest

from search import editorial
from search.engines import choice
from search.services import index_projections


@pytest.fixture(autouse=True)
def nothing_remembered_from_another_test():
    editorial.forget()
    yield
    editorial.forget()


@pytest.fixture
def sent(monkeypatch):
    """Every statement sent: text, parameters, and whether it is the engine's own (in binary)."""
    statements = []
    execute = psycopg.Cursor.execute

    def note(cursor, query, params=None, *, prepare=None, binary=None):
        statements.append((query, params, bool(binary)))
        return execute(cursor, query, params, prepare=prepare, binary=binary)

    monkeypatch.setattr(psycopg.Cursor, "execute", note)
    return statements


@pytest.fixture
def elasticsearch_engine(elasticsearch_url, settings):
    """The Elasticsearch engine, empty, in use beside PostgreSQL and chosen to answer.

    Its patience is long: a busy machine that runs tests is no outage.
    """
    settings.ELASTICSEARCH_URL = elasticsearch_url
    settings.ELASTICSEARCH_INDEX_PREFIX = f"test-{uuid.uuid4().hex[:12]}"
    settings.ELASTICSEARCH_PATIENCE = 20.0
    choice.engine.cache_clear()
    engine = choice.engine("elasticsearch")
    yield engine
    settings.ELASTICSEARCH_URL = elasticsearch_url  # a test may have put a proxy in between
    choice.engine.cache_clear()
    choice.engine("elasticsearch").drop_everything()
    choice.engine.cache_clear()


@pytest.fixture(params=["postgres", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine_name(request):
    """Each engine in turn, chosen to answer: what holds for one holds for the other."""
    if request.param == "elasticsearch":
        request.getfixturevalue("elasticsearch_engine")
    return request.param


@pytest.fixture
def publish(engine_name):
    """Bring projections into the index and into whichever engine is tested."""

    def bring(*projections):
        index_projections(projections)
        for engine in choice.in_use():
            engine.catch_up()

    return bring
