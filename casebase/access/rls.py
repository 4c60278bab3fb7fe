"""Row-level security as SQL: who may see a row is decided inside PostgreSQL.

Note [Identity is bound, not claimed]: a policy that trusted a setting would fall to the first SQL
injection, which sets the setting. So `access_bind(session key)` looks the session up, checks the
proof that both factors were given (a MAC whose key no web role can read), and writes a context that
carries a MAC too, over this backend and this transaction. Nothing typed by hand, replayed or left
over from another transaction passes `access_context()`; without it every list of principals is
empty and every policy answers no row.
"""

from __future__ import annotations

from collections.abc import Mapping

IDLE = "15 minutes"  # as SESSION_IDLE_SECONDS of casework; a test compares them

REACHED = (
    "(c.acl && (SELECT access_own_principals()) OR c.id = ANY ((SELECT access_granted())::uuid[]))"
)
WRITABLE = "c.acl && (SELECT access_own_principals())"


def forced(table: str) -> list[str]:
    """Row-level security that binds the table's owner as well."""
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    ]


def policies_for(table: str, *, case_column: str = "case_id", when: str = "true") -> list[str]:
    """Policies of a table whose rows belong to one case each (rings 2 and 3).

    Args:
        table: its name.
        case_column: the column with the case's id.
        when: a further condition on reading and writing, such as a role's compartment.
    """
    one = f"EXISTS (SELECT 1 FROM registry_case c WHERE c.id = {table}.{case_column} AND {{}})"
    return [
        *forced(table),
        f"CREATE POLICY seen ON {table} FOR SELECT USING (({when}) AND {one.format(REACHED)})",
        f"CREATE POLICY added ON {table} FOR INSERT"
        f" WITH CHECK (({when}) AND {one.format(WRITABLE)})",
        f"CREATE POLICY changed ON {table} FOR UPDATE"
        f" USING (({when}) AND {one.format(WRITABLE)})"
        f" WITH CHECK (({when}) AND {one.format(WRITABLE)})",
        f"CREATE POLICY removed ON {table} FOR DELETE USING (({when}) AND {one.format(WRITABLE)})",
    ]


def undone(table: str) -> list[str]:
    """What a migration backwards runs."""
    names = ("seen", "added", "changed", "removed")
    dropped = [f"DROP POLICY IF EXISTS {name} ON {table}" for name in names]
    return [*dropped, f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]  # fmt: skip


def revised(function: str, changes: Mapping[str, str]) -> str:
    """A function as a later migration puts it in the place of the one there is.

    Args:
        changes: each former text and what takes its place.

    Raises:
        ValueError: a former text does not stand there exactly once.
    """
    for former, new in {"CREATE FUNCTION": "CREATE OR REPLACE FUNCTION", **changes}.items():
        if function.count(former) != 1:
            raise ValueError(f"{former!r} stands there {function.count(former)} times")
        function = function.replace(former, new)
    return function


DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"

