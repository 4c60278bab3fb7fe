"""What somebody reads who gave both factors and has no place today: why, and whom to ask.

A stranger never comes so far: before both factors are right, every account answers alike.
"""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casebase.access.models import Membership
from portal.core.models import User


def answer(request: HttpRequest) -> HttpResponse:
    """The page for a session that PostgreSQL knows as nobody's; without a reason, the sign-in.

    Whoever waits for an agreement stays signed in: every page asks again, and opens once it came.
    """
    user = cast("User", request.user)  # the gate turned everyone else away
    place = Membership.objects.filter(user=user).select_related("agency").first()
    context = _why(user, place)
    if place is not None:
        request.session.flush()
    if context is None:
        return redirect("sign_in")
    return render(request, "access/outside.html", context, status=403)


def _why(user: User, place: Membership | None) -> dict[str, Any] | None:
    today = timezone.localdate()
    if place is None:
        return {"waits_at": user.agency}
    if place.ends_on is not None and place.ends_on < today:
        return {"ended_on": place.ends_on, "agency": place.agency}
    if place.starts_on > today:
        return {"starts_on": place.starts_on}
    return None
