"""Freezing, signing and looking at figures, as the database allows them; and the ledger's rules.

Note [Who may freeze is asked where it happens]: the site's role cannot write a frozen row. It calls
these functions, which ask who the transaction is bound to. A refusal carries a code of its own, and
`services/freeze.py` says it in words.
"""

from __future__ import annotations

from casebase.access.enums import Action
from casebase.access.rls import DEFINER, OPERATOR, forced
from casebase.access.roles import ROLES

FROZEN_ALREADY, NOT_CLOSED, OUT_OF_ORDER, NOT_FROZEN, CHANGED, SIGNED_ALREADY, SAME_PERSON = (
    "HB601", "HB602", "HB603", "HB604", "HB605", "HB606", "HB607",
)  # fmt: skip
OVER_CAP = "HB610"
CAP = "1.45"  # the most that one person may ever pay; statistics.md, shared rules
CLOSES_AFTER_DAYS = 45
LOCK = 4_607_183  # of freezing and spending; any number that nobody else locks
FACTS = ("episode", "finaldecision", "openedcase")


def _those_who(action: Action) -> str:
    """The roles that hold an action, as a list in SQL."""
    return ", ".join(f"'{role.value}'" for role, reach in ROLES.items() if action in reach.actions)


MAY_FREEZE, MAY_SIGN = _those_who(Action.FREEZE_FIGURES), _those_who(Action.SIGN_FIGURES)
MAY_SEE = _those_who(Action.SEE_FIGURES)
SEES_ALL = "(SELECT access_role()) IN ('director', 'me_viewer')"
# The worker is bound to nobody: its policies are its own, and the others are not asked of it.
# One role a policy: PostgreSQL prints several in an order that differs from server to server.
_SITE = "TO casebase_web"
_BOUND = "(SELECT access_user()) IS NOT NULL"


def _text_of(fact: str) -> str:
    """All frozen rows of a kind as one text, the same whatever the server's settings are."""
    return (
        f'(SELECT string_agg(to_jsonb(f)::text, chr(10) ORDER BY f.key COLLATE "C")'
        f" FROM reporting_{fact} f WHERE f.period = wanted)"
    )


