"""The facts behind every figure, as SQL over resolved persons: once live, once to be frozen.

Note [Who is counted where]: a person belongs to the quarter of the first identification. What was
recorded after that quarter had been frozen is late: it counts in the next quarter that is frozen,
with its true day kept. `since` is the moment of the freezing before; without one there was none,
and what is older than the first frozen quarter belongs to a time before these figures. What
belongs to a quarter that is not frozen yet is not late: it waits for its own.

The work grows with the cases of the period: an index over quarters finds them, one over the moment
of recording finds the late ones, and the rest is looked up person by person.
"""

from __future__ import annotations

from casebase.access.rls import COUNTED, DEFINER

POSSIBLE = "'PossibleVictimOfTrafficking'"
NOT_A_VICTIM = "'NotAVictimOfTrafficking'"
ASSESSMENT_DAYS = 7
# Every function below reads under the mark of counting (access/rls.py), set by its caller.
COUNTED_TABLES = (
    "registry_person",
    "registry_operation",
    "registry_operation_partners",
    "registry_statusdecision",
    "registry_merge",
    "registry_possibledouble",
)
# The newest quarter frozen before the wanted one, where the wanted one is the next to be frozen:
# what came late counts there, and in no quarter after it. Null: nothing can be late.
LAST_FROZEN = (
    "(SELECT max(reporting_number(p.code)) FROM reporting_frozenperiod p"
    " WHERE p.code LIKE '%Q%' AND p.code < wanted"
    " HAVING max(reporting_number(p.code)) = reporting_number(wanted) - 1)"
)
# Written out in the indexes too: whoever writes a row would need the right to call a function.
QUARTER = "(extract(year FROM {day}) * 4 + extract(quarter FROM {day}) - 1)::integer"
NUMBERS = f"""
CREATE FUNCTION reporting_quarter(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT {QUARTER.format(day="day")} $$;
CREATE FUNCTION reporting_number(code text) RETURNS integer LANGUAGE sql IMMUTABLE AS
$$ SELECT left(code, 4)::integer * 4 + right(code, 1)::integer - 1 $$;
CREATE FUNCTION reporting_code(number integer) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT (number / 4)::text || 'Q' || (number % 4 + 1)::text $$;
CREATE FUNCTION reporting_form(exploitation text, lake_task text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN lake_task <> '' THEN 'fishing' ELSE CASE exploitation
        WHEN 'ForcedLabour' THEN 'labour' WHEN 'ChildLabour' THEN 'child_labour'
        WHEN 'SexualExploitation' THEN 'sexual' WHEN 'ForcedBegging' THEN 'begging'
        WHEN 'Servitude' THEN 'servitude' WHEN 'ForcedMarriage' THEN 'marriage'
        ELSE 'other' END END
$$;
-- No sort of a list can walk these: a list that did would tell how much others have (security 3.4).
CREATE INDEX case_by_quarter ON registry_case (({QUARTER.format(day="identified_on")}));
CREATE INDEX case_recorded ON registry_case USING brin (created_at);
CREATE INDEX decision_by_quarter ON registry_statusdecision
    (({QUARTER.format(day="decided_on")}));
CREATE INDEX decision_recorded ON registry_statusdecision USING brin (recorded_at);
"""
# All cases of the persons whom a condition on one case finds, whatever records they have.
_PASSAGES = """
human AS (
    SELECT DISTINCT coalesce(p.resolved_into_id, p.id) AS id
      FROM touched t JOIN registry_person p ON p.id = t.person_id),
passage AS (
    SELECT h.id AS human, one.person, c.id AS case_id, c.identified_on, c.created_at, c.closed_on,
           c.status, c.source, c.exploitation, c.lake_task, c.age_at_identification AS age,
           r.code AS region, own.code AS own_agency, coalesce(lead.code, own.code) AS agency,
           c.operation_id
      FROM human h
      CROSS JOIN LATERAL (SELECT h.id AS person UNION ALL
          SELECT p.id FROM registry_person p WHERE p.resolved_into_id = h.id) one
      JOIN registry_case c ON c.person_id = one.person
      JOIN core_region r ON r.id = c.region_id
      JOIN core_agency own ON own.id = c.agency_id
      LEFT JOIN registry_operation o ON o.id = c.operation_id
      LEFT JOIN core_agency lead ON lead.id = o.lead_agency_id)"""
