"""A place is given by two: whoever asks for it, and somebody of the agency it lies in (SQL).

Note [Who agrees to a place]: a role beyond one agency takes a second administrator or a director.
Every other place opens one agency's cases, so a supervisor of that agency agrees; where none works
there today, again a second administrator or a director. One administrator alone can therefore put
nobody at a desk, not even with SQL: the row of the place is refused without the agreed request,
for this very role, agency, desk and last day. Shortening needs nobody else.
"""

from __future__ import annotations

from casebase.access.rls import DEFINER, OPERATOR

_ROLE, _ME = "(SELECT access_role())", "(SELECT access_user())"
_AGENCY = "(SELECT access_agency())"
_DECIDERS = f"{_ROLE} IN ('system_administrator', 'director')"
_BEYOND = "role IN ('director', 'system_administrator', 'auditor')"
_THIS_PLACE = "user_id::integer, role, agency_id, desk_id, ends_on"
_AGREED = f"access_agreed({_THIS_PLACE})"
_NOT_MORE = f"access_keeps({_THIS_PLACE})"
_PLACE = "person integer, wanted_role text, agency bigint, desk bigint, last_day date"

# They read the rows as they stand before the statement that asks.
FUNCTIONS = f"""
CREATE FUNCTION access_has_supervisor(agency bigint, but bigint) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_membership m JOIN core_user u ON u.id = m.user_id
        WHERE m.role = 'supervisor' AND m.agency_id = agency AND m.user_id <> but AND u.is_active
          AND m.starts_on <= current_date AND (m.ends_on IS NULL OR m.ends_on >= current_date));
END $$;
CREATE FUNCTION access_agreed({_PLACE}) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_placerequest
        WHERE user_id = person AND wanted <> 'new_factors'  -- a new phone is no place
          AND role = wanted_role AND agency_id = agency
          AND desk_id IS NOT DISTINCT FROM desk
          AND (ends_on IS NULL OR last_day <= ends_on)
          AND is_approved AND decided_by_id <> requested_by_id
          AND decided_at > now() - interval '24 hours');
END $$;
CREATE FUNCTION access_keeps({_PLACE}) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_membership m
        WHERE m.user_id = person AND m.role = wanted_role
          AND (m.ends_on IS NULL OR last_day <= m.ends_on)
          AND (m.{_BEYOND}
               OR m.agency_id = agency AND m.desk_id IS NOT DISTINCT FROM desk));
END $$;
CREATE FUNCTION access_is_below(person integer) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_membership m
        WHERE m.user_id = person AND m.agency_id = access_agency()
          AND NOT (m.{_BEYOND}) AND m.role <> 'supervisor');
END $$;
CREATE FUNCTION access_expects(person integer) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_placerequest
        WHERE user_id = person AND agency_id = access_agency() AND is_approved
          AND decided_by_id <> requested_by_id AND decided_at > now() - interval '24 hours');
END $$;
"""
# A supervisor's hand reaches those below, in the own agency; and whoever it agreed to take in.
_HEAD = f"{_ROLE} = 'supervisor' AND agency_id = {_AGENCY} AND NOT ({_BEYOND})"
_REACHED = (
    f"{_DECIDERS} OR {_ROLE} = 'supervisor'"
    " AND (access_is_below(user_id::integer) OR access_expects(user_id::integer))"
)
_GIVEN = (
    f"{_DECIDERS} AND ({_NOT_MORE} OR {_AGREED})"
    f" OR {_HEAD} AND ({_AGREED} OR role <> 'supervisor' AND access_is_below(user_id::integer))"
)
AGREED_BY_THE_AGENCY = [
    FUNCTIONS,
    "DROP POLICY added ON access_membership",
    "DROP POLICY changed ON access_membership",
    f"CREATE POLICY added ON access_membership FOR INSERT WITH CHECK ({OPERATOR}"
    f" OR {_AGREED} AND ({_DECIDERS} OR {_HEAD}))",
    # Nobody changes their own place, an administrator included (control 38).
    f"CREATE POLICY changed ON access_membership FOR UPDATE"
    f" USING ({OPERATOR} OR user_id <> {_ME} AND ({_REACHED}))"
    f" WITH CHECK ({OPERATOR} OR user_id <> {_ME} AND ({_GIVEN}))",
    "DROP FUNCTION access_agreed(integer, text)",
    "DROP FUNCTION access_keeps(integer, text, date)",
    "DROP POLICY seen ON access_placerequest",
    "DROP POLICY changed ON access_placerequest",
    f"CREATE POLICY seen ON access_placerequest FOR SELECT"
    f" USING ({OPERATOR} OR {_DECIDERS} OR {_HEAD})",
    f"CREATE POLICY changed ON access_placerequest FOR UPDATE USING ("
    f"requested_by_id <> {_ME} AND user_id <> {_ME} AND ({_HEAD} OR {_DECIDERS}"
    f" AND ({_BEYOND} OR NOT access_has_supervisor(agency_id, user_id))))"
    f" WITH CHECK (decided_by_id = {_ME})",
]
# `current_date` follows the session's time zone, which a statement can set by up to a week.
DAY_OF_GHANA = [
    f"ALTER FUNCTION {function} SET timezone = 'Africa/Accra'"
    for function in ("access_bind(text)", "access_has_supervisor(bigint, bigint)")
]
