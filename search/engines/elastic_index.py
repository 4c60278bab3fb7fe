"""The index in the cluster: its names, its documents, and what stands in it.

An index is called `<prefix>-<moment>-<hash of its mapping>`; two aliases say what it is for.
`<prefix>` is the one that searches read. `<prefix>-building` is added to one being rebuilt, so
that every change goes to both from the first moment on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.utils import timezone
from elasticsearch import Elasticsearch, helpers

from search import codes
from search.engines import elastic_query
from search.models import SearchDoc, SearchTerm

BATCH = 500
LARGEST_REQUEST = 20_000_000  # bytes; far below what a server accepts
MOST_REPEATS = 1_000  # of one term: more add nothing to a score

Document = dict[str, Any]


@cache
def mapping_hash() -> str:
    """Changes with anything that makes an index of the old kind unfit for the code."""
    content = [elastic_query.mapping(), elastic_query.index_settings()]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:8]


class Names:
    """Every name in the cluster that begins with our prefix; nothing else is ever touched."""

    def __init__(self, prefix: str) -> None:
        self.live = prefix
        self.building = f"{prefix}-building"
        self._ours = re.compile(rf"{re.escape(prefix)}-(\d{{20}})-([0-9a-f]{{8}})")

    def fresh(self) -> str:
        return f"{self.live}-{timezone.now():%Y%m%d%H%M%S%f}-{mapping_hash()}"

    def born_at(self, index: str) -> dt.datetime:
        moment = self._parts(index)[0]
        return dt.datetime.strptime(moment, "%Y%m%d%H%M%S%f").replace(tzinfo=dt.UTC)

    def is_current(self, index: str) -> bool:
        """Whether the index has the mapping that this code expects."""
        return self._parts(index)[1] == mapping_hash()

    def _parts(self, index: str) -> tuple[str, str]:
        found = self._ours.fullmatch(index)
        if not found:
            raise ValueError("not a name of ours")
        return found[1], found[2]

    def indices(self, client: Elasticsearch) -> dict[str, set[str]]:
        """Our indices, each with its aliases."""
        found = client.indices.get_alias(index=f"{self.live}-*").body
        return {
            name: set(about["aliases"])
            for name, about in sorted(found.items())
            if self._ours.fullmatch(name)
        }

    def targets(self, client: Elasticsearch) -> list[str]:
        """The indices that a change must reach: the live one and, if any, the one being built."""
        wanted = {self.live, self.building}
        return [name for name, aliases in self.indices(client).items() if aliases & wanted]


def documents(doc_ids: Sequence[int]) -> Iterator[Document]:
    """The index's form of these entries; an id whose row is gone is passed over."""
    rows = SearchDoc.objects.filter(id__in=doc_ids).values_list(
        "id", "checksum", "facets", "date", "static_weight", "phrase_text", "term_ids", "term_codes"
    )
    found = list(rows.order_by("id"))
    terms = _term_names({term for row in found for term in row[6]})
    for id_, checksum, facets, date, static_weight, phrase_text, term_ids, term_codes in found:
        held = {terms[t]: code for t, code in zip(term_ids, term_codes, strict=True) if code}
        yield {
            "id": id_,
            "checksum": checksum,
            "terms": " ".join(_repeated(held)),
            "title_terms": " ".join(t for t, code in held.items() if code & codes.IN_TITLE),
            "words": phrase_text.split("|"),
            "facets": facets,
            "date": date.isoformat() if date else None,
            "static_weight": static_weight,
        }


def _repeated(held: dict[str, int]) -> Iterator[str]:
    """Each term as often as its doubled field weights say: the index counts it so."""
    for term, code in held.items():
        yield from [term] * min(round(codes.frequency(code)), MOST_REPEATS)


def _term_names(ids: set[int]) -> dict[int, str]:
    return dict(SearchTerm.objects.filter(id__in=ids).values_list("id", "term"))


def write(client: Elasticsearch, doc_ids: Sequence[int], targets: Sequence[str]) -> None:
    """Bring these entries, in each of these indices, to the state of their rows.

    The caller sees to it that nobody else writes between our reading and our writing.
    """
    found = list(documents(doc_ids))
    gone = set(doc_ids) - {document["id"] for document in found}
    _bulk(client, (_index(target, d) for target in targets for d in found))
    # An entry already gone from one of two indices is what we want.
    deletions = (_deletion(target, id_) for target in targets for id_ in gone)
    _bulk(client, deletions, ignore_status=404)


def _bulk(client: Elasticsearch, actions: Iterator[Document], **options: Any) -> None:
    helpers.bulk(
        client,
        actions,
        chunk_size=BATCH,
        max_chunk_bytes=LARGEST_REQUEST,
        refresh=True,  # a published page is found at once
        **options,
    )


def _index(target: str, document: Document) -> Document:
    return {"_op_type": "index", "_index": target, "_id": document["id"], "_source": document}


def _deletion(target: str, id_: int) -> Document:
    return {"_op_type": "delete", "_index": target, "_id": id_}


def checksums(client: Elasticsearch, index: str) -> Iterator[tuple[int, str]]:
    """Every entry of an index with the checksum it was written from, the smallest id first."""
    after: list[int] = [-1]
    while True:
        answer = client.search(
            index=index,
            size=5_000,
            sort=[{"id": "asc"}],
            search_after=after,
            source={"includes": ["checksum"]},
            track_total_hits=False,
        )
        hits = answer["hits"]["hits"]
        yield from ((int(hit["_id"]), hit["_source"]["checksum"]) for hit in hits)
        if not hits:
            return
        after = hits[-1]["sort"]
