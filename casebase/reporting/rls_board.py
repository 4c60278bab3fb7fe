"""The board's rows, as SQL: kept in the transaction that changes a case, whoever writes it.

Note [Exclusive slots]: two caseworkers who save at once would wait for each other at the same
number, and with two numbers each could wait for the other for good. So a number stands in several
slots, and its value is their sum. A transaction writes only into a slot that it holds by an
advisory lock until it has ended; it tries, it never waits, and takes the next one where somebody
was first. There are as many rows of a number as transactions ever ran at the same moment.

Note [Difference, not recount]: a trigger works out what the persons concerned counted as before the
statement and after it, from the base tables and the statement's own transition tables, and adds the
difference. The persons are locked first, and before them the operations: whoever changes another
case of the same human being, or the lead of its operation, comes before or after, never between.

Note [Repaired without a pause]: kept and counted are compared in one snapshot, and the difference
is added like any other. What others commit meanwhile adds its own, so nobody has to wait.
"""

from __future__ import annotations

from casebase.access.enums import Action, Scope
from casebase.access.rls import DEFINER, forced
from casebase.access.roles import ROLES
from casebase.reporting.rls_facts import NOT_A_VICTIM, QUARTER

SLOTS = 4_607_184  # class of the advisory locks; reporting locks one number below it
TABLES = ("registry_case", "registry_person", "registry_operation")
CASE_DIMENSIONS = "agency_id, stage, status, is_open, is_urgent"
PERSON_DIMENSIONS = "cut, agency_id, quarter, region, form, sex, age, is_no_victim"
# What a person's number depends on, of each table; a statement that changes none adds nothing.
OF_A_CASE = (
    "id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on,"
    " age_at_identification, created_at, status"
)
OF_A_PERSON = "id, sex, resolved_into_id"
OF_AN_OPERATION = "id, lead_agency_id"


def _those_who_see(scope: Scope) -> str:
    """The roles with that scope that may see the board, as a list in SQL."""
    held = [r for r, reach in ROLES.items() if Action.SEE_BOARD in reach.actions]
    return ", ".join(f"'{role.value}'" for role in held if ROLES[role].scope is scope)


def _added(table: str, dimensions: str, unit: str, source: str) -> str:
    """Add the numbers of `source` (dimensions and `n`) to the slot that this transaction holds."""
    return f"""
    INSERT INTO {table} AS held ({dimensions}, slot, {unit})
    SELECT {dimensions}, (SELECT reporting_board_slot()), n
      FROM ({source}) AS difference ORDER BY {dimensions}
    ON CONFLICT ({dimensions}, slot) DO UPDATE SET {unit} = held.{unit} + excluded.{unit};
"""


# --- cases


def _cases(rows: str, sign: int) -> str:
    return (
        "SELECT agency_id, stage, status, closed_on IS NULL AS is_open,"
        f" in_danger OR needs_medical_care AS is_urgent, {sign} AS n FROM {rows}"
    )


def _cells_of_cases(*sources: str) -> str:
    return (
        f"SELECT {CASE_DIMENSIONS}, sum(n) AS n FROM ({' UNION ALL '.join(sources)}) AS one"
        f" GROUP BY {CASE_DIMENSIONS} HAVING sum(n) <> 0"
    )


def _add_cases(*sources: str) -> str:
    return _added("reporting_boardcase", CASE_DIMENSIONS, "cases", _cells_of_cases(*sources))


# --- persons


def _persons(sign: int, **instead: str) -> str:
    """Each human being once, by the first case of any of their records.

    Args:
        instead: what to read in the place of a table: `registry_case="(SELECT …)"`.
    """
    case, person, operation = (instead.get(table, table) for table in TABLES)
    return f"""
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           {QUARTER.format(day="c.identified_on")} AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = {NOT_A_VICTIM}) OVER (PARTITION BY h.id) AS is_no_victim,
           {sign} AS n
      FROM {person} p
      JOIN {person} h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN {case} c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN {operation} o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id"""


_EVERY = "agency_id, quarter, is_no_victim"


def _cells_of_persons(*sources: str) -> str:
    rows = " UNION ALL ".join(f"({source})" for source in sources)
    return f"""
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ({rows}) AS one
     GROUP BY GROUPING SETS (({_EVERY}, region, form), ({_EVERY}, sex, age), ({_EVERY}, form))
    HAVING sum(n) <> 0"""


# --- what a trigger does


