"""Who may sign in with a password; locking out after wrong ones is `portal.core.lockout`'s."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from portal.core.models import User
from portal.core.questions import Question

BY_NUMBER = Question(lambda number: User.objects.filter(pk=number), "number")


class AccountBackend(ModelBackend):
    """Active accounts; demo accounts on a demo only. Asked again at every request."""

    def user_can_authenticate(self, user: Any) -> bool:
        if getattr(user, "is_demo", False) and not settings.DEMO_MODE:
            return False
        return super().user_can_authenticate(user)

    def get_user(self, user_id: int) -> User | None:
        """As Django's own, which writes the statement anew for every request."""
        (user,) = BY_NUMBER.ask(number=user_id) or [None]
        return user if user and self.user_can_authenticate(user) else None
