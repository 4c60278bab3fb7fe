"""The policies of tip-offs, suspects, screenings, families, closings and drafts."""

from __future__ import annotations

from casebase.access.rls import DEFINER, REACHED, WRITABLE, forced, policies_for
from casebase.registry.rls import ANY_CASE_OF, OWN

ME = "(SELECT access_user())"
DRAFTS_LAST = "7 days"

# A tip-off names places and informants: its agency and nobody national.
REPORTS = [
    *forced("registry_report"),
    f"CREATE POLICY seen ON registry_report FOR SELECT USING (acl && {OWN})",
    f"CREATE POLICY added ON registry_report FOR INSERT WITH CHECK (acl && {OWN})",
    f"CREATE POLICY changed ON registry_report FOR UPDATE USING (acl && {OWN})"
    f" WITH CHECK (acl && {OWN})",
]

# Note [The compartment of suspects]: only these roles, as Action.SEE_SUSPECTS says (a test compares
# the two). Of a joint operation, whoever sees it sees its suspects, but a supervisor only those
# that their own agency linked: a shelter's supervisor learns nothing from being a partner.
SUSPECT_ROLES = ("police_investigator", "prosecutor", "supervisor")
SEES = "(SELECT access_role()) IN ('police_investigator', 'prosecutor', 'supervisor')"
_OF_CASE = (
    "EXISTS (SELECT 1 FROM registry_case c WHERE c.id = registry_suspectlink.case_id AND {reached})"
)
_OF_OPERATION = (
    "EXISTS (SELECT 1 FROM registry_operation o"
    " WHERE o.id = registry_suspectlink.operation_id AND o.acl && (SELECT access_took_part()))"
)
_OWN_AGENCY = f"registry_suspectlink.agency_id * 4 + 3 = ANY ({OWN}::integer[])"
_LINK_SEEN = (
    f"{SEES} AND ({_OF_CASE.format(reached=REACHED)} OR {_OF_OPERATION}"
    f" AND ((SELECT access_role()) <> 'supervisor' OR {_OWN_AGENCY}))"
)
_LINK_WRITTEN = f"{SEES} AND ({_OF_CASE.format(reached=WRITABLE)} OR {_OF_OPERATION})"
SUSPECTS = [
    *forced("registry_suspectlink"),
    f"CREATE POLICY seen ON registry_suspectlink FOR SELECT USING ({_LINK_SEEN})",
    f"CREATE POLICY added ON registry_suspectlink FOR INSERT WITH CHECK ({_LINK_WRITTEN})",
    *forced("registry_suspect"),
    f"CREATE POLICY seen ON registry_suspect FOR SELECT USING ({SEES} AND (acl && {OWN} OR"
    " EXISTS (SELECT 1 FROM registry_suspectlink l WHERE l.suspect_id = registry_suspect.id)))",
    f"CREATE POLICY added ON registry_suspect FOR INSERT WITH CHECK ({SEES} AND acl && {OWN})",
    f"CREATE POLICY changed ON registry_suspect FOR UPDATE USING ({SEES} AND acl && {OWN})"
    f" WITH CHECK ({SEES} AND acl && {OWN})",
]

# Two persons whom the viewer sees, by the policies of persons; writing needs one of their own.
_BOTH_SEEN = (
    "EXISTS (SELECT 1 FROM registry_person p WHERE p.id = registry_personlink.person_id)"
    " AND EXISTS (SELECT 1 FROM registry_person p WHERE p.id = registry_personlink.other_id)"
)
_ONE_OWN = ANY_CASE_OF.format(person="registry_personlink.person_id", when=WRITABLE)
FAMILIES = [
    *forced("registry_personlink"),
    f"CREATE POLICY seen ON registry_personlink FOR SELECT USING ({_BOTH_SEEN})",
    "CREATE POLICY added ON registry_personlink FOR INSERT"
    f" WITH CHECK ({_BOTH_SEEN} AND {_ONE_OWN})",
    f"CREATE POLICY removed ON registry_personlink FOR DELETE USING ({_ONE_OWN})",
]

# A draft is its writer's alone. What is older than a week is forgotten by the tables' owner,
# through a function that whoever keeps a draft calls: it reads nothing and tells nothing.
DRAFTS = [
    *forced("registry_draft"),
    f"CREATE POLICY seen ON registry_draft FOR SELECT USING (writer_id = {ME})",
    f"CREATE POLICY added ON registry_draft FOR INSERT WITH CHECK (writer_id = {ME})",
    f"CREATE POLICY changed ON registry_draft FOR UPDATE USING (writer_id = {ME})"
    f" WITH CHECK (writer_id = {ME})",
    f"CREATE POLICY removed ON registry_draft FOR DELETE USING (writer_id = {ME})",
    "CREATE POLICY old_seen ON registry_draft FOR SELECT TO casebase_owner"
    f" USING (changed_at < now() - interval '{DRAFTS_LAST}')",
    "CREATE POLICY old_removed ON registry_draft FOR DELETE TO casebase_owner"
    f" USING (changed_at < now() - interval '{DRAFTS_LAST}')",
    f"""
CREATE FUNCTION registry_forget_drafts() RETURNS void LANGUAGE sql VOLATILE {DEFINER} AS $$
    DELETE FROM registry_draft WHERE changed_at < now() - interval '{DRAFTS_LAST}'
$$
""",
]

ALL = [
    *REPORTS,
    *SUSPECTS,
    *FAMILIES,
    *DRAFTS,
    *policies_for("registry_screening"),
    *policies_for("registry_closing"),
]
