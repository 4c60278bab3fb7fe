"""A statement that slipped in rewrites the tables of the sign-in: it makes nobody somebody else."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from django.test import Client, RequestFactory
from django.utils import timezone
from django_otp_webauthn.models import WebAuthnCredential

from casebase.access.enums import Role
from portal.core import invitations, passkeys, services
from portal.core.models import (
    FailedCode,
    Invitation,
    PasskeyProof,
    RecoveryCode,
    RecoveryCodes,
    Session,
    TotpDevice,
)
from portal.core.models.factors import MOST_WRONG, current_step
from portal.core.sessions import SessionStore, digest
from tests.casebase import people

pytestmark = pytest.mark.django_db(databases="__all__")


def execute(statement: str, *values: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


@pytest.fixture
def me():
    return people.member()


@pytest.fixture
def director():
    return people.member(Role.DIRECTOR)


def test_what_anothers_session_remembers_is_nothing_in_mine(me, director):
    theirs, mine = people.session_of(director), people.session_of(me)
    moved = execute(
        "UPDATE core_session SET session_data = theirs.session_data FROM core_session theirs"
        " WHERE theirs.session_key = %s AND core_session.session_key = %s",
        digest(theirs.session_key), digest(mine.session_key),
    )  # fmt: skip
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = mine.session_key

    answer = client.get("/account/passkeys/")  # a page that writes the session again

    assert moved == 1
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
    assert not SessionStore(mine.session_key).load()
    assert Session.objects.get(pk=digest(theirs.session_key)).contents()


def test_a_line_of_my_recovery_codes_opens_nobody_elses_account(me, director):
    code, *_ = services.new_recovery_codes(me.user)
    services.new_recovery_codes(director.user)
    sheet = RecoveryCodes.objects.get(user=director.user)
    assert RecoveryCode.objects.filter(sheet__user=me.user).update(sheet=sheet)

    with pytest.raises(services.WrongCode):
        services.check_code(user=director.user, code=code)


def test_a_whole_sheet_given_to_somebody_else_opens_nothing(me, director):
    code, *_ = services.new_recovery_codes(me.user)
    RecoveryCodes.objects.filter(user=me.user).update(user=director.user)

    with pytest.raises(services.WrongCode):
        services.check_code(user=director.user, code=code)


def test_my_invitation_moved_to_somebody_else_is_taken_up_by_nobody(me, director):
    made = invitations.invite(email=me.user.email, invited_by=None)
    token = made.link.rstrip("/").rsplit("/", 1)[1]
    Invitation.objects.update(user=director.user)
    request = RequestFactory().get("/")
    request.session = SessionStore()

    with pytest.raises(invitations.WrongSpokenCode):
        invitations.prove(
            request=request, invitation=invitations.find(token), token=token, code=made.code
        )


def test_an_invitation_moved_after_its_code_was_given_has_to_be_proven_again(me, director):
    made = invitations.invite(email=me.user.email, invited_by=None)
    token = made.link.rstrip("/").rsplit("/", 1)[1]
    request = RequestFactory().get("/")
    request.session = SessionStore()
    invitations.prove(
        request=request, invitation=invitations.find(token), token=token, code=made.code
    )
    assert invitations.is_proven(request=request, invitation=invitations.find(token))
    Invitation.objects.update(user=director.user)

    assert not invitations.is_proven(request=request, invitation=invitations.find(token))


def credential_of(viewer, *, is_taken: bool = True) -> WebAuthnCredential:
    key = WebAuthnCredential.objects.create(
        user=viewer.user, name="Key", credential_id=b"key", public_key=b"public", aaguid="",
        confirmed=True, created_at=timezone.now(),
    )  # fmt: skip
    if is_taken:
        PasskeyProof.objects.create(credential=key, mac=PasskeyProof.mac_of(key))
    return key


def check(viewer, key, monkeypatch):
    """The person's answer is right: only whose key it is decides."""
    monkeypatch.setattr(passkeys, "_take", lambda _request, _purpose: {})
    monkeypatch.setattr(passkeys.Ceremony, "authenticate_complete", lambda *_, **__: key)
    request = RequestFactory().post("/")
    return passkeys.check(request=request, user=viewer.user, answer="{}", purpose="sign_in")


def test_a_key_that_the_site_took_is_a_factor(me, monkeypatch):
    key = credential_of(me)

    assert check(me, key, monkeypatch) == key


def test_a_key_written_or_moved_into_somebodys_list_is_no_factor(me, director, monkeypatch):
    key = credential_of(me)
    WebAuthnCredential.objects.update(user=director.user)
    key.refresh_from_db()

    with pytest.raises(passkeys.PasskeyRefused):
        check(director, key, monkeypatch)


def test_a_key_without_a_proof_is_no_factor(director, monkeypatch):
    key = credential_of(director, is_taken=False)

    with pytest.raises(passkeys.PasskeyRefused):
        check(director, key, monkeypatch)


def test_setting_the_waits_back_buys_no_more_guesses(director):
    people.session_of(director)
    device = TotpDevice.objects.get(user=director.user)
    for _ in range(MOST_WRONG):
        device.throttle_increment()
    execute("UPDATE core_totpdevice SET throttling_failure_count = 0")
    right = device.code_at(current_step())

    with pytest.raises(services.TooManyAttempts, match="Wait 24 hours"):
        services.check_code(user=director.user, code=right)


@pytest.mark.parametrize(
    "statement", ["DELETE FROM core_failedcode", "UPDATE core_failedcode SET at = '2020-01-01'"]
)
def test_a_wrong_code_is_never_forgotten(director, statement):
    FailedCode.objects.create(user=director.user)

    with pytest.raises(ProgrammingError), transaction.atomic():
        execute(statement)
