"""A place that has ended stays ended, whatever a statement says of the time zone."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from casebase.access.binding import NotBound, bind
from casebase.access.models import Membership
from tests.casebase import people
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases="__all__")


def test_a_time_zone_of_ones_own_opens_no_place_that_has_ended():
    viewer = people.member()
    key = people.session_of(viewer).session_key
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    with as_owner():
        Membership.objects.filter(user=viewer.user).update(ends_on=yesterday)

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE INTERVAL '-50 hours' HOUR TO MINUTE")
        with pytest.raises(NotBound):
            bind(key)
        cursor.execute("SET LOCAL TIME ZONE DEFAULT")


def test_every_function_that_asks_for_the_day_says_whose():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, coalesce(array_to_string(proconfig, ' '), '') FROM pg_proc"
            " WHERE pronamespace = 'public'::regnamespace AND prosrc ~* '(current_date|localtime)'"
        )
        asking = dict(cursor.fetchall())

    assert "access_bind" in asking
    for name, set_for_it in asking.items():
        assert f"TimeZone={settings.TIME_ZONE}" in set_for_it, name


def test_no_policy_asks_for_the_day():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT policyname FROM pg_policies"
            " WHERE coalesce(qual, '') || coalesce(with_check, '') ~* 'current_date|localtime'"
        )
        assert not cursor.fetchall()
