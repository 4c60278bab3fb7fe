"""Policies and functions of counting once: asking blindly, requests, doubles, merges.

Note [What a blind hit tells]: the agency, the desk, and whether it is one child or several. Never
which case, never how many, never by which of the tokens. PostgreSQL counts each question against
the asker's budget before it answers, so that no page and no injected statement asks more.
"""

from __future__ import annotations

from casebase.access.rls import DEFINER, OPERATOR, WRITABLE, forced

OWN = "(SELECT access_own_principals())::integer[]"
SEARCHERS = "('caseworker', 'police_investigator', 'desk_officer', 'supervisor')"
SEARCHES_A_MINUTE, SEARCHES_A_DAY = 30, 300
MOST_TOKENS = 400
OVER_BUDGET = "HB429"  # SQLSTATE of a question too many


def _case_of(person: str, when: str = "true") -> str:
    return f"EXISTS (SELECT 1 FROM registry_case c WHERE c.person_id IN ({person}) AND {when})"


_HELD = "EXISTS (SELECT 1 FROM registry_case c WHERE c.id = {table}.case_id AND " + WRITABLE + ")"
TOKENS = [
    *forced("registry_blindtoken"),
    "CREATE POLICY seen ON registry_blindtoken FOR SELECT USING ("
    f"{OPERATOR} OR {_HELD.format(table='registry_blindtoken')})",
    "CREATE POLICY added ON registry_blindtoken FOR INSERT WITH CHECK ("
    f"{_HELD.format(table='registry_blindtoken')})",
    f"CREATE POLICY changed ON registry_blindtoken FOR UPDATE USING ({OPERATOR})",
    "CREATE POLICY removed ON registry_blindtoken FOR DELETE USING ("
    f"{_HELD.format(table='registry_blindtoken')})",
    *forced("registry_blindsearch"),
    f"CREATE POLICY seen ON registry_blindsearch FOR SELECT USING ({OPERATOR})",
    f"CREATE POLICY added ON registry_blindsearch FOR INSERT WITH CHECK ({OPERATOR})",
    f"CREATE POLICY removed ON registry_blindsearch FOR DELETE USING ({OPERATOR})",
]
_SIDES = (
    "EXISTS (SELECT 1 FROM access_desk d WHERE d.id IN ({desks}) AND"
    f" ((d.id * 4 + 2)::integer = ANY ({OWN}) OR (d.agency_id * 4 + 3)::integer = ANY ({OWN})))"
)
_EITHER_SIDE = _SIDES.format(desks="from_desk_id, to_desk_id")
REQUESTS = [
    *forced("registry_accessrequest"),
    "CREATE POLICY seen ON registry_accessrequest FOR SELECT"
    f" USING ({OPERATOR} OR asked_by_id = (SELECT access_user()) OR {_EITHER_SIDE})",
    "CREATE POLICY added ON registry_accessrequest FOR INSERT WITH CHECK ("
    "asked_by_id = (SELECT access_user()) AND state = 'asked' AND "
    + _SIDES.format(desks="from_desk_id")
    + ")",
    f"CREATE POLICY changed ON registry_accessrequest FOR UPDATE USING ({_EITHER_SIDE})",
    *forced("registry_requestedcase"),
    "CREATE POLICY seen ON registry_requestedcase FOR SELECT USING ("
    f"{OPERATOR} OR {_HELD.format(table='registry_requestedcase')})",
    f"CREATE POLICY added ON registry_requestedcase FOR INSERT WITH CHECK ({OPERATOR})",
    "CREATE POLICY changed ON registry_requestedcase FOR UPDATE USING ("
    f"{_HELD.format(table='registry_requestedcase')})",
]
DOUBLES = [
    *forced("registry_possibledouble"),
    "CREATE POLICY seen ON registry_possibledouble FOR SELECT"
    f" USING ({OPERATOR} OR {_case_of('one_id, other_id')})",
    "CREATE POLICY added ON registry_possibledouble FOR INSERT WITH CHECK ("
    f"{OPERATOR} OR ({_case_of('one_id')} AND {_case_of('other_id')}))",
    "CREATE POLICY changed ON registry_possibledouble FOR UPDATE"
    f" USING ({_case_of('one_id, other_id', WRITABLE)})",
]
MERGES = [
    *forced("registry_merge"),
    f"CREATE POLICY seen ON registry_merge FOR SELECT USING ({_case_of('kept_id, absorbed_id')})",
    "CREATE POLICY added ON registry_merge FOR INSERT WITH CHECK ("
    "requested_by_id = (SELECT access_user()) AND state = 'proposed'"
    " AND (SELECT access_role()) = 'data_manager'"
    f" AND {_case_of('kept_id')} AND {_case_of('absorbed_id')}"
    f" AND {_case_of('kept_id, absorbed_id', WRITABLE)})",
    "CREATE POLICY changed ON registry_merge FOR UPDATE USING ("
    "(SELECT access_role()) IN ('data_manager', 'supervisor')"
    f" AND {_case_of('kept_id, absorbed_id', WRITABLE)})",
]

