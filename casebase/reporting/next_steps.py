"""Where a period stands and what comes next, in the words of the pages; no question is asked."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from casebase.access.enums import Action
from casebase.access.viewer import Viewer
from casebase.reporting.queries import Stage, Standing


def day(moment: dt.datetime) -> str:
    return f"{timezone.localtime(moment):%-d %B %Y}"


def agencies(count: int) -> str:
    return "1 agency" if count == 1 else f"{count} agencies"


def state_of(standing: Standing) -> str:
    """How far the period is, as one short sentence without its full stop."""
    period, held = standing.period, standing.frozen
    said = {
        Stage.BEFORE: "Before the first frozen quarter; not counted here",
        Stage.RUNNING: f"Running until {period.ends_on:%-d %B %Y}",
        Stage.OPEN: f"Open until {period.closes_on:%-d %B %Y}",
        Stage.CLOSED: _closed(standing),
        Stage.RESERVED: "Signed; the release has begun",
        Stage.DRAWN: "Signed; the release is being made",
        Stage.MADE: "Released; not yet handed to the portal",
        Stage.PUBLISHED: "Handed to the portal",
    }
    if held and standing.stage is Stage.FROZEN:
        return f"Frozen by {held.frozen_by.get_full_name()} on {day(held.frozen_at)}"
    if held and held.signed_by and held.signed_at and standing.stage is Stage.SIGNED:
        return f"Signed by {held.signed_by.get_full_name()} on {day(held.signed_at)}"
    return said[standing.stage]


def _closed(standing: Standing) -> str:
    if standing.period.kind == "year":
        missing = len(standing.blocked_by)
        quarters = "1 quarter" if missing == 1 else f"{missing} quarters"
        return f"Closed: waiting for {quarters}" if missing else "Closed: ready to freeze"
    waiting = len(standing.waiting)
    return f"Closed: waiting for {agencies(waiting)}" if waiting else "Closed: ready to freeze"


def next_step(standing: Standing, viewer: Viewer) -> str:
    """What this viewer may do now; empty where nothing is theirs to do."""
    own = standing.own(viewer)
    if standing.may_be_confirmed and viewer.may(Action.CONFIRM_FIGURES) and own:
        return "" if own.confirmed else "Check and confirm your agency's part"
    if not viewer.may(Action.FREEZE_FIGURES):
        return ""
    held = standing.frozen
    if held is None:
        return _before_freezing(standing)
    if not held.is_signed:
        return _signing(viewer, frozen_by=held.frozen_by_id)
    return {
        Stage.SIGNED: "Ask the system administrator for the release",
        Stage.MADE: "Ask the system administrator to hand the release to the portal",
    }.get(standing.stage, "")


def _before_freezing(standing: Standing) -> str:
    if standing.stage is Stage.OPEN and standing.waiting:
        return "Ask the agencies that have not confirmed"
    if standing.stage is not Stage.CLOSED:
        return ""
    if standing.blocked_by:
        wanted = ", ".join(one.code for one in standing.blocked_by)
        done = "Freeze and sign" if standing.period.kind == "year" else "Freeze"
        return f"{done} {wanted} first"
    late = len(standing.waiting)
    if late:
        return (
            f"Ask {agencies(late)} that {'is' if late == 1 else 'are'} late, or freeze without them"
        )
    return "Check, then freeze"


def _signing(viewer: Viewer, *, frozen_by: int) -> str:
    if not viewer.may(Action.SIGN_FIGURES):
        return "Ask the director to sign"
    return "Ask another director to sign: you froze it" if viewer.pk == frozen_by else "Sign"
