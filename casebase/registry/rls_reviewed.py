"""Who is told of an emergency opening, and who says whether it was right.

Note [Nobody reviews who was let in]: the supervisor who reviews holds the case with their agency.
One who sees it because it was opened to them, in an emergency or by a grant, reviews nothing of it:
two people of another agency would open case after case for each other. A director sees every case.
The mails go to the agency that holds the case, which its owner may have left.
"""

from __future__ import annotations

from casebase.access.rls import WRITABLE, revised
from casebase.registry.rls_asked import OPEN_IS_COUNTED
from casebase.registry.rls_emergencies import OPEN

_ME, _ROLE = "(SELECT access_user())", "(SELECT access_role())"
_SEEN = "EXISTS (SELECT 1 FROM registry_case c WHERE c.id = registry_emergency.case_id AND {})"
_REVIEWER = (
    f"({_ROLE} = 'director' AND {_SEEN.format('true')}"
    f" OR {_ROLE} = 'supervisor' AND {_SEEN.format(WRITABLE)})"
)
_TELLS_THE_AGENCY = {
    "owner_id bigint)": "owner_id bigint, agency_id bigint)",
    "SELECT c.id, c.owner_id INTO": "SELECT c.id, c.owner_id, c.agency_id INTO",
    "found.owner_id::bigint;": "found.owner_id::bigint, found.agency_id::bigint;",
}
ALL = [
    "DROP POLICY changed ON registry_emergency",
    # Whoever opened it adds the sealed reason once; whoever reviews it is somebody else.
    f"CREATE POLICY changed ON registry_emergency FOR UPDATE USING (reviewed_at IS NULL AND ("
    f"user_id = {_ME} AND text IS NULL OR user_id <> {_ME} AND {_REVIEWER}))"
    f" WITH CHECK (user_id = {_ME} AND reviewed_at IS NULL"
    f" OR user_id <> {_ME} AND reviewed_by_id = {_ME})",
    "DROP FUNCTION registry_break_glass(text, text)",  # its answer has one column more
    revised(OPEN, {**OPEN_IS_COUNTED, **_TELLS_THE_AGENCY}),
]