_WHOLE = ", '/', ".join(_text_of(fact) for fact in FACTS)
SNAPSHOT = f"""
CREATE FUNCTION reporting_snapshot(wanted text) RETURNS text
LANGUAGE plpgsql STABLE {DEFINER} AS $$
DECLARE
    digest bytea;
BEGIN
    IF wanted !~ 'Q' THEN
        RETURN access_mac('snapshot', (SELECT string_agg(p.code || p.snapshot, '|' ORDER BY p.code)
            FROM reporting_frozenperiod p WHERE p.code LIKE wanted || 'Q_'));
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    digest := sha256(convert_to(concat({_WHOLE}), 'UTF8'));
    PERFORM set_config('harbour.counting', '', true);
    RETURN access_mac('snapshot', wanted || '|' || encode(digest, 'hex'));
END $$;
"""
FREEZING = f"""
CREATE FUNCTION reporting_before(wanted text) RETURNS timestamptz
LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT max(frozen_at) - interval '1 hour' FROM reporting_frozenperiod
     WHERE code LIKE '%Q%' AND code < wanted
$$;
CREATE FUNCTION reporting_freeze_rows(wanted text, moment timestamptz, who integer) RETURNS integer
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    since timestamptz := reporting_before(wanted);
    last date := (left(wanted, 4) || '-' || CASE right(wanted, 2) WHEN 'Q1' THEN '03-31'
        WHEN 'Q2' THEN '06-30' WHEN 'Q3' THEN '09-30' ELSE '12-31' END)::date;
    counted integer;
BEGIN
    PERFORM pg_advisory_xact_lock({LOCK});
    IF wanted !~ '^20\\d\\d(Q[1-4])?$' THEN
        RAISE EXCEPTION 'no such period' USING ERRCODE = '{NOT_CLOSED}';
    END IF;
    IF EXISTS (SELECT 1 FROM reporting_frozenperiod WHERE code = wanted) THEN
        RAISE EXCEPTION 'frozen already' USING ERRCODE = '{FROZEN_ALREADY}';
    END IF;
    IF (moment AT TIME ZONE 'UTC')::date <= last + {CLOSES_AFTER_DAYS} THEN
        RAISE EXCEPTION 'not closed' USING ERRCODE = '{NOT_CLOSED}';
    END IF;
    IF wanted ~ 'Q' THEN
        IF EXISTS (SELECT 1 FROM reporting_frozenperiod WHERE code ~ 'Q') AND NOT EXISTS (
            SELECT 1 FROM reporting_frozenperiod
             WHERE code = reporting_code(reporting_number(wanted) - 1)) THEN
            RAISE EXCEPTION 'out of order' USING ERRCODE = '{OUT_OF_ORDER}';
        END IF;
        PERFORM set_config('harbour.counting', access_counting_mark(), true);
        INSERT INTO reporting_episode SELECT * FROM reporting_episodes_of(wanted, since);
        INSERT INTO reporting_finaldecision SELECT * FROM reporting_decisions_of(wanted, since);
        INSERT INTO reporting_openedcase SELECT * FROM reporting_cases_of(wanted, since);
        counted := (SELECT count(*) FROM reporting_episode
                     WHERE period = wanted AND in_cohort);
        PERFORM set_config('harbour.counting', '', true);
    ELSE
        IF (SELECT count(*) FROM reporting_frozenperiod
             WHERE code LIKE wanted || 'Q_' AND signed_at IS NOT NULL) < 4 THEN
            RAISE EXCEPTION 'quarters missing' USING ERRCODE = '{OUT_OF_ORDER}';
        END IF;
        counted := (SELECT sum(persons) FROM reporting_frozenperiod
                     WHERE code LIKE wanted || 'Q_');
    END IF;
    INSERT INTO reporting_frozenperiod (code, frozen_at, frozen_by_id, persons, snapshot)
    VALUES (wanted, moment, who, counted, reporting_snapshot(wanted));
    RETURN counted;
END $$;
CREATE FUNCTION reporting_sign_rows(wanted text, moment timestamptz, who integer) RETURNS void
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    held record;
BEGIN
    SELECT * INTO held FROM reporting_frozenperiod WHERE code = wanted FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not frozen' USING ERRCODE = '{NOT_FROZEN}';
    ELSIF held.signed_at IS NOT NULL THEN
        RAISE EXCEPTION 'signed already' USING ERRCODE = '{SIGNED_ALREADY}';
    ELSIF held.frozen_by_id = who THEN
        RAISE EXCEPTION 'same person' USING ERRCODE = '{SAME_PERSON}';
    ELSIF held.snapshot <> reporting_snapshot(wanted) THEN
        RAISE EXCEPTION 'rows changed' USING ERRCODE = '{CHANGED}';
    END IF;
    UPDATE reporting_frozenperiod SET signed_at = moment, signed_by_id = who WHERE code = wanted;
END $$;
CREATE FUNCTION reporting_freeze(wanted text) RETURNS integer
LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    IF (access_role() IN ({MAY_FREEZE})) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN reporting_freeze_rows(wanted, now(), access_user());
END $$;
CREATE FUNCTION reporting_sign(wanted text) RETURNS void
LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    IF (access_role() IN ({MAY_SIGN})) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM reporting_sign_rows(wanted, now(), access_user());
END $$;
CREATE FUNCTION reporting_still_frozen(wanted text) RETURNS boolean
LANGUAGE sql STABLE {DEFINER} AS $$
    SELECT coalesce((SELECT snapshot = reporting_snapshot(wanted)
                       FROM reporting_frozenperiod WHERE code = wanted), false)
$$;
"""


# Note [Which other agency]: whoever does not see everything learns of an episode of theirs that
# another agency holds the child too, and not which (README, decision 15). So nobody reads the rows
# themselves: these functions leave out what is not the viewer's, and the other agencies' codes.
ELSEWHERE = "elsewhere"
_OWN_EPISODES = "r.agency = mine OR mine = ANY (r.agencies || r.partners)"
_UNTOLD = f"""
SELECT hidden.* FROM rows r, LATERAL jsonb_populate_record(r.whole, jsonb_build_object(
    'agency', CASE WHEN r.agency = mine THEN mine ELSE '{ELSEWHERE}' END,
    'partners', CASE WHEN r.agency = mine OR mine = ANY (r.partners) THEN to_jsonb(r.partners)
        ELSE (SELECT coalesce(jsonb_agg('{ELSEWHERE}'::text), '[]') FROM unnest(r.partners)) END,
    'agencies', (SELECT coalesce(jsonb_agg(CASE WHEN code = mine THEN mine
                    ELSE '{ELSEWHERE}-' || number END ORDER BY code <> mine, number), '[]')
                   FROM unnest(r.agencies) WITH ORDINALITY held (code, number)))) hidden
 WHERE {_OWN_EPISODES}"""


