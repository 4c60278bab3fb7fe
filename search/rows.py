"""Prepared statements on Django's own connection: what every search runs, planned once.

`SHOWN` and `PASSAGES` are what is read of the ten entries on a page, whichever engine found them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from django.db import connection

SHOWN = """
SELECT id, key, kind, title, summary, left(body, 6000), url, date, language, in_force
FROM search_searchdoc WHERE id = ANY(%s::int[])
"""

# For each entry, its passages that hold most of the words; rarer words count more. Among equals
# the best section of the page and the best page of its file come first: a procedure says what to
# do, its annex holds the form.
PASSAGES = """
WITH asked AS (
    SELECT id, 1 / ln(documents + 2) AS weight FROM search_searchterm WHERE term = ANY(%s::text[])
)
SELECT d.id, p.page, p.url, p.text
FROM unnest(%s::int[]) AS d(id)
CROSS JOIN LATERAL (
    SELECT r.page, r.url, r.text
    FROM (
        SELECT s.page, s.url, s.text, s.place, h.held,
            row_number() OVER (PARTITION BY s.page IS NULL ORDER BY h.held DESC, s.place) AS turn
        FROM search_searchpassage s
        CROSS JOIN LATERAL (
            SELECT round(sum(a.weight)::numeric, 6) AS held
            FROM asked a WHERE s.term_ids @> ARRAY[a.id]
        ) h
        WHERE s.doc_id = d.id AND h.held > 0
    ) r
    ORDER BY r.held DESC, r.turn > 1, r.place LIMIT %s
) p
"""

# Stored words that share a form with one letter left out, and how many entries hold each. The
# limits are what keeps it to the indexes: a join would read every term there is.
NEIGHBOURS = """
SELECT DISTINCT w.word, t.documents
FROM unnest(%s::varchar[]) AS form
CROSS JOIN LATERAL (
    SELECT word, term FROM search_searchword WHERE shortened @> ARRAY[form] LIMIT 50
) w
CROSS JOIN LATERAL (
    SELECT documents FROM search_searchterm WHERE term = w.term AND documents > 0 LIMIT 1
) t
LIMIT 400
"""

# Titles with these words, the last perhaps unfinished; the index is on exactly this expression.
TITLES = """
SELECT title, url FROM search_searchdoc
WHERE to_tsvector('simple'::regconfig, split_part(phrase_text, '|', 1))
    @@ to_tsquery('simple'::regconfig, %s)
LIMIT 200
"""

# The terms of these entries, with the collection's totals: words of feedback are among them.
TERMS_OF = """
SELECT d.id, d.term_ids, d.term_codes, c.documents, c.total_length
FROM search_searchcollection c JOIN search_searchdoc d ON d.id = ANY(%s::int[]) WHERE c.id = 1
"""
TERMS_BY_ID = "SELECT id, term, documents FROM search_searchterm WHERE id = ANY(%s::int[])"

# Which of these terms does any entry hold?
KNOWN = "SELECT term FROM search_searchterm WHERE term = ANY(%s::text[]) AND documents > 0"

# Which of these words stand in some entry just so.
SEEN = "SELECT word FROM search_searchword WHERE word = ANY(%s::varchar[])"

STATEMENTS = {
    "neighbours": (NEIGHBOURS, [["traffick", "trafick"]]),
    "titles": (TITLES, ["refer:*"]),
    "terms of": (TERMS_OF, [[1, 2]]),
    "terms by id": (TERMS_BY_ID, [[1, 2]]),
    "seen": (SEEN, [["child"]]),
    "known": (KNOWN, [["child"]]),
    "shown": (SHOWN, [[1, 2]]),
    "passages": (PASSAGES, [["child"], [1, 2], 3]),
}


def keep_to_indexes() -> None:
    """Read by index for the rest of this transaction, whatever the statistics say.

    After a large import PostgreSQL believes for a while that the tables are empty, and would scan
    them from end to end: one misspelt word took minutes so.
    """
    if connection.in_atomic_block:
        fetch("SELECT set_config('enable_seqscan', 'off', true)", [])


def fetch(statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of a statement, in binary, within Django's transaction."""
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        return cursor.execute(statement, parameters, binary=True).fetchall()