FUNCTIONS = f"""
CREATE TABLE access_secret (
    name text PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL
);
CREATE TABLE access_reach (role text PRIMARY KEY, scope text NOT NULL, may_reveal boolean NOT NULL);

CREATE FUNCTION access_mac(secret text, message text) RETURNS text
LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT encode(sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8'))), 'hex')
    FROM access_secret WHERE name = secret
$$;

CREATE FUNCTION access_bind(session_key text) RETURNS integer
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    member record;
    own integer[];
    body text;
BEGIN
    PERFORM set_config('harbour.context', '', true);
    SELECT s.user_id, s.session_key AS digest, s.proof, m.role, m.agency_id, m.desk_id, r.scope
      INTO member
      FROM core_session s
      JOIN core_user u ON u.id = s.user_id AND u.is_active
      JOIN access_membership m ON m.user_id = u.id AND m.starts_on <= current_date
           AND (m.ends_on IS NULL OR m.ends_on >= current_date)
      JOIN access_reach r ON r.role = m.role
     WHERE s.session_key = encode(sha256(convert_to(access_bind.session_key, 'UTF8')), 'hex')
       AND s.expire_date > now() AND s.last_seen_at > now() - interval '{IDLE}';
    IF NOT FOUND OR (split_part(member.proof, '.', 2) = access_mac('session',
            concat_ws('|', member.digest, member.user_id, split_part(member.proof, '.', 1))))
            IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    own := ARRAY[member.user_id * 4 + 1];
    IF member.scope IN ('desk', 'agency') AND member.desk_id IS NOT NULL THEN
        own := own || (member.desk_id * 4 + 2)::integer;
    END IF;
    IF member.scope = 'agency' THEN
        own := own || (member.agency_id * 4 + 3)::integer;
    END IF;
    body := concat_ws('|', pg_backend_pid(), extract(epoch FROM transaction_timestamp()),
        member.user_id, member.role, array_to_string(own, ','),
        CASE WHEN member.scope = 'national' THEN '4' ELSE '' END,
        CASE WHEN member.scope = 'none' THEN '' ELSE (member.agency_id * 4 + 3)::text END);
    PERFORM set_config('harbour.context', body || '|' || access_mac('context', body), true);
    RETURN member.user_id;
END $$;

CREATE FUNCTION access_context() RETURNS text[]
LANGUAGE plpgsql STABLE {DEFINER} AS $$
DECLARE
    raw text := current_setting('harbour.context', true);
    parts text[];
BEGIN
    IF raw IS NULL OR length(raw) < 66 THEN
        RETURN NULL;
    END IF;
    IF (access_mac('context', left(raw, -65)) = right(raw, 64)) IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    parts := string_to_array(left(raw, -65), '|');
    IF (parts[1] = pg_backend_pid()::text
        AND parts[2] = extract(epoch FROM transaction_timestamp())::text) IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    RETURN parts;
END $$;

CREATE FUNCTION access_user() RETURNS integer LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT (access_context())[3]::integer
$$;
CREATE FUNCTION access_role() RETURNS text LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT (access_context())[4]
$$;
CREATE FUNCTION access_own_principals() RETURNS integer[] LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT coalesce(string_to_array((access_context())[5], ',')::integer[], '{{}}')
$$;
CREATE FUNCTION access_principals() RETURNS integer[] LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT coalesce(string_to_array(parts[5], ',')::integer[], '{{}}')
        || CASE WHEN parts[6] = '4' THEN ARRAY[4] ELSE '{{}}'::integer[] END
    FROM (SELECT access_context() AS parts) AS bound
$$;
CREATE FUNCTION access_took_part() RETURNS integer[] LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT access_principals() || CASE WHEN coalesce((access_context())[7], '') = ''
        THEN '{{}}'::integer[] ELSE ARRAY[(access_context())[7]::integer] END
$$;
CREATE FUNCTION access_granted() RETURNS uuid[] LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT coalesce(array_agg(case_id), '{{}}') FROM access_grant
    WHERE principal = ANY (access_own_principals()) AND revoked_at IS NULL
      AND now() >= starts_at AND now() < ends_at
$$;
"""

# What an operator's command does as the owner is outside; everybody else is bound.
OPERATOR = "current_user = 'casebase_owner'"
ADMINISTRATOR = f"({OPERATOR} OR (SELECT access_role()) = 'system_administrator')"
PEOPLE = [
    *forced("access_membership"),
    "CREATE POLICY seen ON access_membership FOR SELECT USING (true)",
    f"CREATE POLICY added ON access_membership FOR INSERT WITH CHECK ({ADMINISTRATOR})",
    # Nobody changes their own place, an administrator included (control 38).
    f"CREATE POLICY changed ON access_membership FOR UPDATE USING ({OPERATOR} OR "
    "((SELECT access_role()) IN ('system_administrator', 'supervisor', 'director')"
    " AND user_id <> (SELECT access_user())))",
    *forced("access_grant"),
    "CREATE POLICY seen ON access_grant FOR SELECT USING ("
    "principal = ANY ((SELECT access_own_principals())::integer[])"
    " OR granted_by_id = (SELECT access_user())"
    " OR EXISTS (SELECT 1 FROM registry_case c WHERE c.id = access_grant.case_id))",
    "CREATE POLICY added ON access_grant FOR INSERT WITH CHECK ("
    "granted_by_id = (SELECT access_user()) AND (kind = 'break_glass' OR"
    f" EXISTS (SELECT 1 FROM registry_case c WHERE c.id = access_grant.case_id AND {WRITABLE})))",
    "CREATE POLICY changed ON access_grant FOR UPDATE USING ("
    "granted_by_id = (SELECT access_user())"
    f" OR EXISTS (SELECT 1 FROM registry_case c WHERE c.id = access_grant.case_id AND {WRITABLE}))",
]

