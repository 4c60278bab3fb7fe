"""Opening one case in an emergency, as SQL: the only way to a grant that nobody else gave.

Note [A grant works from the next transaction on]: one that worked in the transaction that made it
would show the case to a statement that slipped in and then rolled everything back: the grant, its
record, and the mails. So whoever reads has left the trace first, where they cannot take it away.
"""

from __future__ import annotations

from casebase.access.enums import Action
from casebase.access.rls import DEFINER, WRITABLE, forced, revised
from casebase.access.roles import ROLES
from casebase.registry.rls import REVEAL
from casebase.registry.rls_files import OPEN as OPEN_FILE

MINUTES, REVIEW_HOURS = 60, 72
_OPENERS = ", ".join(
    f"'{role.value}'" for role, reach in ROLES.items() if Action.BREAK_GLASS in reach.actions
)
_ME = "(SELECT access_user())"
_SEEN = "EXISTS (SELECT 1 FROM registry_case c WHERE c.id = registry_emergency.case_id)"
_REVIEWER = "(SELECT access_role()) IN ('supervisor', 'director')"

OPEN = f"""
CREATE FUNCTION registry_break_glass(wanted text, why text)
RETURNS TABLE (emergency uuid, case_id uuid, owner_id bigint)
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    found record;
    opened uuid := gen_random_uuid();
    granted uuid := gen_random_uuid();
BEGIN
    IF (access_role() IN ({_OPENERS})) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    SELECT c.id, c.owner_id INTO found FROM registry_case c WHERE c.reference = wanted;
    PERFORM set_config('harbour.counting', '', true);
    IF found.id IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO access_grant (id, case_id, principal, kind, with_identity, granted_by_id,
                              starts_at, ends_at)
    VALUES (granted, found.id, access_user() * 4 + 1, 'break_glass', true, access_user(),
            now(), now() + interval '{MINUTES} minutes');
    INSERT INTO registry_emergency (id, case_id, grant_id, user_id, reason, opened_at, ends_at,
                                    review_due_at, verdict)
    VALUES (opened, found.id, granted, access_user(), why, now(),
            now() + interval '{MINUTES} minutes', now() + interval '{REVIEW_HOURS} hours', '');
    RETURN QUERY SELECT opened, found.id, found.owner_id::bigint;
END $$;
"""
ALL = [
    *forced("registry_emergency"),
    f"CREATE POLICY seen ON registry_emergency FOR SELECT USING (user_id = {_ME} OR {_SEEN})",
    f"CREATE POLICY added ON registry_emergency FOR INSERT TO casebase_owner"
    f" WITH CHECK (user_id = {_ME})",
    # Whoever opened it adds the sealed reason once; whoever reviews it is somebody else.
    f"CREATE POLICY changed ON registry_emergency FOR UPDATE USING (reviewed_at IS NULL AND ("
    f"user_id = {_ME} AND text IS NULL OR user_id <> {_ME} AND {_REVIEWER} AND {_SEEN}))"
    f" WITH CHECK (user_id = {_ME} AND reviewed_at IS NULL"
    f" OR user_id <> {_ME} AND reviewed_by_id = {_ME})",
    # A grant that nobody else gave comes from the function above alone.
    "DROP POLICY added ON access_grant",
    "CREATE POLICY added ON access_grant FOR INSERT WITH CHECK ("
    f"granted_by_id = {_ME} AND (kind = 'break_glass' AND current_user = 'casebase_owner' OR"
    " kind <> 'break_glass' AND EXISTS (SELECT 1 FROM registry_case c"
    f" WHERE c.id = access_grant.case_id AND {WRITABLE})))",
    OPEN,
]


_LATER = {"now() >= g.starts_at": "now() > g.starts_at"}
# Note [A grant works from the next transaction on]; everything that a grant opens asks here.
FROM_THE_NEXT_TRANSACTION = [
    f"""
CREATE OR REPLACE FUNCTION access_granted() RETURNS uuid[] LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT coalesce(array_agg(case_id), '{{}}') FROM access_grant
    WHERE principal = ANY (access_own_principals()) AND revoked_at IS NULL
      AND now() > starts_at AND now() < ends_at
$$;
""",
    revised(REVEAL, _LATER),
    revised(OPEN_FILE, _LATER),
]
