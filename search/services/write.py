"""Writing the index: the same code for one changed page and for a hundred thousand new ones.

Its cost grows with the entries written, never with the index. Writers take turns (an advisory
lock): the totals and the counts of terms stay exact without locking what readers need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from psycopg.types.json import Jsonb

from portal.content.providers import Projection
from search import analysis, codes, spelling
from search.analysis import NO_DAY, Analysed, analyse, clean, facet_terms

_LOCK = 7_203_114  # any number that no other advisory lock of the portal uses
BATCH = 1_000  # entries a transaction when many are written

_DOC_COLUMNS = (
    "id, key, kind, title, summary, keywords, body, language, url, facets, date, in_force, "
    "static_weight, profile_id, checksum, indexed_at, length, phrase_text, term_ids, term_codes"
)


@dataclass(frozen=True)
class Written:
    """What a write did: ids of entries now different, and ids of entries now gone."""

    changed: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Old:
    """What the index holds of an entry that is written again or removed."""

    id: int
    checksum: str
    length: int
    profile_id: int
    day: int
    codes: Mapping[int, int]


@dataclass
class _Totals:
    """How a write changes the counts of terms and of the collection."""

    documents: int = 0
    length: int = 0
    terms: Counter[int] = field(default_factory=Counter)


def write(
    projections: Iterable[Projection],
    *,
    force: bool = False,
    analysed: Mapping[str, Analysed] = MappingProxyType({}),
) -> Written:
    """Bring these entries into the index; unchanged ones cost one look at their checksum.

    Args:
        force: write unchanged ones too.
        analysed: those of them that are analysed already, by key.
    """
    latest = _latest(projections)
    with transaction.atomic():
        _take_turn()
        old = _held(latest)
        new = {
            key: analysed.get(key) or analyse(p)
            for key, p in latest.items()
            if force or key not in old or old[key].checksum != _checksum(p, analysed.get(key))
        }
        return Written(changed=_replace(new, old) if new else ())


def differing(projections: Iterable[Projection]) -> dict[str, Projection]:
    """Those that the index does not hold just so, by key; `write` looks again in its turn."""
    latest = _latest(projections)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, checksum FROM search_searchdoc WHERE key = ANY(%s)", [list(latest)]
        )
        held = dict(cursor.fetchall())
    return {key: p for key, p in latest.items() if held.get(key) != analysis.checksum(p)}


def analyse_all(projections: Iterable[Projection]) -> dict[str, Analysed]:
    """By key. Pure: may run in a thread."""
    return {key: analyse(p) for key, p in _latest(projections).items()}


def _latest(projections: Iterable[Projection]) -> dict[str, Projection]:
    return {clean(p.key)[:255]: p for p in projections}


def _checksum(projection: Projection, analysed: Analysed | None) -> str:
    return analysed.checksum if analysed else analysis.checksum(projection)


def remove(keys: Iterable[str]) -> Written:
    """Take entries out of the index; those it does not hold are passed over."""
    with transaction.atomic():
        _take_turn()
        old = _held(dict.fromkeys(keys))
        if not old:
            return Written()
        totals = _Totals()
        for entry in old.values():
            _count_out(totals, entry)
        ids = [entry.id for entry in old.values()]
        _delete_postings((e.id, term) for e in old.values() for term in e.codes)
        _delete_docs(ids)
        _save_totals(totals)
        return Written(removed=tuple(ids))


def _replace(new: Mapping[str, Analysed], old: Mapping[str, _Old]) -> tuple[int, ...]:
    """Write analysed entries over what was held of them; their ids."""
    profiles = _profile_ids(new.values())
    term_ids = _term_ids({term for entry in new.values() for term in entry.terms})
    ids = {key: old[key].id for key in new if key in old}
    fresh_ids = iter(_next_doc_ids(len(new) - len(ids)))
    ids |= {key: next(fresh_ids) for key in new if key not in ids}

    totals = _Totals()
    for key, entry in new.items():
        if key in old:
            _count_out(totals, old[key])
        totals.documents += 1
        totals.length += entry.length
        totals.terms.update(term_ids[term] for term in entry.terms)
    average = _save_totals(totals)

    _write_postings(new, old, ids, term_ids, profiles, average)
    _delete_docs([old[key].id for key in new if key in old])
    _copy_docs(new, ids, term_ids, profiles)
    _copy_passages(new, ids, term_ids)
    spelling.remember({w: t for entry in new.values() for w, t in entry.spellings.items()})
    return tuple(ids.values())


def _take_turn() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _held(keys: Mapping[str, object]) -> dict[str, _Old]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, id, checksum, length, profile_id,"
            " CASE WHEN date IS NULL THEN %s"
            "  ELSE greatest(least(date - date '2000-01-01', 32767), -32767) END,"
            " term_ids, term_codes FROM search_searchdoc WHERE key = ANY(%s)",
            [NO_DAY, list(keys)],
        )
        return {
            key: _Old(id_, checksum, length, profile, day, dict(zip(terms, held, strict=True)))
            for key, id_, checksum, length, profile, day, terms, held in cursor.fetchall()
        }


def _count_out(totals: _Totals, entry: _Old) -> None:
    totals.documents -= 1
    totals.length -= entry.length
    totals.terms.subtract(entry.codes.keys())


def _profile_ids(entries: Iterable[Analysed]) -> dict[str, int]:
    wanted = {e.profile_digest: (facet_terms(e.facets)[1:], e.static_weight) for e in entries}
    with connection.cursor() as cursor:
        found = _profiles_by_digest(cursor, wanted)
        missing = sorted(digest for digest in wanted if digest not in found)
        if missing:
            cursor.executemany(
                "INSERT INTO search_searchprofile (digest, held, static_weight)"
                " VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
                [(digest, *wanted[digest]) for digest in missing],
            )
            found |= _profiles_by_digest(cursor, missing)
    return found


def _profiles_by_digest(cursor: Any, digests: Iterable[str]) -> dict[str, int]:
    cursor.execute(
        "SELECT digest, id FROM search_searchprofile WHERE digest = ANY(%s)", [list(digests)]
    )
    return dict(cursor.fetchall())


def _term_ids(terms: set[str]) -> dict[str, int]:
    with connection.cursor() as cursor:
        found = _terms_by_name(cursor, terms)
        missing = sorted(terms - found.keys())
        if missing:
            cursor.execute(
                "INSERT INTO search_searchterm (term, documents)"
                " SELECT term, 0 FROM unnest(%s::text[]) AS term RETURNING term, id",
                [missing],
            )
            found |= dict(cursor.fetchall())
    return found


def _terms_by_name(cursor: Any, terms: Iterable[str]) -> dict[str, int]:
    cursor.execute("SELECT term, id FROM search_searchterm WHERE term = ANY(%s)", [list(terms)])
    return dict(cursor.fetchall())


def _next_doc_ids(number: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('search_searchdoc', 'id'))"
            " FROM generate_series(1, %s)",
            [number],
        )
        return [row[0] for row in cursor.fetchall()]


def _save_totals(totals: _Totals) -> float:
    """Keep the counts; the collection's average length afterwards."""
    changed = sorted((term, n) for term, n in totals.terms.items() if n)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_searchterm t SET documents = t.documents + v.change"
            " FROM unnest(%s::int[], %s::int[]) AS v(id, change) WHERE t.id = v.id",
            [[term for term, _ in changed], [n for _, n in changed]],
        )
        cursor.execute(
            "INSERT INTO search_searchcollection AS c (id, documents, total_length)"
            " VALUES (1, %s, %s) ON CONFLICT (id) DO UPDATE SET"
            " documents = c.documents + excluded.documents,"
            " total_length = c.total_length + excluded.total_length"
            " RETURNING documents, total_length",
            [totals.documents, totals.length],
        )
        documents, length = cursor.fetchone()
    return length / documents if documents else 1.0


