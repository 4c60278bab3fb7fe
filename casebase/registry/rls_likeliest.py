"""Which records of others a new one may be a double of: the likeliest few, at a bounded cost.

Note [A token that many share is no evidence]: with a hundred thousand records, a name that all
bear meets dozens of others' at every registration. A list of dozens helps no data manager, and
reading them costs more with every child who is there. So of each token no more than so many
records are read, and of those found the ones noted share most: a telephone or an identity number
counts before any name.
"""

from __future__ import annotations

from casebase.access.rls import revised
from casebase.registry.rls_asked import NOTE_IS_COUNTED
from casebase.registry.rls_counting import NOTE, PLANNED_ONCE

READ_OF_A_TOKEN, MOST_NOTED = 50, 10

_ALL_OF_THEM = """    SELECT gen_random_uuid(), least(own, t.person_id), greatest(own, t.person_id),
           'token', 'open', now()
      FROM registry_blindtoken t
     WHERE t.token = ANY (tokens) AND t.person_id <> own
       AND NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = t.case_id)
     GROUP BY t.person_id
"""
# Whom the asker reaches already is looked up last and one by one (OFFSET keeps PostgreSQL from
# joining), until ten are found.
_LIKELIEST = f"""
    SELECT gen_random_uuid(), least(own, likely.person_id), greatest(own, likely.person_id),
           'token', 'open', now()
      FROM (SELECT t.person_id
              FROM unnest(tokens) AS asked (token)
             CROSS JOIN LATERAL (SELECT b.person_id, b.purpose FROM registry_blindtoken b
                                  WHERE b.token = asked.token AND b.person_id <> own
                                  LIMIT {READ_OF_A_TOKEN}) AS t
             GROUP BY t.person_id
             ORDER BY bool_or(t.purpose IN ('phone', 'national_id')) DESC, count(*) DESC,
                      t.person_id) AS likely
     WHERE NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.person_id = likely.person_id OFFSET 0)
     LIMIT {MOST_NOTED}
"""
NOTE_LIKELIEST = [revised(NOTE, {**NOTE_IS_COUNTED, _ALL_OF_THEM: _LIKELIEST}), *PLANNED_ONCE]
