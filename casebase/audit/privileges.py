"""The trail: written by one role, sealed by another, read by neither of the site's own."""

from __future__ import annotations

WRITTEN = "action, user_id, session, case_ids, fields, purpose, result, view, query_hash"
TABLES: dict[str, dict[str, str]] = {
    # Number and moment are the database's to say.
    "audit_entry": {"audit_writer": f"INSERT ({WRITTEN})", "sealer": "SELECT"},
    "audit_seal": {"sealer": "SELECT, INSERT"},
    "audit_check": {"casebase_web": "SELECT", "sealer": "SELECT, UPDATE"},
}
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "audit_page(timestamptz, timestamptz, bigint, text, bigint, integer)": ("casebase_web",),
    "audit_of_case(uuid, bigint, integer)": ("casebase_web",),
    "audit_ask_check()": ("casebase_web",),
}
