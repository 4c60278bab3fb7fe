"""Control 2 on the casebase: every table is listed, and every role holds what is listed."""

from __future__ import annotations

import pytest
from django.db import connection

from casebase.access.install import GRANTEES, privileges
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases="__all__")
# Tables about no case: people, places, keys of libraries. Everything else is behind a policy.
WITHOUT_POLICIES = ("django_", "auth_", "axes_", "core_", "access_desk", "audit_", "access_secret",
                    "access_lastingsecret", "access_reach", "access_usage")  # fmt: skip


def rows(statement, *values):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def tables():
    return {
        name: (secured, forced)
        for name, secured, forced in rows(
            "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class "
            "WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        )
    }


def listed():
    found = {}
    for module in privileges():
        for table, granted in module.TABLES.items():
            found.setdefault(table, {}).update(granted)
    return found


def test_every_table_says_who_may_do_what_with_it():
    assert set(tables()) == set(listed())


def test_every_table_of_cases_has_forced_row_level_security():
    open_ones = {
        name
        for name, flags in tables().items()
        if flags != (True, True) and not name.startswith(WITHOUT_POLICIES)
    }

    assert not open_ones


def test_no_role_holds_more_than_is_listed():
    whole = rows(
        "SELECT grantee, table_name, privilege_type FROM information_schema.table_privileges "
        "WHERE table_schema = 'public' AND grantee = ANY(%s)",
        list(GRANTEES),
    )
    for role, table, privilege in whole:
        assert privilege in listed()[table].get(role, ""), (role, table, privilege)


def test_no_function_is_open_to_everybody():
    closed = {
        rows("SELECT %s::regprocedure::text", name)[0][0]: callers
        for module in privileges()
        for name, callers in module.FUNCTIONS.items()
    }
    for role in GRANTEES:
        callable_ones = {
            name
            for (name,) in rows(
                "SELECT p.oid::regprocedure::text FROM pg_proc p "
                "WHERE pronamespace = 'public'::regnamespace "
                "AND has_function_privilege(%s, p.oid, 'EXECUTE')",
                role,
            )
        }
        assert callable_ones == {name for name, callers in closed.items() if role in callers}