def _read(kind: str, fact: str, source: str) -> str:
    """A function that answers a period's rows, live or frozen, to whoever may see figures."""
    part = _UNTOLD if fact == "episode" else "SELECT (r.whole).* FROM rows r WHERE r.agency = mine"
    return f"""
CREATE FUNCTION reporting_{kind}_{fact}(wanted text) RETURNS SETOF reporting_{fact}
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    mine text := (SELECT a.code FROM core_agency a WHERE a.id = access_agency());
BEGIN
    IF (access_role() IN ({MAY_SEE})) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    IF access_role() IN ('director', 'me_viewer') THEN
        RETURN QUERY SELECT r.* FROM {source};
    ELSE
        RETURN QUERY WITH rows AS (SELECT r AS whole, r.* FROM {source}) {part};
    END IF;
    PERFORM set_config('harbour.counting', '', true);
END $$;
"""


LIVE = {
    "episode": "reporting_episodes_of",
    "finaldecision": "reporting_decisions_of",
    "openedcase": "reporting_cases_of",
}
READ = [
    statement
    for fact, live in LIVE.items()
    for statement in (
        _read("live", fact, f"{live}(wanted, reporting_before(wanted)) r"),
        _read("frozen", fact, f"reporting_{fact} r WHERE r.period = wanted"),
    )
]


def _facts(fact: str) -> list[str]:
    table = f"reporting_{fact}"
    return [
        *forced(table),
        # Written, read and digested by the functions of the owner, under the mark of counting.
        COUNTING_READS.format(table=table),
        *([WORKER_READS.format(table=table)] if fact == "episode" else []),
        f"CREATE POLICY added ON {table} FOR INSERT TO casebase_owner"
        " WITH CHECK ((SELECT access_counting()))",
    ]


COUNTING_READS = (
    "CREATE POLICY counted ON {table} FOR SELECT TO casebase_owner"
    " USING ((SELECT access_counting()))"
)
OWNER_READS = "CREATE POLICY owned ON {table} FOR SELECT TO casebase_owner USING (true)"
WORKER_READS = "CREATE POLICY worked ON {table} FOR SELECT TO release_worker USING (true)"
OWNER_ALONE = "current_user = 'casebase_owner'"
PERIODS = [
    *forced("reporting_frozenperiod"),
    f"CREATE POLICY seen ON reporting_frozenperiod FOR SELECT {_SITE} USING ({_BOUND})",
    OWNER_READS.format(table="reporting_frozenperiod"),
    WORKER_READS.format(table="reporting_frozenperiod"),
    f"CREATE POLICY added ON reporting_frozenperiod FOR INSERT WITH CHECK ({OWNER_ALONE})",
    f"CREATE POLICY signed ON reporting_frozenperiod FOR UPDATE USING ({OWNER_ALONE})",
    *forced("reporting_confirmation"),
    f"CREATE POLICY seen ON reporting_confirmation FOR SELECT USING ({_BOUND} OR {OPERATOR})",
    "CREATE POLICY added ON reporting_confirmation FOR INSERT WITH CHECK ("
    f"{OPERATOR} OR (SELECT access_role()) IN ({_those_who(Action.CONFIRM_FIGURES)})"
    " AND agency_id = (SELECT access_agency()) AND confirmed_by_id = (SELECT access_user())"
    " AND confirmed_at BETWEEN now() - interval '10 minutes' AND now() + interval '10 minutes'"
    " AND period ~ '^20[0-9]{2}Q[1-4]$'"
    " AND NOT EXISTS (SELECT 1 FROM reporting_frozenperiod f"
    " WHERE f.code = reporting_confirmation.period))",
    *forced("reporting_correction"),
    f"CREATE POLICY seen ON reporting_correction FOR SELECT USING ({SEES_ALL} OR {OPERATOR})",
    "CREATE POLICY added ON reporting_correction FOR INSERT WITH CHECK ("
    f"(SELECT access_role()) IN ({MAY_FREEZE}) AND noted_by_id = (SELECT access_user())"
    " AND noted_at BETWEEN now() - interval '10 minutes' AND now() + interval '10 minutes')",
]
NEVER_CHANGED = """
CREATE FUNCTION reporting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What is frozen or spent stays.' USING ERRCODE = 'insufficient_privilege';
END $$;
"""
KEPT = ("reservation", "ledgerevent", *FACTS, "confirmation", "correction")


