"""The second engine: Elasticsearch, a copy of the rows, for a portal outgrowing one machine.

A change is noted in `ClusterBacklog` in the transaction that makes it, and sent when that has
committed; what cannot be sent stays there until the cluster takes it. Whoever writes to the
cluster first takes a lock in PostgreSQL, reads the rows after that, and lets go when the cluster
has them: so an older state never overwrites a newer one, and a rebuild loses nothing.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.utils import timezone
from elasticsearch import Elasticsearch

from search import weights
from search.contract import Order
from search.engines import elastic_index, elastic_query
from search.engines.base import EngineStatus, EngineUnavailable, Found, FoundDoc, Lookup
from search.engines.elastic_cluster import Cluster
from search.models import ClusterBacklog, SearchDoc

logger = logging.getLogger(__name__)

_WRITING = 7_203_115  # advisory locks of the portal: who writes to the cluster …
_REBUILDING = 7_203_116  # … and who rebuilds it
BATCH = 500
SECONDS_TO_SEND = 5.0
SECONDS_TO_WRITE = 60.0
SECONDS_BETWEEN_TRIES = 5.0  # to send, after a failure
SECONDS_OF_GRACE = 2.0  # searches that began on the old index end there
AGE_OF_ORPHANS = dt.timedelta(days=1)


class ElasticsearchEngine:
    """Finds, scores and counts in the cluster that the settings name.

    One object a process: its connections and its breaker are shared by all threads.
    """

    name = "elasticsearch"

    def __init__(self) -> None:
        prefix = settings.ELASTICSEARCH_INDEX_PREFIX
        if not prefix:
            raise ImproperlyConfigured(
                "ELASTICSEARCH_INDEX_PREFIX is empty. Set one that no other portal on the same "
                "cluster uses, so that neither ever replaces the other's index."
            )
        self._names = elastic_index.Names(prefix)
        self.cluster = Cluster(
            settings.ELASTICSEARCH_URL, self._probe, patience=settings.ELASTICSEARCH_PATIENCE
        )
        self._next_try = 0.0

    # Reading ---------------------------------------------------------------------------------

    def find(self, lookup: Lookup) -> Found:
        """Answer within the cluster's deadline.

        Raises:
            EngineUnavailable: the cluster is down, slow or talks nonsense, or has no index yet.
        """
        if lookup.question.is_unanswerable:
            return Found(hits=(), total=0, counts={name: {} for name in lookup.facets})
        return self.cluster.ask(lambda client: self._find(client, lookup), until=lookup.until)

    def _find(self, client: Elasticsearch, lookup: Lookup) -> Found:
        if lookup.order is Order.RELEVANCE or not lookup.question.asks_for_words:
            return self._run(client, lookup)
        # By date, one rare word of many would lead nowhere: every word, wherever there is any.
        whole = self._run(client, replace(lookup, all_words=True))
        return whole if whole.total or lookup.all_words else self._run(client, lookup)

    def _run(self, client: Elasticsearch, lookup: Lookup) -> Found:
        search = elastic_query.search_for(lookup, seconds=settings.ELASTICSEARCH_PATIENCE)
        search = search.using(client).index(self._names.live)
        answer = search.params(allow_partial_search_results=False).execute().to_dict()
        if answer["timed_out"] is not False:
            raise EngineUnavailable("a partial answer")
        return _read(answer, lookup)

    def _probe(self, client: Elasticsearch) -> None:
        client.search(index=self._names.live, size=0, track_total_hits=False)

    # Writing ---------------------------------------------------------------------------------

    def apply(self, doc_ids: Sequence[int]) -> None:
        """Note these entries in this transaction, and send them once it has committed."""
        ClusterBacklog.objects.bulk_create(ClusterBacklog(doc_id=id_) for id_ in doc_ids)
        transaction.on_commit(self._send_soon)

    def remove(self, doc_ids: Sequence[int]) -> None:
        """Note that these entries are gone; the same, as their rows say it already."""
        self.apply(doc_ids)

    def _send_soon(self) -> None:
        """Send now what waits; where the cluster takes nothing, leave it for the worker."""
        if time.monotonic() < self._next_try:
            return
        try:
            self.catch_up(within=SECONDS_TO_SEND)
        except EngineUnavailable as error:
            self._next_try = time.monotonic() + SECONDS_BETWEEN_TRIES
            logger.warning("changes wait for the search cluster", extra={"reason": str(error)})

    def catch_up(self, *, within: float = SECONDS_TO_WRITE) -> int:
        """Send every change that waits, or build the index where there is none yet.

        Args:
            within: seconds for each batch; a publishing worker has fewer than a nightly one.

        Returns:
            The number of changes sent.

        Raises:
            EngineUnavailable: the cluster did not take them; they keep waiting.
        """
        if not self.cluster.tell(self._names.targets, within=within):
            return self.rebuild()
        sent = 0
        while number := self.cluster.tell(self._send_batch, within=within):
            sent += number
        return sent

    def _send_batch(self, client: Elasticsearch) -> int:
        with transaction.atomic():
            _take_turn(_WRITING)
            waiting = list(
                ClusterBacklog.objects.order_by("id").values_list("id", "doc_id")[:BATCH]
            )
            if not waiting:
                return 0
            targets = self._names.targets(client)
            elastic_index.write(client, sorted({doc_id for _, doc_id in waiting}), targets)
            ClusterBacklog.objects.filter(id__in=[id_ for id_, _ in waiting]).delete()
            return len(waiting)

    # Keeping ---------------------------------------------------------------------------------

    def rebuild(self) -> int:
        """Build the index anew beside the one in use, then change over in one step.

        Raises:
            EngineUnavailable: the cluster failed half-way; the index in use is as it was.
        """
        with _only_rebuild():
            return self.cluster.tell(self._rebuild, within=SECONDS_TO_WRITE)

    def _rebuild(self, client: Elasticsearch) -> int:
        self._drop(client, self._half_built(client))
        index = self._names.fresh()
        client.indices.create(
            index=index,
            mappings=elastic_query.mapping(),
            settings={"index": elastic_query.index_settings()},
            wait_for_active_shards=1,
        )
        with transaction.atomic():
            _take_turn(_WRITING)  # from here on every change reaches the new index too
            client.indices.put_alias(index=index, name=self._names.building)
            # What waits by now is copied with its row. By number, not "up to the last": a smaller
            # number may still be uncommitted, and its row not yet to be seen.
            copied = list(ClusterBacklog.objects.values_list("id", flat=True))
        written = sum(self._copy(client, index))
        old = self._change_over(client, index, copied)
        if old:
            time.sleep(SECONDS_OF_GRACE)
        self._drop(client, old)
        return written

    def _copy(self, client: Elasticsearch, index: str) -> Iterator[int]:
        """Write every row, a batch at a time; writers wait for one batch, never for all."""
        last = -1
        while True:
            with transaction.atomic():
                _take_turn(_WRITING)
                rows = SearchDoc.objects.filter(id__gt=last).order_by("id")
                ids = list(rows.values_list("id", flat=True)[:BATCH])
                if not ids:
                    return
                elastic_index.write(client, ids, [index])
            last = ids[-1]
            yield len(ids)

    def _change_over(self, client: Elasticsearch, index: str, copied: list[int]) -> list[str]:
        """Send what still waits, then let searches read the new index; the old ones' names."""
        ClusterBacklog.objects.filter(id__in=copied).delete()
        while self._send_batch(client):
            pass
        with transaction.atomic():
            _take_turn(_WRITING)
            indices = self._names.indices(client)
            old = [name for name, aliases in indices.items() if self._names.live in aliases]
            leave = [{"remove": {"index": name, "alias": self._names.live}} for name in old]
            enter = [
                {"remove": {"index": index, "alias": self._names.building}},
                {"add": {"index": index, "alias": self._names.live}},
            ]
            client.indices.update_aliases(actions=[*leave, *enter])
        return old

    def reconcile(self) -> int:
        """Compare every row with the index and repair what differs; the number repaired.

        Raises:
            EngineUnavailable: the cluster failed, or has no index: rebuild it.
        """
        self.catch_up()
        wrong = self.cluster.tell(
            lambda client: list(self._differences(client)), within=SECONDS_TO_WRITE
        )
        with transaction.atomic():
            self.apply(wrong)
        self.catch_up()
        return len(wrong)

    def _differences(self, client: Elasticsearch) -> Iterator[int]:
        rows = SearchDoc.objects.order_by("id").values_list("id", "checksum").iterator(5_000)
        return differing(rows, elastic_index.checksums(client, self._names.live))

    def status(self) -> EngineStatus:
        """How many entries the index in use holds, and whatever an operator should do."""
        try:
            return self.cluster.tell(self._status, within=SECONDS_TO_SEND)
        except EngineUnavailable as error:
            return EngineStatus(self.name, 0, (f"The cluster gives no answer: {error}.",))

    def _status(self, client: Elasticsearch) -> EngineStatus:
        indices = self._names.indices(client)
        live = [name for name, aliases in indices.items() if self._names.live in aliases]
        if not live:
            return EngineStatus(self.name, 0, ("No index yet: run search_index rebuild.",))
        entries = int(client.count(index=self._names.live)["count"])
        return EngineStatus(self.name, entries, tuple(self._notes(indices, live[0])))

    def _notes(self, indices: Mapping[str, set[str]], live: str) -> Iterator[str]:
        if waiting := ClusterBacklog.objects.count():
            yield f"{waiting} changes wait to be sent."
        if not self._names.is_current(live):
            yield "The index was made by other code: run search_index rebuild."
        for name in indices:
            if name != live and timezone.now() - self._names.born_at(name) > AGE_OF_ORPHANS:
                yield f"{name} is more than a day old and not in use: rebuild removes it."

    def drop_everything(self) -> None:
        """Delete every index of our prefix; for tests and for leaving a shared cluster."""
        self.cluster.tell(
            lambda client: self._drop(client, self._names.indices(client)),
            within=SECONDS_TO_WRITE,
        )

    def _half_built(self, client: Elasticsearch) -> list[str]:
        """What is not in use: with the lock of rebuilds in hand, nobody is building it."""
        indices = self._names.indices(client)
        return [name for name, aliases in indices.items() if self._names.live not in aliases]

    def _drop(self, client: Elasticsearch, names: Iterable[str]) -> None:
        for name in names:
            client.options(ignore_status=404).indices.delete(index=name)


