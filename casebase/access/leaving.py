"""What keeps an account from ending: whoever holds something of a person says so here.

The registry stands above this package and holds the cases, so it registers its question when the
site starts.
"""

from __future__ import annotations

from collections.abc import Callable

from portal.core.models import User

Reason = Callable[[User], str]
_reasons: list[Reason] = []


def ask_before_leaving(reason: Reason) -> None:
    """Register a question: the empty text lets the person go."""
    if reason not in _reasons:
        _reasons.append(reason)


def reason_to_wait(user: User) -> str:
    """Why the person cannot go yet, as a sentence; empty where nothing holds them."""
    return next((why for reason in _reasons if (why := reason(user))), "")
