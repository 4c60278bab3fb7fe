"""Keeping the engines at the state of the published pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from itertools import islice

from django.db import transaction

from portal.content.providers import Projection
from search.analysis import Analysed
from search.engines import choice
from search.services import write

_Prepared = tuple[list[Projection], Future[Mapping[str, Analysed]]]


def index_projections(projections: Iterable[Projection]) -> int:
    """Write any number of projections and tell the engines; how many entries changed."""
    return sum(len(written.changed) for written in index_batches(projections))


def index_batches(
    projections: Iterable[Projection], *, force: bool = False
) -> Iterator[write.Written]:
    """The same, a transaction a batch, in constant memory.

    The engines are told in the transaction that writes the rows: what is written is never untold.
    A batch is analysed in a thread while the database takes the one before it: two processors
    share the work, and writers wait less for each other.

    Args:
        projections: may be a generator over a file.
        force: write unchanged ones too.
    """
    with ThreadPoolExecutor(1, "analyse") as beside:
        for batch, analysed in _one_ahead(_prepared(projections, beside, force=force)):
            with transaction.atomic():
                written = write.write(batch, force=force, analysed=analysed.result())
                apply(written)
            yield written


def _prepared(
    projections: Iterable[Projection], beside: Executor, *, force: bool
) -> Iterator[_Prepared]:
    """Batches whose analysis is under way; the thread touches no database."""
    waiting = iter(projections)
    while batch := list(islice(waiting, write.BATCH)):
        differing = batch if force else list(write.differing(batch).values())
        yield batch, beside.submit(write.analyse_all, differing)


def _one_ahead(batches: Iterator[_Prepared]) -> Iterator[_Prepared]:
    """The same, each handed on once the next is begun; or where the next cannot be read."""
    before: _Prepared | None = None
    try:
        for batch in batches:
            ready, before = before, batch
            if ready:
                yield ready
    except Exception:
        if before:
            yield before
        raise
    if before:
        yield before


def remove(keys: Iterable[str]) -> write.Written:
    """Take entries out of the index and out of every engine."""
    with transaction.atomic():
        written = write.remove(keys)
        apply(written)
    return written


def apply(written: write.Written) -> None:
    """Bring every engine in use to the state of the rows just written."""
    for engine in choice.in_use():
        if written.changed:
            engine.apply(written.changed)
        if written.removed:
            engine.remove(written.removed)
