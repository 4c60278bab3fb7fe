"""What an auditor is shown of a case: its number, which has no meaning, and nothing else.

An auditor sees no case (roles.py), yet must say which one an entry of the trail is about. So the
tables' owner, and nobody else, may see every case's row while an auditor is bound; only the two
functions below read with that, and they hand out the number and the id.
"""

from __future__ import annotations

from casebase.access.rls import DEFINER

FUNCTIONS = f"""
CREATE POLICY traced ON registry_case FOR SELECT TO casebase_owner
    USING ((SELECT access_role()) = 'auditor');

CREATE FUNCTION registry_references(ids uuid[]) RETURNS TABLE (id uuid, reference varchar)
LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT c.id, c.reference FROM registry_case c WHERE c.id = ANY (ids)
$$;

CREATE FUNCTION registry_case_of(reference text) RETURNS uuid
LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT c.id FROM registry_case c WHERE c.reference = registry_case_of.reference
$$;
"""  # noqa: S608 -- our own words
UNDO = (
    "DROP FUNCTION registry_references(uuid[]); DROP FUNCTION registry_case_of(text);"
    "DROP POLICY traced ON registry_case;"
)