_ROLE, _ME = "(SELECT access_role())", "(SELECT access_user())"
_BEYOND = "role IN ('director', 'system_administrator', 'auditor')"
_AGREED = f"(NOT ({_BEYOND}) OR access_agreed(user_id::integer, role))"
# A supervisor's hand reaches those below, in the own agency only.
_BELOW = (
    f"({_ROLE} = 'supervisor' AND agency_id = (SELECT access_agency())"
    f" AND NOT ({_BEYOND}) AND role <> 'supervisor')"
)
PEOPLE_FUNCTIONS = f"""
CREATE FUNCTION access_agency() RETURNS bigint LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT agency_id FROM access_membership WHERE user_id = access_user()
$$;
CREATE FUNCTION access_agreed(person integer, wanted_role text) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_placerequest
        WHERE user_id = person AND role = wanted_role AND is_approved
          AND decided_by_id <> requested_by_id AND decided_at > now() - interval '24 hours');
END $$;
"""
# Note [Counting what one may not see]: how far a person sees is told as a number. A function of the
# owner shows itself every row while it counts; the mark it sets is a MAC that no web role can make.
COUNTERS = "'system_administrator', 'supervisor', 'director', 'auditor'"
COUNTING = f"""
CREATE FUNCTION access_counting_mark() RETURNS text LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT access_mac('context', concat_ws('|', 'counting', pg_backend_pid(),
        extract(epoch FROM transaction_timestamp())))
$$;
CREATE FUNCTION access_counting() RETURNS boolean LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT coalesce(current_setting('harbour.counting', true) = access_counting_mark(), false)
$$;
CREATE FUNCTION access_may_count() RETURNS boolean LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT coalesce(access_role() IN ({COUNTERS}), false)
$$;
CREATE FUNCTION access_grants_of(person integer)
RETURNS TABLE (to_desk boolean, kind text, with_identity boolean, ends_at timestamptz)
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    desk bigint := (SELECT desk_id FROM access_membership WHERE user_id = person);
BEGIN
    IF NOT access_may_count() AND access_user() IS DISTINCT FROM person THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY SELECT g.principal <> person * 4 + 1, g.kind::text, g.with_identity, g.ends_at
      FROM access_grant g
     WHERE g.principal IN (person * 4 + 1, desk * 4 + 2) AND g.revoked_at IS NULL
       AND now() >= g.starts_at AND now() < g.ends_at ORDER BY g.ends_at;
    PERFORM set_config('harbour.counting', '', true);
END $$;
"""
COUNTED = (
    "CREATE POLICY counted ON {table} FOR SELECT TO casebase_owner"
    " USING ((SELECT access_counting()))"
)
_DECIDERS = f"{_ROLE} IN ('system_administrator', 'director')"
PEOPLE_RULES = [
    PEOPLE_FUNCTIONS,
    COUNTING,
    COUNTED.format(table="access_grant"),
    "DROP POLICY added ON access_membership",
    "DROP POLICY changed ON access_membership",
    f"CREATE POLICY added ON access_membership FOR INSERT WITH CHECK ({OPERATOR} OR"
    f" {_ROLE} = 'system_administrator' AND {_AGREED}"
    f" OR {_ROLE} = 'director' AND access_agreed(user_id::integer, role))",
    # Nobody changes their own place, an administrator included (control 38).
    f"CREATE POLICY changed ON access_membership FOR UPDATE USING ({OPERATOR}"
    f" OR user_id <> {_ME} AND ({_DECIDERS} OR {_BELOW}))"
    f" WITH CHECK ({OPERATOR} OR user_id <> {_ME} AND ("
    f"{_DECIDERS} AND {_AGREED} OR {_BELOW}))",
    *forced("access_oath"),
    "CREATE POLICY seen ON access_oath FOR SELECT USING (true)",
    f"CREATE POLICY added ON access_oath FOR INSERT WITH CHECK ({OPERATOR} OR user_id = {_ME})",
    *forced("access_placeevent"),
    "CREATE POLICY seen ON access_placeevent FOR SELECT USING (true)",
    # What happens in nobody's transaction, as in the worker's, is nobody's doing.
    "CREATE POLICY added ON access_placeevent FOR INSERT"
    f" WITH CHECK ({OPERATOR} OR by_id IS NOT DISTINCT FROM {_ME})",
    *forced("access_placerequest"),
    f"CREATE POLICY seen ON access_placerequest FOR SELECT USING ({OPERATOR} OR {_DECIDERS})",
    f"CREATE POLICY added ON access_placerequest FOR INSERT WITH CHECK (requested_by_id = {_ME}"
    f" AND {_ROLE} = 'system_administrator' AND NOT is_approved AND decided_by_id IS NULL)",
    f"CREATE POLICY changed ON access_placerequest FOR UPDATE USING ({_DECIDERS}"
    f" AND requested_by_id <> {_ME} AND user_id <> {_ME}) WITH CHECK (decided_by_id = {_ME})",
]

