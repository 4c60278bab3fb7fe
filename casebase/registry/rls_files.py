"""The policies of the files' table, and the one way to what opens a file."""

from __future__ import annotations

from casebase.access.rls import DEFINER, policies_for
from casebase.registry.rls import MAY_REVEAL, REVEALED_CASE

# As registry_reveal(): recorded by the caller first, asked again here. A file that waits for the
# scanner gives its key for that purpose too, and the page that asks never shows it.
OPEN = f"""
CREATE FUNCTION registry_open_file(file_id uuid, purpose text)
RETURNS TABLE (file_key bytea, original_key bytea)
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN{MAY_REVEAL}
    RETURN QUERY
    SELECT a.file_key, a.original_key
      FROM registry_attachment a JOIN registry_case c ON c.id = a.case_id
     WHERE a.id = file_id AND (a.state = 'clean' OR a.state = 'waiting' AND purpose = 'scan')
       AND {REVEALED_CASE};
END $$;
"""

ALL = [*policies_for("registry_attachment"), OPEN]
UNDO = ["DROP FUNCTION registry_open_file(uuid, text)"]
