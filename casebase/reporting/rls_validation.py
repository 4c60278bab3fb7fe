"""What validation and corrections ask beyond the frozen rows, as functions of the owner.

Note [What the same facts say today]: a frozen quarter is compared with what those records that
counted in it say now. What was recorded after the freezing is left out: it counts in the next
quarter. So the difference is made of merges, undone merges, decisions and mended records alone.
A frozen row without a person behind it has nothing that could say otherwise, and stays.
"""

from __future__ import annotations

from casebase.access.rls import DEFINER
from casebase.reporting.rls_facts import (
    IN_A_COHORT,
    LATEST,
    NOT_A_VICTIM,
    NUMBERED,
    POSSIBLE,
    TOLD,
)
from casebase.reporting.rls_freezing import MAY_SEE

ACTUAL = "'ActualVictimOfTrafficking'"
SEE_ALL = "access_role() IN ('director', 'me_viewer')"
_REFUSED = "RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege'"

# Supervisors and data managers get the pairs in which their own agency holds a case.
OPEN_DOUBLES = f"""
CREATE FUNCTION reporting_open_doubles(wanted text) RETURNS integer
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    sees_all boolean := {SEE_ALL};
    mine bigint := access_agency();
    found integer;
BEGIN
    IF (access_role() IN ({MAY_SEE})) IS NOT TRUE THEN
        {_REFUSED};
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    found := (SELECT count(*) FROM registry_possibledouble d
               WHERE d.state = 'open' AND EXISTS (
                   SELECT 1 FROM registry_case c
                    WHERE c.person_id IN (d.one_id, d.other_id)
                      AND reporting_quarter(c.identified_on) = reporting_number(wanted)
                      AND (sees_all OR c.agency_id = mine)));
    PERFORM set_config('harbour.counting', '', true);
    RETURN found;
END $$;
"""
# Of a frozen quarter: who would be counted in it today, episode by episode as in rls_facts.
TODAY = f"""
CREATE FUNCTION reporting_today_of(wanted text)
RETURNS TABLE (person_id uuid, episode bigint, in_cohort boolean, status text)
LANGUAGE sql STABLE {DEFINER} AS $$
WITH held AS (SELECT p.frozen_at AS at FROM reporting_frozenperiod p WHERE p.code = wanted),
kept AS (
    SELECT coalesce(p.resolved_into_id, e.person_id) AS human, e.is_late
      FROM reporting_episode e LEFT JOIN registry_person p ON p.id = e.person_id
     WHERE e.period = wanted),
known AS (SELECT o.case_id FROM reporting_openedcase o WHERE o.period <= wanted),
human AS (
    SELECT k.human AS id FROM kept k
    UNION
    SELECT coalesce(p.resolved_into_id, p.id)
      FROM registry_case c JOIN registry_person p ON p.id = c.person_id, held
     WHERE reporting_quarter(c.identified_on) = reporting_number(wanted)
       AND c.created_at < held.at),
passage AS (
    SELECT h.id AS human, c.id AS case_id, c.identified_on, c.created_at, c.closed_on
      FROM human h
      CROSS JOIN LATERAL (SELECT h.id AS person UNION ALL
          SELECT p.id FROM registry_person p WHERE p.resolved_into_id = h.id) one
      JOIN registry_case c ON c.person_id = one.person, held
     WHERE c.created_at < held.at OR c.id IN (SELECT case_id FROM known)),
{NUMBERED},
first AS (
    SELECT n.human, n.episode, min(n.identified_on) AS identified_on
      FROM numbered n GROUP BY n.human, n.episode),
{LATEST},
{TOLD}
SELECT f.human, f.episode,
       t.is_first AND t.status <> {NOT_A_VICTIM} AND NOT {IN_A_COHORT}, t.status
  FROM first f JOIN told t USING (human, episode)
 WHERE reporting_quarter(f.identified_on) = reporting_number(wanted)
    OR reporting_quarter(f.identified_on) < reporting_number(wanted)
       AND EXISTS (SELECT 1 FROM kept k WHERE k.human = f.human AND k.is_late)
       AND NOT EXISTS (
           SELECT 1 FROM reporting_episode e LEFT JOIN registry_person p ON p.id = e.person_id
            WHERE e.period < wanted AND e.episode = f.episode
              AND coalesce(p.resolved_into_id, e.person_id) = f.human)
UNION ALL
SELECT e.person_id, e.episode, e.in_cohort, e.status FROM reporting_episode e
 WHERE e.period = wanted AND NOT EXISTS (SELECT 1 FROM registry_person p WHERE p.id = e.person_id)
$$;
CREATE FUNCTION reporting_decided_today(wanted text) RETURNS TABLE (person_id uuid, status text)
LANGUAGE sql STABLE {DEFINER} AS $$
(SELECT DISTINCT ON (coalesce(p.resolved_into_id, p.id))
        coalesce(p.resolved_into_id, p.id), d.status
   FROM registry_statusdecision d
   JOIN registry_case c ON c.id = d.case_id
   JOIN registry_person p ON p.id = c.person_id
   JOIN reporting_frozenperiod held ON held.code = wanted
  WHERE d.status <> {POSSIBLE}
    AND (reporting_quarter(d.decided_on) = reporting_number(wanted)
         OR d.recorded_at >= reporting_before(wanted)
            AND reporting_quarter(d.decided_on) < reporting_number(wanted))
    AND (d.recorded_at < held.frozen_at
         OR (c.person_id, d.status, d.decided_on) IN (
             SELECT f.person_id, f.status, f.decided_on FROM reporting_finaldecision f
              WHERE f.period = wanted))
  ORDER BY coalesce(p.resolved_into_id, p.id), d.decided_on DESC, d.recorded_at DESC, d.id)
UNION ALL
SELECT f.person_id, f.status FROM reporting_finaldecision f
 WHERE f.period = wanted AND NOT EXISTS (SELECT 1 FROM registry_person p WHERE p.id = f.person_id)
$$;
"""
# `merged`, `undone` and `decided` count the persons behind a difference; the rest was mended.
DRIFT = f"""
CREATE FUNCTION reporting_drift(wanted text)
RETURNS TABLE (figure text, was integer, today integer,
               merged integer, undone integer, decided integer)
LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    IF ({SEE_ALL}) IS NOT TRUE THEN
        {_REFUSED};
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY
    WITH frozen AS (
        SELECT e.person_id, e.in_cohort, e.status FROM reporting_episode e WHERE e.period = wanted),
    now_is AS MATERIALIZED (SELECT t.* FROM reporting_today_of(wanted) t),
    made AS (
        SELECT d.person_id, d.status FROM reporting_finaldecision d WHERE d.period = wanted),
    made_now AS MATERIALIZED (SELECT t.* FROM reporting_decided_today(wanted) t),
    first_time AS (
        SELECT 'cohort' AS name, f.person_id FROM frozen f WHERE f.in_cohort
        UNION ALL SELECT '5', f.person_id FROM frozen f WHERE f.status <> {NOT_A_VICTIM}
        UNION ALL SELECT '6', m.person_id FROM made m WHERE m.status = {ACTUAL}
        UNION ALL SELECT '7', m.person_id FROM made m WHERE m.status = {NOT_A_VICTIM}),
    this_time AS (
        SELECT 'cohort' AS name, n.person_id FROM now_is n WHERE n.in_cohort
        UNION ALL SELECT '5', n.person_id FROM now_is n WHERE n.status <> {NOT_A_VICTIM}
        UNION ALL SELECT '6', m.person_id FROM made_now m WHERE m.status = {ACTUAL}
        UNION ALL SELECT '7', m.person_id FROM made_now m WHERE m.status = {NOT_A_VICTIM}),
    gone AS (
        SELECT f.name, p.resolved_into_id IS NOT NULL AS is_merged,
               EXISTS (SELECT 1 FROM now_is n WHERE n.person_id = f.person_id) AS is_there
          FROM first_time f LEFT JOIN registry_person p ON p.id = f.person_id
         WHERE NOT EXISTS (SELECT 1 FROM this_time t
                            WHERE t.name = f.name AND t.person_id = f.person_id)),
    come AS (
        SELECT t.name,
               EXISTS (SELECT 1 FROM registry_merge m JOIN reporting_frozenperiod h
                          ON h.code = wanted AND m.undone_at >= h.frozen_at
                        WHERE m.absorbed_id = t.person_id) AS is_undone,
               EXISTS (SELECT 1 FROM frozen f WHERE f.person_id = t.person_id) AS was_there
          FROM this_time t
         WHERE NOT EXISTS (SELECT 1 FROM first_time f
                            WHERE f.name = t.name AND f.person_id = t.person_id))
    SELECT one.name,
           (SELECT count(*) FROM first_time f WHERE f.name = one.name)::integer,
           (SELECT count(*) FROM this_time t WHERE t.name = one.name)::integer,
           (SELECT count(*) FROM gone g WHERE g.name = one.name AND g.is_merged)::integer,
           (SELECT count(*) FROM come c WHERE c.name = one.name AND c.is_undone)::integer,
           ((SELECT count(*) FROM gone g
              WHERE g.name = one.name AND g.is_there AND NOT g.is_merged)
            + (SELECT count(*) FROM come c
                WHERE c.name = one.name AND c.was_there AND NOT c.is_undone))::integer
      FROM unnest(ARRAY['cohort', '5', '6', '7']) AS one (name);
    PERFORM set_config('harbour.counting', '', true);
END $$;
"""
ALL = [OPEN_DOUBLES, TODAY, DRIFT]
