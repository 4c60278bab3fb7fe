"""A rebuild loses nothing and is never seen; what differs is found and repaired."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from search.contract import SearchRequest
from search.engines import elasticsearch as module
from search.engines.base import EngineUnavailable
from search.models import ClusterBacklog, SearchDoc
from search.services import index, index_projections, search
from tests.search.collections import projection

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def filled(elasticsearch_engine, db):
    index_projections(projection(f"n-{n}", "Patrol log", body=f"night {n}") for n in range(40))
    elasticsearch_engine.rebuild()
    return elasticsearch_engine


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_rebuild_under_constant_publishing_loses_nothing(elasticsearch_engine, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 50)  # many turns between copying and publishing
    index_projections(projection(f"old-{n}", "Patrol log", body="night " * 9) for n in range(600))
    elasticsearch_engine.rebuild()
    stop, trouble = threading.Event(), []
    workers = [
        threading.Thread(target=in_thread, args=[work, stop, trouble])
        for work in (publish_new, change_old, remove_old, search_all_the_time)
    ]
    for worker in workers:
        worker.start()

    counts = [elasticsearch_engine.rebuild() for _ in range(3)]
    stop.set()
    for worker in workers:
        worker.join()
    elasticsearch_engine.catch_up()

    assert not trouble
    assert all(count > 300 for count in counts)
    assert SearchDoc.objects.filter(key__startswith="new-").count() > 3
    assert SearchDoc.objects.filter(key__startswith="old-").count() < 600
    assert not ClusterBacklog.objects.exists()
    assert elasticsearch_engine.reconcile() == 0
    assert elasticsearch_engine.status().entries == SearchDoc.objects.count()


def in_thread(work, stop, trouble):
    number = 0
    try:
        while not stop.is_set():
            work(number)
            number += 1
    except Exception as error:
        trouble.append(error)
    finally:
        connections.close_all()


def publish_new(number):
    index_projections([projection(f"new-{number}", f"Fresh news {number}")])


def change_old(number):
    index_projections([projection(f"old-{number % 300}", "Patrol log", body=f"changed {number}")])


def remove_old(number):
    index.remove([f"old-{300 + number % 250}"])


def search_all_the_time(number):
    found = search(SearchRequest(text="patrol log", size=1), engine="elasticsearch")
    assert found.total > 300  # never an empty or half-filled index


def test_a_failed_rebuild_leaves_the_index_in_use_alone_and_is_swept_by_the_next(
    filled, monkeypatch
):
    before = indices(filled)
    monkeypatch.setattr(filled, "_copy", lambda client, index: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        filled.rebuild()
    assert len(indices(filled)) == 2
    assert search(SearchRequest(text="patrol"), engine="elasticsearch").total == 40

    monkeypatch.undo()
    filled.rebuild()

    assert len(indices(filled)) == 1
    assert indices(filled) != before


def test_two_rebuilds_at_once_are_refused(filled):
    with module._only_rebuild(), connections["default"].cursor():
        refused = []

        def second():
            try:
                filled.rebuild()
            except EngineUnavailable as error:
                refused.append(str(error))
            finally:
                connections.close_all()

        thread = threading.Thread(target=second)
        thread.start()
        thread.join()

    assert refused == ["another rebuild is under way"]


def test_reconcile_repairs_what_is_missing_stale_or_too_much(filled):
    client = filled.cluster._client
    first, second = SearchDoc.objects.order_by("id").values_list("id", flat=True)[:2]
    live = filled._names.live
    client.delete(index=live, id=str(first))
    client.update(index=live, id=str(second), doc={"checksum": "stale"})
    stranger = {"id": 999_999, "checksum": "none", "terms": "stranger", "static_weight": 1.0}
    client.index(index=live, id="999999", document=stranger, refresh=True)

    assert filled.reconcile() == 3
    assert filled.reconcile() == 0
    assert filled.status().entries == 40


def test_a_cluster_without_an_index_is_filled_by_whoever_comes_first(elasticsearch_engine, db):
    index_projections([projection("one", "Patrol log")])

    elasticsearch_engine.catch_up()

    assert search(SearchRequest(text="patrol"), engine="elasticsearch").total == 1


def test_the_state_names_orphans_and_what_waits(filled, monkeypatch, capsys):
    names = filled._names
    yesterday = timezone.now() - dt.timedelta(days=2)
    orphan = f"{names.live}-{yesterday:%Y%m%d%H%M%S%f}-{'0' * 8}"
    filled.cluster._client.indices.create(index=orphan)
    index_projections([projection("late", "Late news")])

    call_command("search_index", "status", engine="elasticsearch")

    said = capsys.readouterr().out
    assert "40 entries" in said
    assert "1 changes wait" in said
    assert f"{orphan} is more than a day old" in said


def test_the_command_rebuilds_and_only_public_pages_are_left(filled, capsys):
    call_command("search_index", "rebuild", engine="elasticsearch")

    assert "elasticsearch\trebuilt with 0 entries" in capsys.readouterr().out
    assert filled.status().entries == 0  # no page stands behind those rows


def indices(engine):
    return set(engine._names.indices(engine.cluster._client))
