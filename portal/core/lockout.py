"""Slowing down whoever guesses passwords: django-axes, with two limits and nothing personal kept.

Five wrong passwords for one account from one address close that pair for a while; twenty for one
account from anywhere close the account. An address alone is never closed: an office shares one.
"""

from __future__ import annotations

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse

from portal.core import sealing
from portal.core.models import User

PAIRS_TO_ONE_ACCOUNT = 4  # the account's limit is this many times the limit of a pair


class LockoutHandler(AxesDatabaseHandler):
    """Counts by pair and by account; keeps neither the address typed nor the form's data."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        pair, account = (
            attempts.aggregate(failures=Sum("failures_since_start"))["failures"] or 0
            for attempts in self.get_user_attempts(request, credentials)
        )
        return max(pair, account // PAIRS_TO_ONE_ACCOUNT)

    def user_login_failed(
        self,
        sender: Any,
        credentials: dict[str, Any],
        request: Any = None,
        **kwargs: Any,
    ) -> None:
        if request is not None:
            # One row a pair: what a guesser may vary at will must not make new rows.
            request.axes_user_agent = request.axes_http_accept = ""
            request.axes_path_info = "/sign-in/"
        super().user_login_failed(sender, credentials, request, **kwargs)
        AccessAttempt.objects.exclude(get_data="", post_data="").update(get_data="", post_data="")

    def user_logged_in(self, sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
        """Forget this pair's failures; those of other addresses keep counting."""
        name = account_digest(user.get_username())
        self.reset_attempts(ip_address=client_address(request), username=name)


def forget(user: User) -> None:
    """Open a closed account again: its holder has just proved who they are."""
    AccessAttempt.objects.filter(username=account_digest(user.email)).delete()


def account_digest(email: str) -> str:
    """What stands in the table instead of an address, or of whatever was typed in its place."""
    return sealing.digest("sign-in attempts", email.strip().lower())


def name_of(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """`AXES_USERNAME_CALLABLE`."""
    known = credentials or {}
    return account_digest(known.get("username") or known.get("email") or "")


def client_address(request: HttpRequest) -> str | None:
    """`AXES_CLIENT_IP_CALLABLE`: the other end of the connection, or what our own proxy adds.

    A forwarded address is believed only where `HARBOUR_BEHIND_PROXY` says that a proxy of ours
    stands in front; of the list, only the last entry is that proxy's own observation.
    """
    if settings.BEHIND_PROXY:
        forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR")


def keep_our_answer(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None
) -> HttpResponse:
    """`AXES_LOCKOUT_CALLABLE`: the sign-in page has said 429 in its own words."""
    return response
