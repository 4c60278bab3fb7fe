"""What each role may do with the frozen figures and the ledger."""

from __future__ import annotations

from casebase.access.privileges import GROW, READ

# What is measured for publication: never whose row it is, nor which agencies hold the cases.
_MEASURED = (
    "SELECT (period, in_cohort, is_late, form, region, sex, age, agency, nationality, episode)"
)
TABLES: dict[str, dict[str, str]] = {
    "reporting_frozenperiod": {"casebase_web": READ, "release_worker": READ},
    "reporting_confirmation": {"casebase_web": GROW},
    "reporting_correction": {"casebase_web": GROW},
    # The site reads frozen rows through functions: Note [Which other agency] of rls_freezing.py.
    "reporting_episode": {"release_worker": _MEASURED},
    "reporting_finaldecision": {},
    "reporting_openedcase": {},
    "reporting_reservation": {"casebase_web": READ, "release_worker": GROW},
    "reporting_ledgerevent": {
        # The protected file is the worker's until it is published.
        "casebase_web": "SELECT (id, reservation_id, state, at, sequence, outputs)",
        "release_worker": GROW,
    },
    "reporting_boardcase": {"casebase_web": READ},
    "reporting_boardperson": {"casebase_web": READ},
}
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "reporting_freeze(text)": ("casebase_web",),
    "reporting_sign(text)": ("casebase_web",),
    "reporting_still_frozen(text)": ("casebase_web", "release_worker"),
    "reporting_live_episode(text)": ("casebase_web",),
    "reporting_live_finaldecision(text)": ("casebase_web",),
    "reporting_live_openedcase(text)": ("casebase_web",),
    "reporting_frozen_episode(text)": ("casebase_web",),
    "reporting_frozen_finaldecision(text)": ("casebase_web",),
    "reporting_frozen_openedcase(text)": ("casebase_web",),
    "reporting_open_doubles(text)": ("casebase_web",),
    "reporting_drift(text)": ("casebase_web",),
}
