"""The policies of the files' table, and the one way to what opens a file."""

from __future__ import annotations

from casebase.access.rls import DEFINER, policies_for

# As registry_reveal(): recorded by the caller first, asked again here. A file that waits for the
# scanner gives its key for that purpose too, and the page that asks never shows it.
OPEN = f"""
CREATE FUNCTION registry_open_file(file_id uuid, purpose text)
RETURNS TABLE (file_key bytea, original_key bytea)
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    IF coalesce(length(purpose), 0) < 4 THEN
        RAISE EXCEPTION 'A purpose is needed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM access_reach WHERE role = access_role() AND may_reveal) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT a.file_key, a.original_key
      FROM registry_attachment a JOIN registry_case c ON c.id = a.case_id
     WHERE a.id = file_id AND (a.state = 'clean' OR a.state = 'waiting' AND purpose = 'scan')
       AND (c.acl && (SELECT access_own_principals()) OR EXISTS (
            SELECT 1 FROM access_grant g
             WHERE g.case_id = c.id AND g.principal = ANY (access_own_principals())
               AND g.with_identity AND g.revoked_at IS NULL
               AND now() >= g.starts_at AND now() < g.ends_at));
END $$;
"""

ALL = [*policies_for("registry_attachment"), OPEN]
UNDO = ["DROP FUNCTION registry_open_file(uuid, text)"]
