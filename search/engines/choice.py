"""Which engine answers, and who stands in when it cannot.

Elasticsearch serves where it has an address, unless `SEARCH_ENGINE` says otherwise. When it fails
it leaves itself alone for a while (`elastic_cluster.Breaker`): no reader waits for it twice.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from search.engines.base import Engine, EngineUnavailable, Found, Lookup

ENGINES = {
    "postgres": "search.engines.postgres.engine.PostgresEngine",
    "elasticsearch": "search.engines.elasticsearch.ElasticsearchEngine",
}


@dataclass(frozen=True)
class Answer:
    found: Found
    engine: str
    degraded: bool = False


@cache
def engine(name: str) -> Engine:
    """An engine by name; one object a process."""
    made: Engine = import_string(ENGINES[name])()
    return made


def chosen_name() -> str:
    return settings.SEARCH_ENGINE or ("elasticsearch" if settings.ELASTICSEARCH_URL else "postgres")


def in_use() -> list[Engine]:
    """Engines that changes are applied to. PostgreSQL always is: it stands in."""
    names = dict.fromkeys(["postgres", chosen_name()])
    if settings.ELASTICSEARCH_URL:
        names["elasticsearch"] = None
    return [engine(name) for name in names]


def find(lookup: Lookup, *, engine_name: str = "") -> Answer:
    """Ask the chosen engine; PostgreSQL when it is unavailable.

    Args:
        engine_name: ask this one and nobody else; measuring needs to know whom it measures.

    Raises:
        EngineUnavailable: only with `engine_name`.
    """
    if engine_name:
        return Answer(engine(engine_name).find(lookup), engine_name)
    name = chosen_name()
    if name != "postgres":
        with contextlib.suppress(EngineUnavailable):
            return Answer(engine(name).find(lookup), name)
    return Answer(engine("postgres").find(lookup), "postgres", degraded=name != "postgres")
