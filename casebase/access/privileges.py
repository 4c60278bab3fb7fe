"""What each role may do with each table of the casebase: everything not listed is refused.

Each app of the casebase has such a file for its own tables; this one also lists Django's and
`portal.core`'s. Applied after every migration (`install.py`); a test compares the catalogue with
the lists, so a new table grants nothing to anybody until it stands in one.
"""

from __future__ import annotations

READ, WRITE, GROW = "SELECT", "SELECT, INSERT, UPDATE", "SELECT, INSERT"
ALL = "SELECT, INSERT, UPDATE, DELETE"

# table -> role -> privileges. `casebase_owner` owns them all, `backup_ro` reads them all.
TABLES: dict[str, dict[str, str]] = {
    # Django and its libraries
    "django_migrations": {"casebase_web": READ},
    "django_content_type": {"casebase_web": READ},
    "auth_permission": {"casebase_web": READ},
    "auth_group": {"casebase_web": READ},
    "auth_group_permissions": {"casebase_web": READ},
    "axes_accessattempt": {"casebase_web": ALL},
    "axes_accessattemptexpiration": {"casebase_web": ALL},
    "axes_accessfailurelog": {"casebase_web": ALL},
    "axes_accesslog": {"casebase_web": ALL},
    "django_session": {},
    "django_otp_webauthn_webauthncredential": {"casebase_web": ALL},
    "django_otp_webauthn_webauthnattestation": {"casebase_web": ALL},
    "django_otp_webauthn_webauthnuserhandle": {"casebase_web": ALL},
    # Those of portal.core
    "core_agency": {"casebase_web": GROW},
    "core_user": {"casebase_web": WRITE},
    "core_user_groups": {"casebase_web": READ},
    "core_user_user_permissions": {"casebase_web": READ},
    "core_failedcode": {"casebase_web": GROW},
    "core_invitation": {"casebase_web": ALL},
    "core_knownbrowser": {"casebase_web": ALL},
    "core_recoverycode": {"casebase_web": ALL},
    "core_recoverycodes": {"casebase_web": ALL},
    "core_totpdevice": {"casebase_web": ALL},
    "core_passkeyproof": {"casebase_web": ALL},
    "core_session": {"casebase_web": ALL},
    "core_region": {"casebase_web": READ},
    "core_district": {"casebase_web": READ},
    "core_placealias": {"casebase_web": READ},
    # Access
    "access_secret": {},
    "access_lastingsecret": {},
    "access_reach": {},
    "access_desk": {"casebase_web": "SELECT, INSERT, UPDATE (is_active)"},
    "access_membership": {"casebase_web": WRITE},
    # A grant is taken back and nothing else about it is ever changed.
    "access_grant": {"casebase_web": "SELECT, INSERT, UPDATE (revoked_at)"},
    "access_oath": {"casebase_web": GROW},
    "access_placeevent": {"casebase_web": GROW},
    "access_placerequest": {
        "casebase_web": "SELECT, INSERT, UPDATE (decided_by_id, decided_at, is_approved)"
    },
    "access_usage": {"casebase_web": "SELECT, INSERT, UPDATE (used, seen)"},
    "access_usagealert": {"casebase_web": "SELECT, INSERT, UPDATE (handled_by_id, handled_at)"},
}

# Functions anybody connected may call; every other one is closed to all but the owner.
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "access_bind(text)": ("casebase_web",),
    "access_user()": ("casebase_web",),
    "access_role()": ("casebase_web",),
    "access_principals()": ("casebase_web",),
    "access_own_principals()": ("casebase_web",),
    "access_granted()": ("casebase_web",),
    "access_took_part()": ("casebase_web",),
    "access_agency()": ("casebase_web",),
    "access_grants_of(integer)": ("casebase_web",),
    "access_agreed(integer, text, bigint, bigint, date)": ("casebase_web",),
    "access_keeps(integer, text, bigint, bigint, date)": ("casebase_web",),
    "access_is_below(integer)": ("casebase_web",),
    "access_expects(integer)": ("casebase_web",),
    "access_has_supervisor(bigint, bigint)": ("casebase_web",),
    "access_open_cases_at(integer)": ("casebase_web",),
}
