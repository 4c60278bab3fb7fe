"""What may change in the directory at once: a check, a status, an emergency notice."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from portal.content.signals import page_changed
from shelter_directory import permissions
from shelter_directory.models import LONGEST_NOTICE, ShelterAlert, ShelterCheck, ShelterPage


class CannotConfirm(Exception):
    """The entry is not public, or the check lies in the future or before the last one."""


class CannotRaiseAlert(Exception):
    """The notice says nothing, or would stand too long or not at all."""


class CannotEndAlert(Exception):
    """The notice no longer stands."""


@transaction.atomic
def confirm_shelter(
    *, shelter: ShelterPage, actor: Any, checked_by: str, accepting: str, checked_on: dt.date,
    today: dt.date,
) -> None:  # fmt: skip
    """Record that an office asked the shelter, and what it said about taking people.

    Args:
        checked_by: the office as the public reads it, never a person's name.

    Raises:
        PermissionDenied: the actor's role may not confirm entries.
        CannotConfirm: see the class.
    """
    permissions.require(permissions.may_confirm(actor))
    shelter = ShelterPage.objects.select_for_update(of=("self",)).get(pk=shelter.pk)
    if not shelter.live:
        raise CannotConfirm("This entry is not public. Publish it first, then confirm it.")
    if checked_on > today:
        raise CannotConfirm("The day of the check lies in the future. Enter the day you asked.")
    if shelter.checked_on and checked_on < shelter.checked_on:
        raise CannotConfirm(
            f"The entry was checked later already, on {shelter.checked_on:%d %B %Y}. "
            "Nothing was changed."
        )
    shelter.mark_checked(on=checked_on, by=checked_by, accepting=accepting)
    ShelterCheck.objects.create(
        shelter=shelter, checked_on=checked_on, checked_by=checked_by, accepting=accepting,
        actor=actor,
    )  # fmt: skip
    log(instance=shelter, action="shelter_directory.confirmed", user=actor)
    page_changed.send(sender=ShelterPage, page=shelter)


@transaction.atomic
def raise_alert(
    *, shelter: ShelterPage | None, actor: Any, message: str, expires_at: dt.datetime,
    now: dt.datetime,
) -> ShelterAlert:  # fmt: skip
    """Put up an emergency notice, at once and without a second pair of eyes.

    Args:
        shelter: None when the notice concerns every shelter.

    Raises:
        PermissionDenied: the actor's role may not.
        CannotRaiseAlert: see the class.
    """
    permissions.require(permissions.may_raise_alert(actor))
    if not message.strip():
        raise CannotRaiseAlert("Write what readers must know, in a sentence or two.")
    if not now < expires_at <= now + LONGEST_NOTICE:
        raise CannotRaiseAlert(
            f"A notice ends by itself, at most {LONGEST_NOTICE.days} days from now. "
            "Choose an end in that time; put up another notice if it lasts longer."
        )
    alert = ShelterAlert.objects.create(
        shelter=shelter, message=message.strip(), raised_at=now, raised_by=actor,
        expires_at=expires_at,
    )  # fmt: skip
    _log_alert(alert, "shelter_directory.alert_raised", actor)
    return alert


@transaction.atomic
def end_alert(*, alert: ShelterAlert, actor: Any, now: dt.datetime) -> None:
    """Take a notice down before it expires.

    Raises:
        PermissionDenied: the actor's role may not.
        CannotEndAlert: it has expired or was taken down.
    """
    permissions.require(permissions.may_raise_alert(actor))
    alert = ShelterAlert.objects.select_for_update(of=("self",)).get(pk=alert.pk)
    if alert.ended_at or alert.expires_at <= now:
        raise CannotEndAlert("This notice had ended already. Nothing was changed.")
    alert.mark_ended(at=now, by=actor)
    _log_alert(alert, "shelter_directory.alert_ended", actor)


def _log_alert(alert: ShelterAlert, action: str, actor: Any) -> None:
    log(instance=alert, action=action, user=actor, title=alert.message, data={"alert": alert.pk})