def _kept(table: str) -> str:
    return f"""
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON reporting_{table}
FOR EACH ROW EXECUTE FUNCTION reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON reporting_{table}
FOR EACH STATEMENT EXECUTE FUNCTION reporting_stays();
"""


SIGNED_ONCE = """
CREATE FUNCTION reporting_signed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.signed_at IS NOT NULL OR (OLD.code, OLD.frozen_at,
        OLD.frozen_by_id, OLD.persons, OLD.snapshot) IS DISTINCT FROM (NEW.code, NEW.frozen_at,
        NEW.frozen_by_id, NEW.persons, NEW.snapshot) THEN
        RAISE EXCEPTION 'What is frozen stays.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signed_once BEFORE UPDATE OR DELETE ON reporting_frozenperiod
FOR EACH ROW EXECUTE FUNCTION reporting_signed_once();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON reporting_frozenperiod
FOR EACH STATEMENT EXECUTE FUNCTION reporting_stays();
"""
# Note [Nobody pays twice]: the sum is taken under a lock that lasts until the commit, so that two
# workers who reserve at once are one after the other, and the second sees what the first spent.
LEDGER = f"""
CREATE FUNCTION reporting_within_the_cap() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock({LOCK});
    -- Who pays follows from the period; it is not the writer's to say.
    NEW.quarters := CASE WHEN NEW.period ~ 'Q' THEN ARRAY[NEW.period]
        ELSE (SELECT array_agg(NEW.period || 'Q' || n) FROM generate_series(1, 4) n) END;
    IF NEW.rho <= 0 OR EXISTS (
        SELECT 1 FROM unnest(NEW.quarters) quarter
         WHERE NEW.rho + coalesce((SELECT sum(r.rho) FROM reporting_reservation r
                 WHERE quarter = ANY (r.quarters)), 0) > {CAP}) THEN
        RAISE EXCEPTION 'over the cap' USING ERRCODE = '{OVER_CAP}';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM reporting_frozenperiod f WHERE f.code = NEW.period
            AND f.snapshot = NEW.snapshot AND f.persons = NEW.persons
            AND f.frozen_by_id = NEW.first_approver_id AND f.signed_by_id = NEW.second_approver_id)
    THEN
        RAISE EXCEPTION 'not signed' USING ERRCODE = '{NOT_FROZEN}';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER within_the_cap BEFORE INSERT ON reporting_reservation
FOR EACH ROW EXECUTE FUNCTION reporting_within_the_cap();
CREATE FUNCTION reporting_in_order() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    before text := CASE NEW.state WHEN 'made' THEN 'drawn' WHEN 'published' THEN 'made' END;
BEGIN
    PERFORM pg_advisory_xact_lock({LOCK});
    IF before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reporting_ledgerevent e
            WHERE e.reservation_id = NEW.reservation_id AND e.state = before) THEN
        RAISE EXCEPTION 'out of order' USING ERRCODE = '{OUT_OF_ORDER}';
    END IF;
    IF NEW.state = 'made' AND NEW.sequence IS DISTINCT FROM
            (SELECT coalesce(max(sequence), 0) + 1 FROM reporting_ledgerevent) THEN
        RAISE EXCEPTION 'a gap in the sequence' USING ERRCODE = '{OUT_OF_ORDER}';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER in_order BEFORE INSERT ON reporting_ledgerevent
FOR EACH ROW EXECUTE FUNCTION reporting_in_order();
"""
LEDGER_POLICIES = [
    statement
    for table in ("reporting_reservation", "reporting_ledgerevent")
    for statement in (
        *forced(table),
        f"CREATE POLICY seen ON {table} FOR SELECT {_SITE} USING ({SEES_ALL})",
        OWNER_READS.format(table=table),
        WORKER_READS.format(table=table),
        f"CREATE POLICY added ON {table} FOR INSERT TO release_worker WITH CHECK (true)",
    )
]
ALL = [
    SNAPSHOT, FREEZING, *READ, *(row for fact in FACTS for row in _facts(fact)),
    *PERIODS, NEVER_CHANGED, *(_kept(table) for table in KEPT), SIGNED_ONCE, LEDGER,
    *LEDGER_POLICIES,
]  # fmt: skip