# Of `passage`, the cases of persons in time: which episode of the person each belongs to.
NUMBERED = """numbered AS (
    SELECT b.*, count(*) FILTER (WHERE begins) OVER (
               PARTITION BY human ORDER BY identified_on, created_at, case_id) AS episode
      FROM (SELECT p.*, (max(coalesce(closed_on, 'infinity'::date)) OVER (
                PARTITION BY human ORDER BY identified_on, created_at, case_id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) < identified_on)
                IS NOT FALSE AS begins FROM passage p) b)"""
# Of `numbered`, the newest decision over all cases of an episode.
LATEST = """latest AS (
    SELECT DISTINCT ON (n.human, n.episode) n.human, n.episode, d.status
      FROM numbered n JOIN registry_statusdecision d ON d.case_id = n.case_id
     ORDER BY n.human, n.episode, d.decided_on DESC, d.recorded_at DESC, d.id)"""
# Nobody enters a second cohort (statistics.md, shared rules): not after a decision was taken back,
# not as a record that counted as another's when that one was frozen. Two records that were frozen
# in two quarters and found to be one person only afterwards are in both; nobody could know.
_THEIRS = """SELECT f.human AS id, NULL::timestamptz AS merged_at, NULL::timestamptz AS undone_at
             UNION ALL
             SELECT q.id, NULL, NULL FROM registry_person q WHERE q.resolved_into_id = f.human"""
IN_A_COHORT = f"""EXISTS (
           SELECT 1 FROM ({_THEIRS}
             UNION ALL
             SELECT m.kept_id, m.decided_at, m.undone_at FROM registry_merge m
              WHERE m.absorbed_id = f.human AND m.state = 'undone') who
             JOIN reporting_episode e ON e.person_id = who.id
            WHERE e.in_cohort AND e.period < wanted
              AND (who.merged_at IS NULL OR EXISTS (
                  SELECT 1 FROM reporting_frozenperiod z WHERE z.code = e.period
                     AND who.merged_at <= z.frozen_at AND who.undone_at >= z.frozen_at)))"""
# What each episode says, and whether it is the first that says victim.
TOLD = f"""told AS (
    SELECT f.human, f.episode, coalesce(l.status, {POSSIBLE}) AS status,
           count(*) FILTER (WHERE coalesce(l.status, {POSSIBLE}) <> {NOT_A_VICTIM}) OVER (
               PARTITION BY f.human ORDER BY f.episode
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) = 0 AS is_first
      FROM first f LEFT JOIN latest l USING (human, episode))"""
