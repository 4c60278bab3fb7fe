"""What must stay where it is, whoever writes: a case's person, a grant, a decision on a merge.

Note [A case is the way to a person]: whoever sees a case reaches its person's identity. So a case
that names a person who has cases elsewhere would open that identity, were it written by a statement
that slipped in: the person of a case never changes, and a new case of a known person is added by
whoever holds every other one.

Note [Two people count two as one]: every figure follows `resolved_into_id`, and so does an erasure.
It says what an approved merge says, and is taken back with an undone one; the policies and
constraints of `registry_merge` ask for the second person.
"""

from __future__ import annotations

from casebase.access.enums import Action
from casebase.access.rls import DEFINER, WRITABLE
from casebase.access.roles import ROLES

LONGEST_GRANT = "91 days"  # as ask_access.LONGEST_DAYS, and the rest of the last one
GRANTERS = ", ".join(
    f"'{role.value}'" for role, reach in ROLES.items() if Action.GRANT_ACCESS in reach.actions
)
_ME, _ROLE = "(SELECT access_user())", "(SELECT access_role())"
PERSON_STAYS = f"""
CREATE FUNCTION registry_person_stays() RETURNS trigger LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    others boolean;
BEGIN
    IF access_user() IS NULL THEN
        RETURN NEW;  -- an operator's command, or a statement that the policies refuse
    END IF;
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'The person of a case stays.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    others := EXISTS (SELECT 1 FROM registry_case c
                       WHERE c.person_id = NEW.person_id AND NOT ({WRITABLE}));
    PERFORM set_config('harbour.counting', '', true);
    IF others THEN
        RAISE EXCEPTION 'The person has cases elsewhere.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER person_stays_added BEFORE INSERT ON registry_case
FOR EACH ROW EXECUTE FUNCTION registry_person_stays();
CREATE TRIGGER person_stays_changed BEFORE UPDATE OF id, person_id ON registry_case
FOR EACH ROW WHEN (OLD.id <> NEW.id OR OLD.person_id <> NEW.person_id)
EXECUTE FUNCTION registry_person_stays();
"""
_GRANTS_CASE = (
    f"EXISTS (SELECT 1 FROM registry_case c WHERE c.id = access_grant.case_id AND {WRITABLE})"
)
GRANTS = [
    "DROP POLICY added ON access_grant",
    f"CREATE POLICY added ON access_grant FOR INSERT WITH CHECK (granted_by_id = {_ME}"
    " AND (kind = 'break_glass' AND current_user = 'casebase_owner' OR kind = 'shared'"
    f" AND {_ROLE} IN ({GRANTERS}) AND ends_at < now() + interval '{LONGEST_GRANT}'"
    f" AND {_GRANTS_CASE}))",
    # Taken back is taken back: nobody revives a grant.
    "DROP POLICY changed ON access_grant",
    "CREATE POLICY changed ON access_grant FOR UPDATE USING (revoked_at IS NULL AND"
    f" (granted_by_id = {_ME} OR {_GRANTS_CASE})) WITH CHECK (revoked_at IS NOT NULL)",
]
# Whoever decides writes their own name under it.
MERGES = [
    "CREATE POLICY signed ON registry_merge AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK ("
    f"state IN ('approved', 'declined') AND decided_by_id = {_ME} AND {_ROLE} = 'supervisor'"
    f" OR state = 'undone' AND undone_by_id = {_ME})",
]
ALL = [PERSON_STAYS, *GRANTS, *MERGES]
_BY_THE_SITE = "current_user = 'casebase_web'"  # nobody else but the owner writes persons
RESOLVED = f"""
CREATE FUNCTION registry_resolved_by_a_merge() RETURNS trigger LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    was uuid := CASE WHEN TG_OP = 'UPDATE' THEN OLD.resolved_into_id END;
BEGIN
    IF NEW.resolved_into_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM registry_merge m WHERE m.absorbed_id = NEW.id
               AND m.kept_id = NEW.resolved_into_id AND m.state = 'approved')
       OR NEW.resolved_into_id IS NULL AND (
            EXISTS (SELECT 1 FROM registry_merge m WHERE m.absorbed_id = NEW.id
                       AND m.state = 'approved')
            OR NOT EXISTS (SELECT 1 FROM registry_merge m WHERE m.absorbed_id = NEW.id
                              AND m.kept_id = was AND m.state = 'undone')) THEN
        RAISE EXCEPTION 'Two people count two as one.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER resolved_when_added BEFORE INSERT ON registry_person
FOR EACH ROW WHEN ({_BY_THE_SITE} AND NEW.resolved_into_id IS NOT NULL)
EXECUTE FUNCTION registry_resolved_by_a_merge();
CREATE TRIGGER resolved_when_changed BEFORE UPDATE OF id, resolved_into_id ON registry_person
FOR EACH ROW WHEN ({_BY_THE_SITE} AND (
    OLD.id <> NEW.id OR OLD.resolved_into_id IS DISTINCT FROM NEW.resolved_into_id))
EXECUTE FUNCTION registry_resolved_by_a_merge();
"""
