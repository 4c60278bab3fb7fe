"""Invented members of invented agencies, signed in with both factors."""

from __future__ import annotations

import datetime as dt
import itertools

from django.test import Client
from django.utils import timezone

from casebase.access.binding import bind
from casebase.access.enums import Role
from casebase.access.harvest import Budget
from casebase.access.models import Desk, Membership, Oath, Usage
from casebase.access.viewer import Viewer
from portal.core import sessions
from portal.core.models import Agency, TotpDevice, User
from portal.core.sessions import SessionStore
from tests.casebase.database import as_owner

_numbers = itertools.count(1)


def agency(code: str = "") -> Agency:
    code = code or f"AGENCY-{next(_numbers)}"
    return Agency.objects.get_or_create(code=code, defaults={"name": f"{code} (invented)"})[0]


def desk(of: Agency | None = None) -> Desk:
    number = next(_numbers)
    of = of or agency()
    return Desk.objects.create(
        agency=of, code=f"desk-{number}", name=f"Desk {number} (invented)", phone="030 000 0100"
    )


def member(role: Role = Role.CASEWORKER, at: Desk | None = None, *, sworn: bool = True) -> Viewer:
    """Somebody with an account, a phone and a place."""
    at = at or desk()
    number = next(_numbers)
    user = User.objects.create_user(
        f"person{number}@example.org", name=f"Person {number} (invented)", agency=at.agency
    )
    with as_owner():
        Membership.objects.create(
            user=user, role=role, agency=at.agency, desk=at, starts_on=dt.date(2026, 1, 1)
        )
        if sworn:
            Oath.objects.create(user=user, edition=1)
    return Viewer(user, role, at.agency_id, at.pk, sworn)


def session_of(viewer: Viewer, *, with_both_factors: bool = True) -> SessionStore:
    """A session as the sign-in leaves it."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django_otp import DEVICE_ID_SESSION_KEY

    store = SessionStore()
    store.create()
    store[SESSION_KEY] = str(viewer.pk)
    store[BACKEND_SESSION_KEY] = "portal.core.backends.AccountBackend"
    store[HASH_SESSION_KEY] = viewer.user.get_session_auth_hash()
    if with_both_factors:
        device = _device(viewer.user)
        store[DEVICE_ID_SESSION_KEY] = device.persistent_id
        store[sessions.VERIFIED_AT] = timezone.now().timestamp()
    store.save()
    return store


def _device(user: User) -> TotpDevice:
    found = TotpDevice.objects.filter(user=user, confirmed=True).first()
    if found:
        return found
    device = TotpDevice(user=user, name="Authenticator app", confirmed=True)
    device.seal_seed(b"12345678901234567890")
    device.save()
    return device


def sign_in(client: Client, viewer: Viewer, *, with_both_factors: bool = True) -> Client:
    from django.conf import settings

    store = session_of(viewer, with_both_factors=with_both_factors)
    client.cookies[settings.SESSION_COOKIE_NAME] = store.session_key
    return client


def bound(viewer: Viewer) -> Viewer:
    """Bind this test's transaction to the viewer, as a page does."""
    bind(session_of(viewer).session_key)
    return viewer


def used(viewer: Viewer, budget: Budget) -> int:
    """What the viewer spent of a budget, who is bound by it."""
    bound(viewer)
    rows = Usage.objects.filter(user_id=viewer.pk, budget=budget.name)
    return sum(rows.values_list("used", flat=True))
