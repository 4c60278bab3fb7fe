"""How good the ranking is, on judged queries."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Judgments = Mapping[str, Mapping[str, float]]  # query id → key → grade


@dataclass(frozen=True)
class Quality:
    """Averages over the queries that have a judgment."""

    ndcg_at_10: float
    mrr_at_10: float
    recall_at_100: float
    queries: int


def read_queries(path: Path) -> list[tuple[str, str]]:
    """Lines `id<TAB>text`.

    Raises:
        ValueError: a line has no tab; the message names its number.
    """
    return [(line[0], line[1]) for line in _lines(path, parts=2)]


def read_judgments(path: Path) -> Judgments:
    """Lines `id<TAB>key<TAB>grade`.

    Raises:
        ValueError: a line lacks a part or its grade is no number.
    """
    judged: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for query, key, grade in _lines(path, parts=3):
        judged[query][key] = float(grade)
    return judged


def _lines(path: Path, *, parts: int) -> Iterable[list[str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        found = line.split("\t", parts - 1)
        if len(found) != parts:
            raise ValueError(f"{path.name}, line {number}: expected {parts} parts between tabs.")
        yield found


def evaluate(
    queries: Iterable[tuple[str, str]],
    judgments: Judgments,
    keys_for: Callable[[str], Sequence[str]],
) -> Quality:
    """Measure a search.

    Args:
        keys_for: a query's text to the keys found, best first, a hundred at least if there are.
    """
    judged = [
        (judgments[query], keys_for(words)) for query, words in queries if judgments.get(query)
    ]
    number = len(judged) or 1
    return Quality(
        ndcg_at_10=sum(ndcg(grades, keys) for grades, keys in judged) / number,
        mrr_at_10=sum(reciprocal_rank(grades, keys) for grades, keys in judged) / number,
        recall_at_100=sum(recall(grades, keys) for grades, keys in judged) / number,
        queries=len(judged),
    )


def ndcg(grades: Mapping[str, float], keys: Sequence[str], *, depth: int = 10) -> float:
    """trec_eval's ndcg_cut: gain is the grade, discounted by log2 of the rank plus one."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain([grades.get(key, 0.0) for key in keys[:depth]]) / ideal if ideal > 0 else 0.0


def reciprocal_rank(grades: Mapping[str, float], keys: Sequence[str], *, depth: int = 10) -> float:
    """One divided by the rank of the first relevant hit; 0 when there is none."""
    ranks = (1 / rank for rank, key in enumerate(keys[:depth], start=1) if grades.get(key, 0) > 0)
    return next(ranks, 0.0)


def recall(grades: Mapping[str, float], keys: Sequence[str], *, depth: int = 100) -> float:
    relevant = {key for key, grade in grades.items() if grade > 0}
    return len(relevant & set(keys[:depth])) / len(relevant) if relevant else 0.0


def _gain(gains: Sequence[float]) -> float:
    return sum(max(gain, 0.0) / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
