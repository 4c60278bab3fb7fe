"""An entry is kept whatever becomes of the page, or nothing is shown (controls 57, 58, 64)."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest
from django.db import connections, transaction

from casebase.audit.services import ALIAS, AuditUnavailable, hash_of_query, record
from tests.casebase import database

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def entries():
    with psycopg.connect(database.superuser_url(database.name_of("casebase"))) as connection:
        return connection.execute(
            "SELECT action, user_id, session, case_ids, fields, purpose, result, view"
            " FROM audit_entry ORDER BY id"
        ).fetchall()


def note(**more):
    record(**{"action": "case.read", "user_id": 7, "session": "abc", **more})


def test_an_entry_says_who_did_what_to_which_fields_of_which_cases():
    cases = [uuid4(), uuid4()]

    note(case_ids=cases, fields=["given_name"], purpose="care", result=200, view="registry:case")

    assert entries() == [
        ("case.read", 7, "abc", cases, ["given_name"], "care", 200, "registry:case")
    ]


def test_an_entry_stays_when_the_page_is_rolled_back():
    with transaction.atomic():
        note()
        transaction.set_rollback(True)

    assert len(entries()) == 1


@pytest.mark.parametrize(
    "free_text",
    [{"action": "Ama Mensah"}, {"fields": ["Ama Mensah"]}, {"purpose": "Ama Mensah"}],
    ids=["action", "fields", "purpose"],
)
def test_free_text_is_refused_and_named_in_no_message(free_text, caplog):
    with pytest.raises(AuditUnavailable) as refusal:
        note(**free_text)

    assert entries() == []
    assert "Mensah" not in caplog.text + str(refusal.value) + repr(refusal.value.__cause__)


def test_a_trail_that_hangs_is_unavailable_after_two_seconds():
    with psycopg.connect(database.superuser_url(database.name_of("casebase"))) as blocker:
        blocker.execute("LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE")

        with pytest.raises(AuditUnavailable):
            note()

    assert entries() == []


def test_a_connection_that_was_cut_is_made_again_once():
    note()
    with psycopg.connect(
        database.superuser_url(database.name_of("casebase")), autocommit=True
    ) as superuser:
        superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %s",
            [connections[ALIAS].connection.info.backend_pid],
        )

    note()

    assert len(entries()) == 2


def test_a_server_that_is_gone_is_unavailable(monkeypatch):
    connections[ALIAS].close()
    monkeypatch.setitem(connections[ALIAS].settings_dict, "PORT", "1")

    with pytest.raises(AuditUnavailable):
        note()


def test_equal_searches_have_equal_hashes_that_need_our_key(settings):
    ours = hash_of_query("  Ama   MENSAH ")

    assert ours == hash_of_query("ama mensah")
    assert ours != hash_of_query("ama mensa")
    settings.SECRET_KEY = "another key, and long enough for the check of Django, as is the first"
    assert ours != hash_of_query("ama mensah")
