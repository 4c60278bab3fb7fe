"""Which records of others a new one may be a double of: the likeliest few, at a bounded cost.

Note [A token that many share is no evidence]: with a hundred thousand records, a name that all
bear meets dozens of others' at every registration. A list of dozens helps no data manager, and
reading them costs more with every child who is there. So of each token no more than so many
records are read, and of those found the ones noted share most: a telephone or an identity number
counts before any name.
"""

from __future__ import annotations

from casebase.access.rls import DEFINER, WRITABLE
from casebase.registry.rls_counting import MOST_TOKENS

READ_OF_A_TOKEN, MOST_NOTED = 50, 10

NOTE_LIKELIEST = f"""
CREATE OR REPLACE FUNCTION registry_note_doubles(own_case uuid, tokens bytea[]) RETURNS void
LANGUAGE plpgsql {DEFINER} SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    own uuid := (SELECT c.person_id FROM registry_case c WHERE c.id = own_case AND {WRITABLE});
BEGIN
    IF own IS NULL OR cardinality(tokens) > {MOST_TOKENS} THEN
        RETURN;
    END IF;
    INSERT INTO registry_possibledouble (id, one_id, other_id, found_by, state, found_at)
    SELECT gen_random_uuid(), least(own, likely.person_id), greatest(own, likely.person_id),
           'token', 'open', now()
      FROM (SELECT t.person_id
              FROM unnest(tokens) AS asked (token)
             CROSS JOIN LATERAL (SELECT b.person_id, b.case_id, b.purpose, b.token
                                   FROM registry_blindtoken b
                                  WHERE b.token = asked.token AND b.person_id <> own
                                  LIMIT {READ_OF_A_TOKEN}) AS t
             WHERE NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = t.case_id)
             GROUP BY t.person_id
             ORDER BY bool_or(t.purpose IN ('phone', 'national_id')) DESC,
                      count(DISTINCT t.token) DESC, t.person_id
             LIMIT {MOST_NOTED}) AS likely
    ON CONFLICT DO NOTHING;
END $$;
"""
