"""Invented people with accounts, and the way to sign one of them in completely."""

from __future__ import annotations

import factory
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client
from django.utils import timezone

from portal.core import services, sessions
from portal.core.models import TotpDevice, User
from portal.core.models.factors import current_step

PASSWORD = "seven quiet umbrellas drift"


class UserFactory(factory.django.DjangoModelFactory):
    """A person with the password above; `with_phone=True` gives them an authenticator."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n} (invented)")

    @classmethod
    def _create(cls, model_class, *args, with_phone=False, password=PASSWORD, **fields):
        user = User.objects.create_user(password=password, **fields)
        if with_phone:
            services.new_totp_device(user, confirmed=True)
        return user


def code_now(user: User) -> str:
    """What the person's phone shows at this moment."""
    return TotpDevice.objects.get(user=user, confirmed=True).code_at(current_step())


def sign_in_fully(client: Client, user: User) -> Client:
    """Put a session with both factors into the client, without walking through the pages."""
    device = TotpDevice.objects.filter(user=user, confirmed=True).first()
    device = device or services.new_totp_device(user, confirmed=True)
    session = client.session
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["otp_device_id"] = device.persistent_id
    session[sessions.VERIFIED_AT] = timezone.now().timestamp()
    session.save()
    return client


def give_password_only(client: Client, user: User) -> Client:
    """Leave the client where a stolen password alone would bring it."""
    client.post("/sign-in/", {"email": user.email, "password": PASSWORD})
    return client
