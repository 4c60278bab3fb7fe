"""Goals 4, 5 and 6: a search page against tantivy and Wagtail's own search, and a changed entry.

10,000 and 100,000 publications, loaded by `manage.py load_publications`. Each query runs three
times on ours and on tantivy in turn, and twice on Wagtail's as far as time allows; the smallest of
each counts. Ratios are of processor time, the database's included; a parallel worker of PostgreSQL
is not counted, which favours Wagtail's search.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench import clock, collection, corpus, engines, load, updates
from tests.bench.clock import Cost
from tests.bench.rows import Row

ROUNDS = 3
EXACT_TOTAL = 10_000  # as in search.contract
PATIENCE = 5.0  # seconds that a slow peer may take for one class of queries
# Against tantivy's own work for the same answer; it corrects nothing, and finding nothing is free.
AGAINST_LIMIT = list(corpus.CLASSES)[:7]
AGAINST_PEER = [name for name in corpus.CLASSES if name not in ("misspelt", "nothing found")]
Costs = dict[str, list[Cost]]  # query class → the cost of each query


@dataclass
class Measured:
    """Everything measured over one collection; by engine where engines differ."""

    number: int
    loading: Cost
    costs: dict[str, Costs] = field(default_factory=dict)
    updates: dict[str, list[Cost]] = field(default_factory=dict)


def run(quick: bool) -> list[Row]:
    """Quick: 2,000 and 20,000 publications, and fewer queries."""
    sizes, each = ((2_000, 20_000), 8) if quick else ((10_000, 100_000), 20)
    with collection.server():
        few, many = (_measured(size, each) for size in sizes)
    _tell(few, many)
    return [*_load_rows(few, many), *_page_rows(few, many), *_update_rows(few, many)]


def _measured(number: int, each: int) -> Measured:
    with ExitStack() as stack:
        measured = Measured(number, stack.enter_context(collection.loaded(number)))
        _say(number, f"loaded in {measured.loading.wall:.0f} s")
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        ours, limit = engines.Harbour(clock.backend()), engines.Tantivy(Path(folder), number)
        _say(number, "tantivy’s index made")
        cluster = stack.enter_context(_cluster())
        for name, queries in corpus.queries(each).items():
            costs = _in_turn({"ours": ours, "tantivy": limit, **cluster}, queries)
            costs["wagtail"] = _patiently(engines.Wagtail(clock.backend()), queries)
            for engine, cost_each in costs.items():
                measured.costs.setdefault(engine, {})[name] = cost_each
            middles = (f"{e} {1000 * median(_cpu(each)):.2f}" for e, each in costs.items())
            _say(number, f"{name}, ms of processor: {', '.join(middles)}")
        measured.updates = updates.costs()
    return measured


def _in_turn(
    answering: dict[str, engines.Engine], queries: Sequence[corpus.Query]
) -> dict[str, list[Cost]]:
    for engine in answering.values():
        engine.page(queries[0])
    costs: dict[str, list[Cost]] = {name: [] for name in answering}
    for query in queries:
        rounds = [
            {name: engines.cost(engine, query) for name, engine in answering.items()}
            for _ in range(ROUNDS)
        ]
        for name in answering:
            costs[name].append(clock.least([cost_of[name] for cost_of in rounds]))
    return costs


def _patiently(engine: engines.Engine, queries: Sequence[corpus.Query]) -> list[Cost]:
    """Of the first queries only, where the engine is slow."""
    engine.page(queries[0])
    until = time.monotonic() + PATIENCE
    costs: list[Cost] = []
    for query in queries:
        costs.append(clock.least([engines.cost(engine, query) for _ in range(2)]))
        if time.monotonic() > until:
            break
    return costs


def _say(number: int, text: str) -> None:
    print(f"   {number:,} publications: {text}", flush=True)


@contextmanager
def _cluster() -> Iterator[dict[str, engines.Engine]]:
    """Elasticsearch with the same entries, where it is asked for and has been fetched."""
    from django.test import override_settings

    from portal.runtime import elasticsearch, elasticsearch_archive
    from search.engines import choice

    if "--elasticsearch" not in sys.argv:
        yield {}
        return
    if not elasticsearch_archive.is_at_hand():
        print("   no Elasticsearch here: run `make search-engine` once", flush=True)
        yield {}
        return
    with elasticsearch.running(report=lambda line: None) as server:
        with override_settings(
            ELASTICSEARCH_URL=server.url,
            ELASTICSEARCH_INDEX_PREFIX="bench",
            ELASTICSEARCH_PATIENCE=20.0,
        ):
            choice.engine.cache_clear()
            _say(choice.engine("elasticsearch").rebuild(), "copied to Elasticsearch")
            helpers = [*clock.backend(), *load.tree(server.process.pid)]
            yield {"elasticsearch": engines.Harbour(helpers, "elasticsearch")}
        choice.engine.cache_clear()


def _load_rows(few: Measured, many: Measured) -> list[Row]:
    each = [m.loading.cpu / m.number for m in (few, many)]
    note = ", ".join(
        f"{m.number:,} in {m.loading.wall:.0f} s ({m.number / m.loading.wall:.0f} a second,"
        f" {m.loading.cpu:.0f} s of processor)"
        for m in (few, many)
    )
    name = f"load_publications, one publication: {_sizes(few, many)}"
    return [Row(0, name, [each[1] / each[0]], 2, note)]


def _page_rows(few: Measured, many: Measured) -> list[Row]:
    ours = many.costs["ours"]
    at_size = f", {many.number:,}: ours /"
    # Both limits are for large collections: up to 10,000 matches are read one by one.
    is_full = few.number >= EXACT_TOTAL
    rows = [
        Row(4, f"{name}{at_size} tantivy", _ratios(ours[name], many.costs["tantivy"][name]),
            25 if name in AGAINST_LIMIT else None)
        for name in ours
    ]  # fmt: skip
    rows += [
        Row(
            4,
            f"{name}: {_sizes(few, many)}",
            [_growth(few, many, "ours", name)],
            2 if is_full else None,
        )
        for name in ours
    ]
    rows += [
        Row(5, f"{name}{at_size} Wagtail’s", _ratios(ours[name], many.costs["wagtail"][name]),
            1 / 40 if is_full and name in AGAINST_PEER else None,
            f"Wagtail’s grew {_growth(few, many, 'wagtail', name):.1f} times")
        for name in ours
    ]  # fmt: skip
    return rows


def _growth(few: Measured, many: Measured, engine: str, name: str) -> float:
    return median(_cpu(many.costs[engine][name])) / median(_cpu(few.costs[engine][name]))


def _update_rows(few: Measured, many: Measured) -> list[Row]:
    grown = {
        name: median(_cpu(many.updates[name])) / median(_cpu(few.updates[name]))
        for name in many.updates
    }
    ours, at_size = many.updates["ours"], f"one entry re-indexed, {many.number:,}: ours /"
    wall = 1000 * median(cost.wall for cost in ours)
    note = f"{1000 * median(_cpu(ours)):.1f} ms of processor, {wall:.1f} ms"
    theirs = f"Wagtail’s grew {grown['wagtail']:.1f} times"
    return [
        Row(6, f"one entry re-indexed: {_sizes(few, many)}", [grown["ours"]], 1.5, note),
        Row(6, f"{at_size} Wagtail’s", _ratios(ours, many.updates["wagtail"]), None, theirs),
        Row(6, f"{at_size} to_tsvector and update", _ratios(ours, many.updates["limit"]), None),
    ]


def _ratios(ours: Sequence[Cost], theirs: Sequence[Cost]) -> list[float]:
    return [mine.cpu / other.cpu for mine, other in zip(ours, theirs, strict=False)]


def _cpu(costs: Sequence[Cost]) -> list[float]:
    return [cost.cpu for cost in costs]


def _sizes(few: Measured, many: Measured) -> str:
    return f"{many.number:,} / {few.number:,}"


def _tell(few: Measured, many: Measured) -> None:
    """p50 and p99 by query class, in milliseconds by the wall."""
    columns = [(m, engine) for engine in many.costs for m in (few, many)]
    heads = "".join(f"{f'{engine} {m.number // 1000}k':>20}" for m, engine in columns)
    print(f"\n   p50 / p99, ms{'':<10}{heads}")
    for name in corpus.CLASSES:
        cells = []
        for measured, engine in columns:
            wall = [1000 * cost.wall for cost in measured.costs[engine][name]]
            cells.append(f"{percentile(wall, 50):.2f} / {percentile(wall, 99):.2f}")
        print(f"   {name:<23}" + "".join(f"{cell:>20}" for cell in cells))
    print(flush=True)


def percentile(times: Sequence[float], share: int) -> float:
    """The smallest time that so many per cent of the queries did not exceed."""
    return sorted(times)[math.ceil(len(times) * share / 100) - 1]
