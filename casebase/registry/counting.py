"""Counting a person's cases for those who look after people and see no case (SQL)."""

from __future__ import annotations

from casebase.access.rls import COUNTED, DEFINER

COUNTS = f"""
CREATE FUNCTION registry_counts_of(person integer) RETURNS TABLE (owned bigint, visible bigint)
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    place record;
    theirs integer[];
BEGIN
    IF NOT access_may_count() AND access_user() IS DISTINCT FROM person THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT m.desk_id, m.agency_id, r.scope INTO place
      FROM access_membership m JOIN access_reach r ON r.role = m.role WHERE m.user_id = person;
    theirs := ARRAY[person * 4 + 1];
    IF place.scope IN ('desk', 'agency') AND place.desk_id IS NOT NULL THEN
        theirs := theirs || (place.desk_id * 4 + 2)::integer;
    END IF;
    IF place.scope = 'agency' THEN
        theirs := theirs || (place.agency_id * 4 + 3)::integer;
    ELSIF place.scope = 'national' THEN
        theirs := theirs || 4;
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY SELECT
        (SELECT count(*) FROM registry_case c WHERE c.owner_id = person AND c.closed_on IS NULL),
        (SELECT count(*) FROM registry_case c WHERE c.acl && theirs OR c.id IN (
            SELECT g.case_id FROM access_grant g WHERE g.principal = ANY (theirs)
               AND g.revoked_at IS NULL AND now() >= g.starts_at AND now() < g.ends_at));
    PERFORM set_config('harbour.counting', '', true);
END $$;
"""  # noqa: S608 -- put together from our own constants
ALL = [COUNTED.format(table="registry_case"), COUNTS]