EPISODES = f"""
CREATE FUNCTION reporting_episodes_of(wanted text, since timestamptz)
RETURNS SETOF reporting_episode LANGUAGE sql STABLE {DEFINER} AS $$
WITH touched AS (
    SELECT c.person_id FROM registry_case c
     WHERE reporting_quarter(c.identified_on) = reporting_number(wanted)
    UNION
    SELECT c.person_id FROM registry_case c
     WHERE c.created_at >= since
       AND reporting_quarter(c.identified_on) <= {LAST_FROZEN}
    UNION
    SELECT m.absorbed_id FROM registry_merge m WHERE m.undone_at >= since),
{_PASSAGES},
{NUMBERED},
first AS (
    SELECT DISTINCT ON (human, episode) * FROM numbered
     ORDER BY human, episode, identified_on, created_at, case_id),
whole AS (
    SELECT human, episode, count(*) AS cases, count(DISTINCT person) AS records,
           array_agg(DISTINCT own_agency::text) AS agencies,
           count(DISTINCT status) FILTER (WHERE status <> {POSSIBLE}) > 1 AS has_conflict
      FROM numbered GROUP BY human, episode),
{LATEST},
{TOLD}
SELECT wanted || ' ' || f.human || ' ' || f.episode, wanted, f.human,
       reporting_quarter(f.identified_on) < reporting_number(wanted),
       p.sex, f.age::smallint, p.nationality, f.exploitation,
       reporting_form(f.exploitation, f.lake_task), f.region, f.agency, f.source,
       f.episode::smallint, f.identified_on,
       t.is_first AND t.status <> {NOT_A_VICTIM} AND NOT {IN_A_COHORT},
       t.status, w.has_conflict,
       coalesce((SELECT array_agg(a.code ORDER BY a.code)
          FROM registry_operation_partners q JOIN core_agency a ON a.id = q.agency_id
         WHERE q.operation_id = f.operation_id), '{{}}'),
       w.agencies, w.cases::smallint, w.records::smallint
  FROM first f
  JOIN whole w USING (human, episode)
  JOIN told t USING (human, episode)
  JOIN registry_person p ON p.id = f.human
 WHERE reporting_quarter(f.identified_on) = reporting_number(wanted)
    OR reporting_quarter(f.identified_on) <= {LAST_FROZEN}
       AND (f.created_at >= since
            OR EXISTS (SELECT 1 FROM registry_merge m
                        WHERE m.absorbed_id = f.human AND m.undone_at >= since))
       AND NOT EXISTS (
           SELECT 1 FROM ({_THEIRS}) who JOIN reporting_episode e ON e.person_id = who.id
            WHERE e.identified_on = f.identified_on AND e.period < wanted)
$$;
"""
DECISIONS = f"""
CREATE FUNCTION reporting_decisions_of(wanted text, since timestamptz)
RETURNS SETOF reporting_finaldecision LANGUAGE sql STABLE {DEFINER} AS $$
WITH made AS (
    SELECT d.* FROM registry_statusdecision d
     WHERE reporting_quarter(d.decided_on) = reporting_number(wanted)
    UNION ALL
    SELECT d.* FROM registry_statusdecision d
     WHERE d.recorded_at >= since AND reporting_quarter(d.decided_on) <= {LAST_FROZEN}),
last AS (
    SELECT DISTINCT ON (coalesce(p.resolved_into_id, p.id))
           coalesce(p.resolved_into_id, p.id) AS human, d.*, c.age_at_identification AS age,
           c.exploitation, c.lake_task, c.region_id, c.agency_id, c.operation_id, c.source
      FROM made d
      JOIN registry_case c ON c.id = d.case_id
      JOIN registry_person p ON p.id = c.person_id
     WHERE d.status <> {POSSIBLE}
     ORDER BY coalesce(p.resolved_into_id, p.id), d.decided_on DESC, d.recorded_at DESC, d.id)
SELECT wanted || ' ' || l.human, wanted, l.human,
       reporting_quarter(l.decided_on) < reporting_number(wanted),
       p.sex, l.age::smallint, p.nationality, l.exploitation,
       reporting_form(l.exploitation, l.lake_task), r.code,
       coalesce(lead.code, own.code), l.source, l.status, l.deciding_body, l.decided_on
  FROM last l
  JOIN registry_person p ON p.id = l.human
  JOIN core_region r ON r.id = l.region_id
  JOIN core_agency own ON own.id = l.agency_id
  LEFT JOIN registry_operation o ON o.id = l.operation_id
  LEFT JOIN core_agency lead ON lead.id = o.lead_agency_id
 WHERE reporting_quarter(l.decided_on) = reporting_number(wanted) OR NOT EXISTS (
        SELECT 1 FROM reporting_finaldecision e WHERE e.person_id = l.human
           AND e.decided_on = l.decided_on AND e.status = l.status AND e.period < wanted)
$$;
"""
CASES = f"""
CREATE FUNCTION reporting_cases_of(wanted text, since timestamptz)
RETURNS SETOF reporting_openedcase LANGUAGE sql STABLE {DEFINER} AS $$
WITH opened AS (
    SELECT c.* FROM registry_case c
     WHERE reporting_quarter(c.identified_on) = reporting_number(wanted)
    UNION ALL
    SELECT c.* FROM registry_case c
     WHERE c.created_at >= since
       AND reporting_quarter(c.identified_on) <= {LAST_FROZEN}
       AND NOT EXISTS (SELECT 1 FROM reporting_openedcase e
                        WHERE e.case_id = c.id AND e.period < wanted))
SELECT wanted || ' ' || c.id, wanted, coalesce(p.resolved_into_id, p.id),
       reporting_quarter(c.identified_on) < reporting_number(wanted),
       p.sex, c.age_at_identification::smallint, p.nationality, c.exploitation,
       reporting_form(c.exploitation, c.lake_task), r.code, own.code, c.source,
       c.id, c.identified_on, c.identified_on + {ASSESSMENT_DAYS},
       array_remove(ARRAY[
           CASE WHEN p.sex = 'NotKnown' THEN 'sex' END,
           CASE WHEN c.age_at_identification IS NULL THEN 'age' END,
           CASE WHEN p.origin_district_id IS NULL THEN 'origin_district' END,
           CASE WHEN p.language = '' THEN 'language' END,
           CASE WHEN c.exploitation = '' THEN 'exploitation' END], NULL)
  FROM opened c
  JOIN registry_person p ON p.id = c.person_id
  JOIN core_region r ON r.id = c.region_id
  JOIN core_agency own ON own.id = c.agency_id
$$;
"""
ALL = [NUMBERS, *(COUNTED.format(table=table) for table in COUNTED_TABLES), EPISODES, DECISIONS,
       CASES]  # fmt: skip
