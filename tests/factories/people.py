"""Invented accounts, with and without roles."""

from __future__ import annotations

import itertools

from django.contrib.auth.models import Group, Permission

from portal.core.models import User

_numbers = itertools.count(1)


def editor(*permissions: str, verified: bool = True, superuser: bool = False) -> User:
    """Somebody whose group holds these permissions, each written `app_label.codename`.

    Args:
        verified: whether the second factor was given in this session.
    """
    number = next(_numbers)
    user = User.objects.create_user(
        f"invented-{number}@example.org", name=f"Invented {number}", is_superuser=superuser
    )
    if permissions:
        group = Group.objects.create(name=f"Role {number}")
        for permission in permissions:
            app_label, codename = permission.split(".")
            group.permissions.add(
                Permission.objects.get(content_type__app_label=app_label, codename=codename)
            )
        user.groups.add(group)
    user.is_verified = lambda: verified  # what django-otp's middleware does for a request
    return user
