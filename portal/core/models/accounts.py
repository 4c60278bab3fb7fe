"""People with an account, the agencies they belong to, and the invitations that let them in."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower


class Agency(models.Model):
    """A body that takes part: ministry, police unit, shelter operator, NGO."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=160)
    is_active = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Save an account; without a password it cannot sign in until invited."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account on this site; the other site has accounts of its own."""

    email = models.EmailField(max_length=254, unique=True)  # always lower case
    name = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="users"
    )
    is_active = models.BooleanField(default=True)
    demo_role = models.CharField(max_length=60, blank=True, default="", editable=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="user_email_is_lower_case",
                condition=models.Q(email=Lower("email")),
                violation_error_message="Write the e-mail address in lower case.",
            )
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def is_demo(self) -> bool:
        """An invented person; can sign in on a demo only."""
        return bool(self.demo_role)

    @property
    def is_staff(self) -> bool:
        """Django's own admin is not installed; Wagtail asks for this in places."""
        return False

    def get_full_name(self) -> str:
        return self.name or self.email

    def get_short_name(self) -> str:
        return self.name.split(" ")[0] or self.email


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open_at(self, moment: dt.datetime) -> InvitationQuerySet:
        """Invitations that can still be taken up: not used, not expired, not burnt by guessing."""
        return self.filter(used_at=None, expires_at__gt=moment, wrong_codes__lt=Invitation.GUESSES)


class Invitation(models.Model):
    """A one-time way to set a password and a second factor, given in person."""

    GUESSES = 5

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    invited_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    token_digest = models.CharField(max_length=64, unique=True)  # of the secret in the link
    code_digest = models.CharField(max_length=64)  # of the code said aloud
    password = models.CharField(max_length=256, blank=True)  # hashed; kept here until the end
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class KnownBrowser(models.Model):
    """A kind of browser from which a person has signed in; a new one is told by mail."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="known_browsers")
    label = models.CharField(max_length=60)  # coarse: "Firefox on Windows"
    first_seen_at = models.DateTimeField(auto_now_add=True)
    last_seen_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "label"], name="known_browser_once_a_user")
        ]

    def __str__(self) -> str:
        return self.label