def _write_postings(
    new: Mapping[str, Analysed],
    old: Mapping[str, _Old],
    ids: Mapping[str, int],
    term_ids: Mapping[str, int],
    profiles: Mapping[str, int],
    average: float,
) -> None:
    """Replace the postings that differ; an edit that leaves a word alone leaves its row alone."""
    impacts = codes.impacts(average)
    stale: list[tuple[int, int]] = []
    rows: list[tuple[int, int, int, int, int, int]] = []
    for key, entry in new.items():
        doc_id, profile = ids[key], profiles[entry.profile_digest]
        before, day = old.get(key), entry.day
        wanted = {term_ids[term]: code for term, code in entry.terms.items()}
        if before is not None:
            same = (before.profile_id, before.day) == (profile, day)
            kept = {t for t, code in wanted.items() if same and before.codes.get(t) == code}
            stale += [(doc_id, term) for term in before.codes if term not in kept]
            wanted = {term: code for term, code in wanted.items() if term not in kept}
        rows += [
            (term, doc_id, impacts[code] if code else day, code, day, profile)
            for term, code in wanted.items()
        ]
    _delete_postings(stale)
    rows.sort()  # neighbours in the index are written together
    lines = "".join("%d\t%d\t%d\t%d\t%d\t%d\n" % row for row in rows)  # noqa: UP031 -- fastest
    target = "search_searchposting (term_id, doc_id, impact, code, day, profile_id)"
    with connection.cursor() as cursor, cursor.copy(f"COPY {target} FROM STDIN") as copy:
        copy.write(lines)


