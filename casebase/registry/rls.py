"""The policies of the registry's own tables, and the one way to read an identity."""

from __future__ import annotations

from casebase.access.rls import DEFINER, REACHED, WRITABLE, forced, policies_for

OWN = "(SELECT access_own_principals())"
ANY_CASE_OF = "EXISTS (SELECT 1 FROM registry_case c WHERE c.person_id = {person} AND {when})"

CASES = [
    *forced("registry_case"),
    "CREATE POLICY seen ON registry_case FOR SELECT USING ("
    "acl && (SELECT access_principals()) OR id = ANY ((SELECT access_granted())::uuid[]))",
    f"CREATE POLICY added ON registry_case FOR INSERT WITH CHECK (acl && {OWN})",
    f"CREATE POLICY changed ON registry_case FOR UPDATE USING (acl && {OWN})"
    f" WITH CHECK (acl && {OWN})",
]
OPERATIONS = [
    *forced("registry_operation"),
    # Whoever's agency took part sees the operation; its cases stay their desks' own.
    "CREATE POLICY seen ON registry_operation FOR SELECT"
    " USING (acl && (SELECT access_took_part()))",
    f"CREATE POLICY added ON registry_operation FOR INSERT WITH CHECK (acl && {OWN})",
    f"CREATE POLICY changed ON registry_operation FOR UPDATE USING (acl && {OWN})"
    f" WITH CHECK (acl && {OWN})",
]
_OPERATION = (
    "EXISTS (SELECT 1 FROM registry_operation o"
    " WHERE o.id = registry_operation_partners.operation_id{})"
)
PARTNERS = [
    *forced("registry_operation_partners"),
    f"CREATE POLICY seen ON registry_operation_partners FOR SELECT USING ({_OPERATION.format('')})",
    "CREATE POLICY added ON registry_operation_partners FOR INSERT"
    f" WITH CHECK ({_OPERATION.format(f' AND o.acl && {OWN}')})",
    "CREATE POLICY removed ON registry_operation_partners FOR DELETE"
    f" USING ({_OPERATION.format(f' AND o.acl && {OWN}')})",
]
# A person is seen through any of their cases. Whoever adds one may read it back in the same
# transaction, before its case exists: nothing is in it yet.
PERSONS = [
    *forced("registry_person"),
    "CREATE POLICY seen ON registry_person FOR SELECT USING ("
    + ANY_CASE_OF.format(person="registry_person.id", when="true")
    + ")",
    "CREATE POLICY added ON registry_person FOR INSERT"
    " WITH CHECK ((SELECT access_user()) IS NOT NULL)",
    "CREATE POLICY changed ON registry_person FOR UPDATE USING ("
    + ANY_CASE_OF.format(person="registry_person.id", when=WRITABLE)
    + ")",
]
_IDENTITY = ANY_CASE_OF.format(person="registry_identity.person_id", when="{}")
IDENTITIES = [
    *forced("registry_identity"),
    f"CREATE POLICY seen ON registry_identity FOR SELECT USING ({_IDENTITY.format(REACHED)})",
    f"CREATE POLICY added ON registry_identity FOR INSERT"
    f" WITH CHECK ({_IDENTITY.format(WRITABLE)})",
    f"CREATE POLICY changed ON registry_identity FOR UPDATE USING ({_IDENTITY.format(WRITABLE)})"
    f" WITH CHECK ({_IDENTITY.format(WRITABLE)})",
]
# A sensitive note is for those whose case it is, not for those it was opened to.
NOTES = [
    *policies_for("registry_note"),
    "CREATE POLICY sensitive ON registry_note AS RESTRICTIVE FOR SELECT USING ("
    "sensitivity = 'ordinary' OR EXISTS (SELECT 1 FROM registry_case c"
    f" WHERE c.id = registry_note.case_id AND {WRITABLE}))",
]
DECISIONS = policies_for("registry_statusdecision")

_MINE = "{column} = (SELECT access_user())"
_MY_JOB = (
    "EXISTS (SELECT 1 FROM registry_bulkjob j"
    " WHERE j.id = registry_bulkrow.job_id AND j.created_by_id = (SELECT access_user()))"
)
WORK = [
    *policies_for("registry_task"),
    *policies_for("registry_flag"),
    *forced("registry_savedlist"),
    "CREATE POLICY seen ON registry_savedlist FOR SELECT USING ("
    f"{_MINE.format(column='owner_id')} OR shared_with = ANY ({OWN}::integer[]))",
    "CREATE POLICY added ON registry_savedlist FOR INSERT"
    f" WITH CHECK ({_MINE.format(column='owner_id')})",
    f"CREATE POLICY changed ON registry_savedlist FOR UPDATE"
    f" USING ({_MINE.format(column='owner_id')})",
    f"CREATE POLICY removed ON registry_savedlist FOR DELETE"
    f" USING ({_MINE.format(column='owner_id')})",
    *forced("registry_bulkjob"),
    f"CREATE POLICY mine ON registry_bulkjob USING ({_MINE.format(column='created_by_id')})",
    *forced("registry_bulkrow"),
    f"CREATE POLICY mine ON registry_bulkrow USING ({_MY_JOB})",
]

# Ring 3 (control 34): the caller is recorded first; here the database asks again who they are,
# whether their role may, whether the case is theirs or was opened to them with its identity.
MAY_REVEAL = """
    IF coalesce(length(purpose), 0) < 4 THEN
        RAISE EXCEPTION 'A purpose is needed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM access_reach WHERE role = access_role() AND may_reveal) THEN
        RETURN;
    END IF;"""
REVEALED_CASE = """(c.acl && (SELECT access_own_principals()) OR EXISTS (
            SELECT 1 FROM access_grant g
             WHERE g.case_id = c.id AND g.principal = ANY (access_own_principals())
               AND g.with_identity AND g.revoked_at IS NULL
               AND now() >= g.starts_at AND now() < g.ends_at))"""
REVEAL = f"""
CREATE FUNCTION registry_reveal(case_ids uuid[], purpose text)
RETURNS TABLE (case_id uuid, identity registry_identity)
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN{MAY_REVEAL}
    RETURN QUERY
    SELECT c.id, i FROM registry_case c JOIN registry_identity i ON i.person_id = c.person_id
     WHERE c.id = ANY (case_ids)
       AND {REVEALED_CASE};
END $$;
"""

ALL = [*CASES, *OPERATIONS, *PARTNERS, *PERSONS, *IDENTITIES, *NOTES, *DECISIONS, REVEAL]
