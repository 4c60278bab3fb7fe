"""What somebody leaves behind with their place: the number by which they saw it.

Note [A number is good for one place]: a case, an operation, a tip-off or a suspect carries the
number of the person who wrote it down. Open cases are in other hands before anybody moves; closed
ones, and all the rest, stay where they are. There the number would go with the person to the next
agency and open every child they ever worked with, by name. So whoever changes desk or agency, or
goes on to a role that sees no cases of a desk, is taken off every list. The desk's number and the
agency's stay, so those who work there see what they saw. The row of a place is written by people
who see no case; a function of the owner does it, under the mark of Note [Counting what one may not
see].
"""

from __future__ import annotations

from casebase.access.rls import DEFINER

WITH_A_LIST = ("registry_case", "registry_operation", "registry_report", "registry_suspect")
_MARKED = "(SELECT access_counting())"
_POLICIES = [
    statement
    for table in WITH_A_LIST
    for statement in (
        f"CREATE POLICY left_seen ON {table} FOR SELECT TO casebase_owner USING ({_MARKED})",
        f"CREATE POLICY left_behind ON {table} FOR UPDATE TO casebase_owner"
        f" USING ({_MARKED}) WITH CHECK ({_MARKED})",
    )
]
_TAKEN_OFF = "\n    ".join(
    f"UPDATE {table} SET acl = array_remove(acl, was) WHERE acl && ARRAY[was];"
    for table in WITH_A_LIST
)
ALL = [
    *_POLICIES,
    f"""
CREATE FUNCTION registry_left_behind() RETURNS trigger LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    was integer := OLD.user_id * 4 + 1;
BEGIN
    IF (OLD.user_id, OLD.agency_id) = (NEW.user_id, NEW.agency_id)
       AND OLD.desk_id IS NOT DISTINCT FROM NEW.desk_id
       AND EXISTS (SELECT 1 FROM access_reach
                    WHERE role = NEW.role AND scope IN ('own', 'desk', 'agency')) THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    {_TAKEN_OFF}
    PERFORM set_config('harbour.counting', '', true);
    RETURN NULL;
END $$;
CREATE TRIGGER left_behind AFTER UPDATE OF user_id, role, agency_id, desk_id ON access_membership
FOR EACH ROW EXECUTE FUNCTION registry_left_behind();
""",
]

# Who moved before there was the trigger: a number stays where its person's desk stands beside it.
_STAYS = (
    "n % 4 <> 1 OR EXISTS (SELECT 1 FROM access_membership m WHERE m.user_id = (n - 1) / 4"
    " AND m.desk_id * 4 + 2 = ANY ({table}.acl))"
)
TIDIED = (
    "DO $$ BEGIN PERFORM set_config('harbour.counting', access_counting_mark(), true);\n"
    + "\n".join(
        f"UPDATE {table} SET acl = ARRAY(SELECT n FROM unnest(acl) WITH ORDINALITY AS held (n, at)"
        f" WHERE {_STAYS.format(table=table)} ORDER BY at)"
        f" WHERE EXISTS (SELECT 1 FROM unnest(acl) n WHERE NOT ({_STAYS.format(table=table)}));"
        for table in WITH_A_LIST
    )
    + "\nPERFORM set_config('harbour.counting', '', true); END $$"
)