def differing(rows: Iterable[tuple[int, str]], held: Iterable[tuple[int, str]]) -> Iterator[int]:
    """Ids that stand in one only, or with different checksums. Both come smallest id first."""
    ours, theirs = iter(rows), iter(held)
    row, entry = next(ours, None), next(theirs, None)
    while row or entry:
        if row == entry:
            row, entry = next(ours, None), next(theirs, None)
            continue
        first = min(each[0] for each in (row, entry) if each)
        yield first
        if row and row[0] == first:
            row = next(ours, None)
        if entry and entry[0] == first:
            entry = next(theirs, None)


def _read(answer: Mapping[str, Any], lookup: Lookup) -> Found:
    """What an answer says; anything missing or of another kind raises what `Cluster` expects."""
    hits, total = answer["hits"]["hits"], answer["hits"]["total"]
    counts = {name: _counted(answer, name) for name in lookup.facets}
    scored = lookup.order is Order.RELEVANCE and lookup.question.asks_for_words
    step = elastic_query.step_of(lookup.question) if scored else 0.0
    return Found(
        hits=[FoundDoc(int(hit["_id"]), _score(hit, step) if scored else 0.0) for hit in hits],
        total=int(total["value"]),
        total_is_exact=total["relation"] == "eq",
        counts=counts,
    )


def _counted(answer: Mapping[str, Any], name: str) -> dict[str, int]:
    """A facet's counts, wherever `elastic_query` put them."""
    groups = answer.get("aggregations", {})
    for group in ("filtered", f"without {name}"):
        if name in groups.get(group, {}):
            groups = groups[group]
    return {str(value["key"]): int(value["doc_count"]) for value in groups[name]["buckets"]}


def _score(hit: Mapping[str, Any], step: float) -> float:
    """The score on the scale of the other engine, whose step for every word is larger."""
    score = float(hit["_score"])
    return score - step + weights.ALL_WORDS_BONUS if 0.0 < step <= score else score


def _take_turn(lock: int) -> None:
    """Wait for this advisory lock, held until the transaction's end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


@contextlib.contextmanager
def _only_rebuild() -> Iterator[None]:
    """Refuse a second rebuild at the same time; the lock goes with our connection if we die."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_REBUILDING])
        if not cursor.fetchone()[0]:
            raise EngineUnavailable("another rebuild is under way")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_REBUILDING])
