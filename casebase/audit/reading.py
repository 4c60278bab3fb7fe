"""The functions through which the trail is read: the site's own role may select nothing of it.

Each asks who the transaction is bound to (casebase/access/rls.py), so a page that forgot to ask
shows no row. They are SQL, made by migration 0003; `queries.py` calls them.
"""

from __future__ import annotations

DEFINER = "SECURITY DEFINER SET search_path = public, pg_temp"
READERS = "('auditor', 'director', 'system_administrator')"
# What a reader is shown of an entry: not the session, not the hash of a search.
SHOWN = (
    "id bigint, at timestamptz, action varchar, user_id bigint, case_ids uuid[], "
    "fields varchar[], purpose varchar, result smallint, view varchar"
)
PICKED = "e.id, e.at, e.action, e.user_id, e.case_ids, e.fields, e.purpose, e.result, e.view"

# Numbers and moments grow together but for a second or so. A search by halves finds a day in some
# twenty steps without an index that every insert would have to keep.
NUMBER_AT = f"""
CREATE FUNCTION audit_number_at(moment timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE {DEFINER} AS $$
DECLARE
    low bigint := 0;
    high bigint := coalesce((SELECT max(e.id) FROM audit_entry e), 0) + 1;
    middle bigint;
    found timestamptz;
BEGIN
    WHILE high - low > 1 LOOP
        middle := (low + high) / 2;
        SELECT e.at INTO found FROM audit_entry e WHERE e.id >= middle ORDER BY e.id LIMIT 1;
        IF found < moment THEN
            low := middle;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    RETURN high;
END $$;
"""  # noqa: S608 -- our own words

PAGE = f"""
CREATE FUNCTION audit_page(
    since timestamptz, until timestamptz, person bigint, done text, before bigint, size integer
) RETURNS TABLE ({SHOWN})
LANGUAGE plpgsql STABLE {DEFINER} AS $$
DECLARE
    conditions text := 'true';
BEGIN
    IF (access_role() IN {READERS}) IS NOT TRUE THEN
        RETURN;
    END IF;
    IF since IS NOT NULL THEN
        conditions := conditions || ' AND e.at >= $1 AND e.id >= '
            || audit_number_at(since - interval '1 minute');
    END IF;
    IF until IS NOT NULL THEN
        conditions := conditions || ' AND e.at < $2 AND e.id < '
            || audit_number_at(until + interval '1 minute');
    END IF;
    IF person IS NOT NULL THEN
        conditions := conditions || ' AND e.user_id = $3';
    END IF;
    IF done <> '' THEN
        conditions := conditions || ' AND e.action = $4';
    END IF;
    IF before IS NOT NULL THEN
        conditions := conditions || ' AND e.id < $5';
    END IF;
    RETURN QUERY EXECUTE 'SELECT {PICKED} FROM audit_entry e WHERE ' || conditions
        || ' ORDER BY e.id DESC LIMIT least($6, 200)'
        USING since, until, person, done, before, size;
END $$;
"""  # noqa: S608 -- our own words


def _of_case(create: str, further: str) -> str:
    """Who looked at one child: its owner, a supervisor of its agency, an auditor; nobody else.

    Args:
        further: what else an entry must fulfil.
    """
    return f"""
{create} audit_of_case(one uuid, before bigint, size integer) RETURNS TABLE ({SHOWN})
LANGUAGE plpgsql STABLE {DEFINER} AS $$
BEGIN
    IF (access_role() = 'auditor' OR EXISTS (
            SELECT 1 FROM registry_case c WHERE c.id = one AND (c.owner_id = access_user()
                OR access_role() = 'supervisor' AND c.acl && access_own_principals()))
       ) IS NOT TRUE THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT {PICKED} FROM audit_entry e
     WHERE e.case_ids @> ARRAY[one] AND (before IS NULL OR e.id < before){further}
     ORDER BY e.id DESC LIMIT least(size, 200);
END $$;
"""  # noqa: S608 -- our own words


OF_CASE = _of_case("CREATE FUNCTION", "")
# Note [The compartment in the trail]: that somebody recorded or read a suspect of a child says that
# there is one. A reader outside the compartment learns nothing of such entries. A test compares the
# roles with the registry's, and holds the compartment's pages to names that say "suspect".
COMPARTMENT_ROLES = ("police_investigator", "prosecutor", "supervisor", "auditor")
APART = _of_case(
    "CREATE OR REPLACE FUNCTION",
    "\n       AND (access_role() = ANY (ARRAY["
    + ", ".join(f"'{role}'" for role in COMPARTMENT_ROLES)
    + "]) OR concat(e.action, ' ', e.view) NOT LIKE '%suspect%')",
)

ASK_CHECK = f"""
CREATE FUNCTION audit_ask_check() RETURNS bigint
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    waiting bigint;
BEGIN
    IF (access_role() IN {READERS}) IS NOT TRUE THEN
        RAISE EXCEPTION 'This role does not check the trail.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT c.id INTO waiting FROM audit_check c WHERE c.ended_at IS NULL ORDER BY c.id LIMIT 1;
    IF waiting IS NULL THEN
        INSERT INTO audit_check (asked_by, rows_done, rows_total, finding)
        VALUES (access_user(), 0, 0, '') RETURNING id INTO waiting;
    END IF;
    RETURN waiting;
END $$;
"""  # noqa: S608 -- our own words

FUNCTIONS = NUMBER_AT + PAGE + OF_CASE + ASK_CHECK
UNDO = (
    "DROP FUNCTION audit_of_case(uuid, bigint, integer);"
    "DROP FUNCTION audit_ask_check(); DROP FUNCTION audit_number_at(timestamptz);"
    "DROP FUNCTION audit_page(timestamptz, timestamptz, bigint, text, bigint, integer);"
)