# Note [What an injected statement could still move]: a place at another agency's desk, a budget
# counted down again, an alert put aside by the one it is about. Each is refused here as well.
_DESK_FITS = (
    "(desk_id IS NULL OR EXISTS (SELECT 1 FROM access_desk d"
    " WHERE d.id = access_membership.desk_id AND d.agency_id = access_membership.agency_id))"
)
_REVIEWERS = f"{_ROLE} IN ('supervisor', 'director')"
HELD_IN_PLACE = [
    "CREATE POLICY desk_fits_added ON access_membership AS RESTRICTIVE FOR INSERT"
    f" WITH CHECK ({_DESK_FITS})",
    "CREATE POLICY desk_fits_changed ON access_membership AS RESTRICTIVE FOR UPDATE"
    f" USING (true) WITH CHECK ({_DESK_FITS})",
    *forced("access_usage"),
    f"CREATE POLICY mine ON access_usage USING ({OPERATOR} OR user_id = {_ME})",
    """
CREATE FUNCTION access_usage_grows() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.used <= OLD.used THEN
        RAISE EXCEPTION 'A budget is only spent.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER usage_grows BEFORE UPDATE ON access_usage
FOR EACH ROW EXECUTE FUNCTION access_usage_grows();
""",
    *forced("access_usagealert"),
    f"CREATE POLICY seen ON access_usagealert FOR SELECT USING ({OPERATOR} OR user_id = {_ME}"
    f" OR {_REVIEWERS})",
    "CREATE POLICY added ON access_usagealert FOR INSERT"
    f" WITH CHECK (user_id = {_ME} AND handled_at IS NULL)",
    # A closed search opens by itself; anything else is opened by somebody who reviews.
    "CREATE POLICY changed ON access_usagealert FOR UPDATE USING (handled_at IS NULL AND ("
    f"user_id <> {_ME} AND {_REVIEWERS}"
    f" OR user_id = {_ME} AND budget = 'searching' AND at < now() - interval '15 minutes'))"
    f" WITH CHECK (user_id = {_ME} AND handled_by_id IS NULL OR handled_by_id = {_ME})",
]

# Note [What one person may do to a role beyond one agency]: shorten it or end it, at once, since a
# stolen laptop does not wait for a second person. Giving it, and giving it longer, needs two. The
# function reads the row as it stands before the statement.
_NOT_MORE = f"(NOT ({_BEYOND}) OR access_keeps(user_id::integer, role, ends_on))"
ENDED_BY_ONE = [
    f"""
CREATE FUNCTION access_keeps(person integer, wanted_role text, last_day date) RETURNS boolean
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_membership
        WHERE user_id = person AND role = wanted_role
          AND (ends_on IS NULL OR last_day <= ends_on));
END $$;
""",
    "DROP POLICY changed ON access_membership",
    f"CREATE POLICY changed ON access_membership FOR UPDATE USING ({OPERATOR}"
    f" OR user_id <> {_ME} AND ({_DECIDERS} OR {_BELOW}))"
    f" WITH CHECK ({OPERATOR} OR user_id <> {_ME} AND ("
    f"{_DECIDERS} AND ({_NOT_MORE} OR {_AGREED}) OR {_BELOW}))",
]

# Whoever closes a desk sees no case of it: see Note [Counting what one may not see].
CASES_AT_DESK = f"""
CREATE FUNCTION access_open_cases_at(desk integer) RETURNS bigint
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    found bigint;
BEGIN
    IF NOT access_may_count() THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    found := (SELECT count(*) FROM registry_case c WHERE c.desk_id = desk AND c.closed_on IS NULL);
    PERFORM set_config('harbour.counting', '', true);
    RETURN found;
END $$;
"""

# Note [No backup holds the key of who somebody is]: whoever has `context` writes any context by
# hand, whoever has `session` any session; with a copied backup and one statement in the site's SQL
# a stranger would see every row. So the role that makes backups does not read the table; after a
# restore the first migration makes it again, from the seed key and at random. What frozen quarters
# are checked with has to outlive a restore, opens nothing, and lies beside it.
SECRETS = """
CREATE TABLE IF NOT EXISTS access_secret (
    name text PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL
)
"""
APART = f"""
CREATE TABLE access_lastingsecret (
    name text PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL
);
INSERT INTO access_lastingsecret SELECT * FROM access_secret WHERE name = 'snapshot';
DELETE FROM access_secret WHERE name = 'snapshot';
CREATE FUNCTION access_lasting_mac(message text) RETURNS text
LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT encode(sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8'))), 'hex')
    FROM access_lastingsecret WHERE name = 'snapshot'
$$;
"""

# Note [A grant is seen without asking for its case]: which cases a person sees depends on their
# grants (`access_granted()`), so a policy of grants that asks for the case goes round in a circle.
# It ended only while an index brought the person's own rows alone: with so few grants that reading
# them all is cheaper, PostgreSQL ran out of stack, and no list opened. Our functions see the rows
# of whom they ask for; the site's role alone, in none of them, sees those of its cases too.
GRANTS_SEEN = [
    "DROP POLICY seen ON access_grant",
    "CREATE POLICY seen ON access_grant FOR SELECT USING ("
    "principal = ANY ((SELECT access_own_principals())::integer[])"
    " OR granted_by_id = (SELECT access_user()))",
    "CREATE POLICY seen_of_case ON access_grant FOR SELECT TO casebase_web USING ("
    "EXISTS (SELECT 1 FROM registry_case c WHERE c.id = access_grant.case_id))",
]