SPEND = f"""
CREATE FUNCTION registry_spend_search(tokens bytea[]) RETURNS void
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    who integer := access_user();
BEGIN
    IF who IS NULL OR (access_role() IN {SEARCHERS}) IS NOT TRUE THEN
        RAISE EXCEPTION 'This role asks no other agency.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(tokens) > {MOST_TOKENS}
       OR (SELECT count(*) FROM registry_blindsearch
            WHERE user_id = who AND at > now() - interval '1 minute') >= {SEARCHES_A_MINUTE}
       OR (SELECT count(*) FROM registry_blindsearch
            WHERE user_id = who AND at > now() - interval '1 day') >= {SEARCHES_A_DAY} THEN
        RAISE EXCEPTION 'Too many searches.' USING ERRCODE = '{OVER_BUDGET}';
    END IF;
    INSERT INTO registry_blindsearch (user_id, at) VALUES (who, now());
END $$;
"""
ELSEWHERE = f"""
CREATE FUNCTION registry_elsewhere(tokens bytea[])
RETURNS TABLE (agency_id bigint, desk_id bigint, children text)
LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    PERFORM registry_spend_search(tokens);
    RETURN QUERY
    SELECT t.agency_id::bigint, t.desk_id::bigint,
           CASE count(DISTINCT t.person_id) WHEN 1 THEN 'one' ELSE 'several' END
      FROM registry_blindtoken t
     WHERE t.token = ANY (tokens)
       AND NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = t.case_id)
     GROUP BY t.agency_id, t.desk_id;
END $$;
"""
ASK = f"""
CREATE FUNCTION registry_ask_access(request uuid, tokens bytea[]) RETURNS boolean
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    asked record;
BEGIN
    PERFORM registry_spend_search(tokens);
    SELECT r.to_desk_id, r.own_case_id INTO asked FROM registry_accessrequest r
     WHERE r.id = request AND r.asked_by_id = access_user() AND r.state = 'asked'
       AND r.asked_at > now() - interval '1 minute';
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO registry_requestedcase (id, request_id, case_id)
    SELECT gen_random_uuid(), request, t.case_id FROM registry_blindtoken t
     WHERE t.token = ANY (tokens) AND t.desk_id = asked.to_desk_id
       AND NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = t.case_id)
     GROUP BY t.case_id;
    RETURN FOUND;
END $$;
"""
NOTE = f"""
CREATE FUNCTION registry_note_doubles(own_case uuid, tokens bytea[]) RETURNS void
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    own uuid := (SELECT c.person_id FROM registry_case c WHERE c.id = own_case AND {WRITABLE});
BEGIN
    IF own IS NULL OR cardinality(tokens) > {MOST_TOKENS} THEN
        RETURN;
    END IF;
    INSERT INTO registry_possibledouble (id, one_id, other_id, found_by, state, found_at)
    SELECT gen_random_uuid(), least(own, t.person_id), greatest(own, t.person_id),
           'token', 'open', now()
      FROM registry_blindtoken t
     WHERE t.token = ANY (tokens) AND t.person_id <> own
       AND NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = t.case_id)
     GROUP BY t.person_id
    ON CONFLICT DO NOTHING;
END $$;
"""
FOLLOW = f"""
CREATE FUNCTION registry_tokens_follow() RETURNS trigger
LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    UPDATE registry_blindtoken SET desk_id = NEW.desk_id, agency_id = NEW.agency_id
     WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tokens_follow AFTER UPDATE OF desk_id, agency_id ON registry_case
FOR EACH ROW WHEN (OLD.desk_id IS DISTINCT FROM NEW.desk_id
                   OR OLD.agency_id IS DISTINCT FROM NEW.agency_id)
EXECUTE FUNCTION registry_tokens_follow();
"""
FUNCTIONS = SPEND + ELSEWHERE + ASK + NOTE + FOLLOW

ALL = [*TOKENS, *REQUESTS, *DOUBLES, *MERGES, FUNCTIONS]

# A list of tokens is planned alike whatever it holds; planning cost more than asking.
PLANNED_ONCE = [
    f"ALTER FUNCTION {function} SET plan_cache_mode = force_generic_plan"
    for function in (
        "registry_elsewhere(bytea[])",
        "registry_ask_access(uuid, bytea[])",
        "registry_note_doubles(uuid, bytea[])",
    )
]
