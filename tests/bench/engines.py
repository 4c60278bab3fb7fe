"""Who answers the same queries: ours as readers ask it, and those it is measured against.

Every one gives a page: the total, ten ranked hits and counts by facet. tantivy and ours count four
facets and more and mark snippets; Wagtail's own search has no snippets and is asked for one facet.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from tests.bench import clock, corpus
from tests.bench.corpus import Query

FACETS = ("type", "region", "topic", "year")


class Engine(Protocol):
    """Attributes:
    helpers: processes beside ours that work on its answers.
    """

    helpers: Sequence[int]

    def page(self, query: Query) -> int:
        """Answer one page; how many match."""


def cost(engine: Engine, query: Query) -> clock.Cost:
    return clock.cost(lambda: engine.page(query), engine.helpers)


class Harbour:
    """The search that readers use, in a transaction as every request is."""

    def __init__(self, helpers: Sequence[int], engine: str = "") -> None:
        self.helpers = helpers
        self._engine = engine

    def page(self, query: Query) -> int:
        from django.db import transaction

        from search.contract import Order, SearchRequest
        from search.services import search

        order = Order.NEWEST if query.newest_first else Order.RELEVANCE
        request = SearchRequest(text=query.typed, filters=query.filters, order=order)
        with transaction.atomic():
            return search(request, engine=self._engine).total


class Wagtail:
    """The peer: Wagtail's own search on PostgreSQL, as shipped, with the body in its index."""

    def __init__(self, helpers: Sequence[int]) -> None:
        self.helpers = helpers

    def page(self, query: Query) -> int:
        from django.db import transaction
        from wagtail.search.query import Phrase, PlainText

        from portal.publications.models import PublicationPage

        pages = PublicationPage.objects.live()
        if query.filters:
            pages = pages.filter(type=query.filters["type"][0])
        if query.newest_first:
            pages = pages.order_by("-published_on")
        asked: Any = " ".join(query.words)
        if query.is_phrase:
            asked = Phrase(asked)
        elif query.excluded:
            asked = PlainText(asked) & ~PlainText(query.excluded)
        with transaction.atomic():
            results = pages.search(asked, order_by_relevance=not query.newest_first)
            list(results[:10])
            results.facet("type")
            return results.count()


class Tantivy:
    """The limit: the same page from an engine in this process, without a database."""

    helpers = ()

    def __init__(self, folder: Path, number: int) -> None:
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        for name in ("title", "summary", "body"):
            builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
        for name in FACETS:
            builder.add_text_field(name, fast=True, tokenizer_name="raw")
        builder.add_unsigned_field("day", fast=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        writer = self._index.writer(heap_size=200_000_000, num_threads=1)
        for publication in corpus.publications(number):
            writer.add_document(self._document(publication))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def _document(self, publication: corpus.Publication) -> Any:
        document = self._tantivy.Document(
            title=publication.title, summary=publication.summary, body=publication.body
        )
        document.add_unsigned("day", publication.date.toordinal())
        values = {
            "type": [publication.kind],
            "region": publication.region,
            "topic": publication.topics,
            "year": [str(publication.date.year)],
        }
        for name, held in values.items():
            for value in held:
                document.add_text(name, value)
        return document

    def page(self, query: Query) -> int:
        searcher = self._index.searcher()
        asked = self._index.parse_query(query.typed, ["title", "summary", "body"])
        for name, values in query.filters.items():
            must, kind = self._tantivy.Occur.Must, self._tantivy.Query
            term = kind.term_query(self._schema, name, values[0])
            asked = kind.boolean_query([(must, asked), (must, term)])
        order = "day" if query.newest_first else None
        found = searcher.search(asked, limit=10, order_by_field=order)
        snippets = self._tantivy.SnippetGenerator.create(searcher, asked, self._schema, "body")
        for _, address in found.hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
        searcher.aggregate(asked, {n: {"terms": {"field": n, "size": 50}} for n in FACETS})
        return found.count or 0
