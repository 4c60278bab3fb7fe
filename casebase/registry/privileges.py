"""What the web role may do with the registry's tables."""

from __future__ import annotations

from casebase.access.privileges import ALL, GROW, WRITE

TABLES: dict[str, dict[str, str]] = {
    "registry_operation": {"casebase_web": WRITE},
    "registry_operation_partners": {"casebase_web": "SELECT, INSERT, DELETE"},
    "registry_person": {"casebase_web": WRITE, "key_rotator": "SELECT (id, resolved_into_id)"},
    # Ring 3: written blind, read through registry_reveal() alone.
    "registry_identity": {"casebase_web": "SELECT (id, person_id), INSERT, UPDATE"},
    "registry_case": {"casebase_web": WRITE, "key_rotator": "SELECT (id, reference, person_id)"},
    "registry_emergency": {
        "casebase_web": "SELECT, UPDATE (text, reviewed_by_id, reviewed_at, verdict)"
    },
    "registry_statusdecision": {"casebase_web": GROW},
    "registry_note": {"casebase_web": GROW},
    "registry_task": {"casebase_web": WRITE},
    "registry_flag": {"casebase_web": WRITE},
    "registry_savedlist": {"casebase_web": "SELECT, INSERT, UPDATE, DELETE"},
    "registry_bulkjob": {"casebase_web": GROW},
    "registry_bulkrow": {"casebase_web": WRITE},
    # Counting once: tokens are written and never read, whoever asks asks a function.
    "registry_blindtoken": {
        "casebase_web": "SELECT (id, case_id, person_id), INSERT, DELETE",
        "key_rotator": "SELECT (person_id), DELETE",  # when a person is erased
    },
    "registry_blindsearch": {},
    "registry_accessrequest": {
        "casebase_web": "SELECT, INSERT,"
        " UPDATE (state, refusal, decided_by_id, decided_at, answer_seen_at)"
    },
    "registry_requestedcase": {"casebase_web": "SELECT, UPDATE (grant_id)"},
    "registry_possibledouble": {
        "casebase_web": "SELECT, INSERT, UPDATE (score, state, decided_by_id, decided_at)"
    },
    "registry_merge": {
        "casebase_web": "SELECT, INSERT, UPDATE (state, before, decided_by_id, decided_at, "
        "undone_by_id, undone_at)"
    },
    # The keys of files are ring 3: written blind, read through registry_open_file() alone.
    "registry_attachment": {
        "casebase_web": "SELECT (id, case_id, number, kind, extension, size, state, object_name, "
        "original_name, description, filename, sha256, submission, added_by_id, added_at, "
        "checked_at), INSERT, UPDATE (state, checked_at)",
        "key_rotator": "SELECT (object_name, original_name, state)",  # for the reconciler
    },
    "registry_report": {"casebase_web": WRITE},
    "registry_suspect": {"casebase_web": WRITE},
    "registry_suspectlink": {"casebase_web": GROW},
    "registry_screening": {"casebase_web": GROW},
    "registry_personlink": {"casebase_web": "SELECT, INSERT, DELETE"},
    "registry_closing": {"casebase_web": GROW},
    "registry_draft": {"casebase_web": ALL},
}
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "registry_break_glass(text, text)": ("casebase_web",),
    "registry_counts_of(integer)": ("casebase_web",),
    "registry_reveal(uuid[], text)": ("casebase_web",),
    "registry_open_file(uuid, text)": ("casebase_web",),
    "registry_forget_drafts()": ("casebase_web",),
    "registry_references(uuid[])": ("casebase_web",),
    "registry_case_of(text)": ("casebase_web",),
    "registry_elsewhere(bytea[])": ("casebase_web",),
    "registry_ask_access(uuid, bytea[])": ("casebase_web",),
    "registry_note_doubles(uuid, bytea[])": ("casebase_web",),
}
