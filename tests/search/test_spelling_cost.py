"""A misspelt word costs by its length, also while PostgreSQL knows nothing of the vocabulary."""

from __future__ import annotations

import time

import pytest
from django.db import connection

from search import rows, spelling

pytestmark = pytest.mark.django_db


def test_a_long_unknown_word_is_looked_up_at_once_before_any_statistics():
    words = {f"w{number:x}rds{number * 7919:x}": f"t{number}" for number in range(20_000)}
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_searchword SET (autovacuum_enabled = false)")
    spelling.remember(words)
    rows.keep_to_indexes()

    started = time.perf_counter()
    spelling.corrections(["abcdefghijklmnopqrstuvwxyzabcdefghijklmn", "unrecognisable"])

    assert time.perf_counter() - started < 1.0


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("referal form child", "referral form child"),
        ("referrals", ""),  # a plural that nobody wrote is no slip
        ("refer", ""),
        ("the child", ""),
    ],
)
def test_a_slip_whose_stem_is_known_is_mended(typed, mended):
    spelling.remember({"referral": "referr", "refer": "refer", "form": "form", "child": "child"})
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_searchterm (term, documents) SELECT term, 5"
            " FROM (SELECT DISTINCT term FROM search_searchword) AS t ON CONFLICT DO NOTHING"
        )

    assert spelling.with_slips_mended(typed, typed.split()) == mended
