"""The statements of the PostgreSQL engine, each answered by an index and bounded by a number.

`STATEMENTS` is the registry that a test runs EXPLAIN over. They are answered in binary and planned
for each search: one plan for all words is cheaper for rare ones and dearer for common ones, by up
to a quarter at 20,000 entries.
"""

from __future__ import annotations

from search.rows import fetch

__all__ = ["STATEMENTS", "fetch"]

TERMS = """
SELECT t.term, t.id, t.documents, c.documents, c.total_length
FROM search_searchcollection c
LEFT JOIN search_searchterm t ON t.term = ANY(%s::text[]) AND t.documents > 0
WHERE c.id = 1
"""

# A term's best entries, up to a number: by impact, which for a facet value is its newest.
BEST = """
SELECT wanted.term_id, found.*
FROM unnest(%s::int[], %s::int[]) AS wanted(term_id, most)
CROSS JOIN LATERAL (
    SELECT array_agg(p.doc_id), array_agg(p.code), array_agg(p.profile_id)
    FROM (
        SELECT doc_id, code, profile_id FROM search_searchposting
        WHERE term_id = wanted.term_id ORDER BY impact DESC, doc_id LIMIT wanted.most
    ) p
) found
"""

# The same with the entries' days, where a date is asked for.
BEST_DATED = BEST.replace("array_agg(p.profile_id)", "array_agg(p.profile_id), array_agg(p.day)")
BEST_DATED = BEST_DATED.replace("code, profile_id FROM", "code, profile_id, day FROM")

# Oldest first; the undated stand apart at the smallest number.
OLDEST = BEST_DATED.replace("ORDER BY impact DESC, doc_id", "ORDER BY impact, doc_id DESC")
OLDEST = OLDEST.replace("WHERE term_id =", "WHERE impact > -32768 AND term_id =")

# Which of these terms do these entries hold?
HELD = """
SELECT term_id, array_agg(doc_id), array_agg(code) FROM search_searchposting
WHERE term_id = ANY(%s::int[]) AND doc_id = ANY(%s::int[]) GROUP BY term_id
"""

PROFILES = """
SELECT id, held, static_weight FROM search_searchprofile WHERE id = ANY(%s::int[])
"""

# How common each value of a facet is; `region=` to `region>` are its terms, letter by letter in
# whatever language the database sorts.
FACET_VALUES = """
SELECT term, documents FROM search_searchterm
WHERE term ~>=~ %s::text AND term ~<~ %s::text AND documents > 0 LIMIT 2000
"""

WITH_PHRASE = """
SELECT id FROM search_searchdoc
WHERE id = ANY(%s::int[]) AND position(%s::text IN phrase_text) > 0
"""

STATEMENTS = {
    "terms": (TERMS, [["child", "labour"]]),
    "best": (BEST, [[1, 2], [10, 10]]),
    "best dated": (BEST_DATED, [[1, 2], [10, 10]]),
    "oldest": (OLDEST, [[1, 2], [10, 10]]),
    "held": (HELD, [[1, 2], [1, 2, 3]]),
    "profiles": (PROFILES, [[1, 2]]),
    "facet values": (FACET_VALUES, ["region=", "region>"]),
    "with phrase": (WITH_PHRASE, [[1, 2], " human trafficking "]),
}