def _delete_postings(postings: Iterable[tuple[int, int]]) -> None:
    pairs = sorted((term, doc) for doc, term in postings)
    if not pairs:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM search_searchposting p USING unnest(%s::int[], %s::int[]) AS v(term, doc)"
            " WHERE p.term_id = v.term AND p.doc_id = v.doc",
            [[term for term, _ in pairs], [doc for _, doc in pairs]],
        )


def _delete_docs(ids: Sequence[int]) -> None:
    if not ids:
        return
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_searchpassage WHERE doc_id = ANY(%s)", [list(ids)])
        cursor.execute("DELETE FROM search_searchdoc WHERE id = ANY(%s)", [list(ids)])


def _copy_docs(
    new: Mapping[str, Analysed],
    ids: Mapping[str, int],
    term_ids: Mapping[str, int],
    profiles: Mapping[str, int],
) -> None:
    now = timezone.now()
    _copy(
        f"search_searchdoc ({_DOC_COLUMNS})",
        (
            (
                ids[key], key, p.kind[:40], clean(p.title), clean(p.summary),
                [clean(k) for k in p.keywords], clean(entry.body), p.language[:12], clean(p.url),
                Jsonb(dict(entry.facets)), p.date, p.in_force, entry.static_weight,
                profiles[entry.profile_digest], entry.checksum, now, entry.length,
                entry.phrase_text, _array(term_ids[t] for t in entry.terms),
                _array(entry.terms.values()),
            )
            for key, entry in new.items()
            for p in [entry.projection]
        ),
    )  # fmt: skip


def _copy_passages(
    new: Mapping[str, Analysed], ids: Mapping[str, int], term_ids: Mapping[str, int]
) -> None:
    _copy(
        "search_searchpassage (doc_id, place, page, anchor, url, text, term_ids)",
        (
            (ids[key], place, p.page, p.anchor[:120], clean(p.url), clean(p.text),
             _array(sorted(term_ids[t] for t in terms if t in term_ids)))
            for key, entry in new.items()
            for place, (p, terms) in enumerate(
                zip(entry.projection.passages, entry.passage_terms, strict=True)
            )
        ),
    )  # fmt: skip


def _array(numbers: Iterable[int]) -> str:
    """An array of integers as COPY reads it; many times faster than the driver's adaptation."""
    return f"{{{','.join(map(str, numbers))}}}"


def _copy(target: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows by COPY: an order of magnitude faster than INSERT, the same for one row."""
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {target} FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)