def _before(table: str, *, was: bool, now: bool) -> str:
    """What was read of the table, as it was before the statement."""
    kept = f"SELECT * FROM {_NOW[table]}"
    if now:
        kept += " WHERE id NOT IN (SELECT id FROM new_rows)"  # hashed, however many
    return f"({kept} UNION ALL SELECT {_COLUMNS[table]} FROM old_rows)" if was else f"({kept})"


def _changed(columns: str, wanted: str, *, was: bool, now: bool) -> str:
    """A column of the rows that the statement added, took away or changed in these columns."""
    if not (was and now):
        return f"SELECT {wanted} FROM {'new_rows' if now else 'old_rows'}"
    old, new = (f"SELECT {columns} FROM {rows}" for rows in ("old_rows", "new_rows"))
    return f"SELECT {wanted} FROM (({old} EXCEPT {new}) UNION ALL ({new} EXCEPT {old})) AS other"


# Each table is read once, by its ids, whatever the number: a join of the tables themselves would
# walk one of them with its policies, or look a list of ids up for each of its own members.
_READ = (
    "WITH record AS MATERIALIZED (SELECT {person} FROM registry_person WHERE id = ANY (records)),"
    " passage AS MATERIALIZED (SELECT {case} FROM registry_case WHERE person_id = ANY (records)),"
    " led AS MATERIALIZED (SELECT {operation} FROM registry_operation"
    " WHERE id = ANY (array(SELECT operation_id FROM passage{more})))"
)
_NOW = dict(zip(TABLES, ("passage", "record", "led"), strict=True))
_COLUMNS = dict(zip(TABLES, (OF_A_CASE, OF_A_PERSON, OF_AN_OPERATION), strict=True))


def _difference(table: str, *, was: bool, now: bool) -> str:
    """Add what the persons of `records` count as, and take away what they counted as before."""
    old_operations = " UNION SELECT operation_id FROM old_rows"
    read = _READ.format(
        case=OF_A_CASE, person=OF_A_PERSON, operation=OF_AN_OPERATION,
        more=old_operations if was and table == TABLES[0] else "",
    )  # fmt: skip
    before = _NOW | {table: _before(table, was=was, now=now)}
    cells = _cells_of_persons(_persons(1, **_NOW), _persons(-1, **before))
    return _added("reporting_boardperson", PERSON_DIMENSIONS, "persons", f"{read} {cells}")


_LOCK_PERSONS = """
    humans := array(SELECT human FROM (
        SELECT coalesce(resolved_into_id, id) AS human FROM registry_person
         WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE) AS locked{more});
    others := array(SELECT unnest(humans) EXCEPT SELECT unnest(persons));
    IF cardinality(others) > 0 THEN
        PERFORM 1 FROM registry_person WHERE id = ANY (others) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    records := array(SELECT unnest(persons) UNION SELECT unnest(humans) UNION
        SELECT id FROM registry_person WHERE resolved_into_id = ANY (humans));
"""


def _function(name: str, body: str) -> str:
    """A trigger's function that sees every row while it counts (Note [Counting what one may not
    see] in access/rls.py) and leaves the mark as it found it."""
    return f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {DEFINER}
SET plan_cache_mode = force_generic_plan SET enable_nestloop = off AS $$
DECLARE
    mark text := coalesce(current_setting('harbour.counting', true), '');
    persons uuid[];
    humans uuid[];
    others uuid[];
    records uuid[];  -- of these humans, before or after the statement
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    {body}
    PERFORM set_config('harbour.counting', mark, true);
    RETURN NULL;
END $$;
"""


def _trigger(table: str, event: str, function: str) -> str:
    old, new = event != "INSERT", event != "DELETE"
    rows = " ".join(["OLD TABLE AS old_rows"] * old + ["NEW TABLE AS new_rows"] * new)
    return (
        f"CREATE TRIGGER board_{event.lower()} AFTER {event} ON {table} REFERENCING {rows}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
    )


def _on_cases(event: str) -> str:
    was, now = event != "INSERT", event != "DELETE"
    name = f"reporting_board_case_{event.lower()}"
    signs = [_cases("new_rows", 1)] * now + [_cases("old_rows", -1)] * was
    body = f"""
    {_add_cases(*signs)}
    persons := array({_changed(OF_A_CASE, "person_id", was=was, now=now)});
    IF cardinality(persons) > 0 THEN
        others := array({_changed(OF_A_CASE, "operation_id", was=was, now=now)});
        IF array_remove(others, NULL) <> '{{}}' THEN
            PERFORM 1 FROM registry_operation WHERE id = ANY (others) ORDER BY id FOR SHARE;
        END IF;
        {_LOCK_PERSONS.format(more="")}
        {_difference("registry_case", was=was, now=now)}
    END IF;
"""
    return _function(name, body) + _trigger("registry_case", event, name)


def _on_persons() -> str:
    """A corrected sex, a merge, its undoing: the humans of both sides are counted again."""
    changed = _changed(OF_A_PERSON, "id", was=True, now=True)
    both = _changed(OF_A_PERSON, "coalesce(resolved_into_id, id)", was=True, now=True)
    body = f"""
    persons := array({changed});
    IF cardinality(persons) > 0 THEN
        {_LOCK_PERSONS.format(more=f" UNION {both}")}
        {_difference("registry_person", was=True, now=True)}
    END IF;
"""
    name = "reporting_board_person_update"
    return _function(name, body) + _trigger("registry_person", "UPDATE", name)


def _on_operations() -> str:
    changed = _changed(OF_AN_OPERATION, "id", was=True, now=True)
    body = f"""
    persons := array(SELECT person_id FROM registry_case WHERE operation_id IN ({changed}));
    IF cardinality(persons) > 0 THEN
        {_LOCK_PERSONS.format(more="")}
        {_difference("registry_operation", was=True, now=True)}
    END IF;
"""
    name = "reporting_board_operation_update"
    return _function(name, body) + _trigger("registry_operation", "UPDATE", name)


SLOT = f"""
CREATE FUNCTION reporting_board_slot() RETURNS smallint LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    slot smallint := 0;
BEGIN
    WHILE NOT pg_try_advisory_xact_lock({SLOTS}, slot) LOOP
        slot := slot + 1;
    END LOOP;
    RETURN slot;
END $$;
"""
TRIGGERS = [_on_cases("INSERT"), _on_cases("UPDATE"), _on_cases("DELETE"), _on_persons(),
            _on_operations()]  # fmt: skip

# --- proof and repair

CASES_APART = _cells_of_cases(
    _cases("registry_case", 1),
    f"SELECT {CASE_DIMENSIONS}, -cases AS n FROM reporting_boardcase",
)
PERSONS_APART = f"""
    SELECT {PERSON_DIMENSIONS}, sum(n) AS n
      FROM ({_cells_of_persons(_persons(1))} UNION ALL
            SELECT {PERSON_DIMENSIONS}, -persons FROM reporting_boardperson) AS one
     GROUP BY {PERSON_DIMENSIONS} HAVING sum(n) <> 0"""
PROOF = f"""
CREATE FUNCTION reporting_board_apart() RETURNS TABLE (unit text, cell jsonb, missing bigint)
LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY
    SELECT 'cases', to_jsonb(a) - 'n', a.n::bigint FROM ({CASES_APART}) AS a UNION ALL
    SELECT 'persons', to_jsonb(b) - 'n', b.n::bigint FROM ({PERSONS_APART}) AS b;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION reporting_board_repair() RETURNS void LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    {_added("reporting_boardcase", CASE_DIMENSIONS, "cases", CASES_APART)}
    {_added("reporting_boardperson", PERSON_DIMENSIONS, "persons", PERSONS_APART)}
    PERFORM set_config('harbour.counting', '', true);
END $$;
"""


def _policies(table: str) -> list[str]:
    return [
        *forced(table),
        f"CREATE POLICY seen ON {table} FOR SELECT USING ("
        f"(SELECT access_role()) IN ({_those_who_see(Scope.NATIONAL)})"
        f" OR (SELECT access_role()) IN ({_those_who_see(Scope.AGENCY)})"
        " AND agency_id = (SELECT access_agency()))",
        f"CREATE POLICY kept ON {table} FOR ALL TO casebase_owner"
        " USING ((SELECT access_counting())) WITH CHECK ((SELECT access_counting()))",
    ]


# Locking asks for the right to change; what would be changed is refused all the same.
_LOCKED = (
    "CREATE POLICY locked ON {table} FOR UPDATE TO casebase_owner"
    " USING ((SELECT access_counting())) WITH CHECK (false)"
)
ALL = [
    *_policies("reporting_boardcase"),
    *_policies("reporting_boardperson"),
    *(_LOCKED.format(table=table) for table in ("registry_person", "registry_operation")),
    SLOT, *TRIGGERS, PROOF,
]  # fmt: skip
_FUNCTIONS = ("case_insert", "case_update", "case_delete", "person_update", "operation_update")
UNDONE = [
    *(f"DROP FUNCTION reporting_board_{name}() CASCADE" for name in _FUNCTIONS),
    *(f"DROP FUNCTION reporting_board_{name}()" for name in ("apart", "repair", "slot")),
    *(f"DROP POLICY locked ON {table}" for table in ("registry_person", "registry_operation")),
]
